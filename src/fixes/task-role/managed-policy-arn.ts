import { intrinsic } from '../../cfn/functions/intrinsic.ts';
import { writtenText } from '../../cfn/functions/qualified-name.ts';
import type { MissingManagedPolicy } from '../../ecs/task-role/managed-policy-mistakes.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';
import { nodeAt } from '../../syntax/place.ts';
import { isSpelledOut } from '../spelled-out.ts';

/** Writes the ARN of the policy that is meant; nothing where the ARN comes from elsewhere. */
export function writeManagedPolicyArn({
  at,
  text,
  meant,
}: MissingManagedPolicy): readonly Edit[] | undefined {
  const node = nodeAt(at);
  const call = intrinsic(node);
  const isText = node?.kind === 'scalar' || call?.name === 'Fn::Sub' || call?.name === 'Fn::Join';
  const written = meant === undefined ? undefined : writtenText(meant);
  if (!isText || at.document.within || !isSpelledOut(at, text) || written === undefined) return undefined;
  return [set(at, written)];
}
