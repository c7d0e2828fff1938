import { writtenText } from '../../cfn/functions/qualified-name.ts';
import type { Role } from '../../ecs/model/role.ts';
import type { SameName } from '../../ecs/task-role/duplicate-policy-names.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';
import { uniquePolicyNames } from '../unique-names.ts';

/**
 * Gives all but the first of the policies that have one name a name of its own: nothing where only the parent stack
 * knows it.
 */
export function renamePolicies(role: Role, { name, places }: SameName): readonly Edit[] | undefined {
  const others = places.slice(1);
  const names = uniquePolicyNames(role, name, others.length).map(writtenText);
  const edits = others.flatMap((at, i) => (names[i] === undefined ? [] : [set(at, names[i])]));
  return edits.length === others.length ? edits : undefined;
}
