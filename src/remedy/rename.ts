import { hasReference } from '../cfn/reference.ts';
import { substitution } from '../cfn/scope.ts';
import type { Role } from '../ecs/role.ts';
import type { SameName } from '../ecs/same-name.ts';
import { type Edit, set } from '../edit/edit.ts';
import type { Json } from '../syntax/json.ts';
import { freePolicyNames } from './names.ts';

/** Gives all but the first of the policies that have one name a name of its own. */
export function renamePolicies(role: Role, { name, places }: SameName): readonly Edit[] | undefined {
  const others = places.slice(1);
  const names = freePolicyNames(role, name, others.length).map(written);
  const edits = others.flatMap((at, i) => (names[i] === undefined ? [] : [set(at, names[i])]));
  return edits.length === others.length ? edits : undefined;
}

/** Nothing for a name that only the stack around knows. */
function written(name: string): Json | undefined {
  return hasReference(name) ? substitution(name) : name;
}
