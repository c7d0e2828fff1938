import { differ, display } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import { scalarText } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';
import type { Launcher } from '../launchers/launcher.ts';
import type { Role } from '../model/role.ts';

/** The ARN of a role with another path than the role has, so that it is the ARN of no role. */
export interface RolePathMismatch {
  readonly at: Place;
  readonly role: Role;
  /** What names the role. */
  readonly holder: Resource;
  /** Both paths, for people. */
  readonly written: string;
  readonly actual: string;
}

/** No two roles of an account have one name, whatever their paths are. */
export function rolePathMismatches(launcher: Launcher): readonly RolePathMismatch[] {
  const definition = launcher.taskDefinition();
  const holders = [...(definition.is === 'known' ? [definition.value.resource] : []), launcher.resource];
  return [launcher.taskRole(), launcher.executionRole()].flatMap(role => {
    if (role.is !== 'known' || role.unsure !== undefined) return [];
    const holder = holders.find(each => each.template.declarations.document === role.at.document);
    return holder ? (mismatchAt(role.at, role.value, holder) ?? []) : [];
  });
}

function mismatchAt(at: Place, role: Role, holder: Resource): RolePathMismatch | undefined {
  const arn = holder.template.symbolic(at);
  const written = arn.is === 'known' ? ARN.exec(String(arn.value))?.[1] : undefined;
  const path = role.resource.symbolic('Path');
  if (written === undefined || path.is === 'unknown') return undefined;
  const actual = path.is === 'absent' ? '/' : scalarText(path.value);
  if (actual === undefined || actual === '' || !differ(written, actual)) return undefined;
  return { at, role, holder, written: display(written), actual: display(actual) };
}

const ARN = /^arn:.*?:role(\/(?:.*\/)?)[^/]+$/s;
