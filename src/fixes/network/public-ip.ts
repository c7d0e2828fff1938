import type { Launcher } from '../../ecs/launchers/launcher.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';
import { isLiteral, isWritten } from '../../syntax/place.ts';

/** Gives tasks public addresses. Nothing off Fargate, where they cannot have one, and where that is computed. */
export function assignPublicIp(launcher: Launcher): readonly Edit[] | undefined {
  const { at } = launcher.network().assignPublicIp;
  if (launcher.onFargate().is !== 'yes' || (isWritten(at) && !isLiteral(at))) return undefined;
  return [set(at, 'ENABLED')];
}
