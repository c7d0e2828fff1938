import { display, hasReference } from '../cfn/reference.ts';
import type { Role } from '../ecs/role.ts';
import type { SameName } from '../ecs/same-name.ts';
import { type Edit, set } from '../edit/edit.ts';
import type { Json } from '../syntax/json.ts';
import { freePolicyNames } from './names.ts';

/** Gives all but the first of the policies that have one name a name of its own. */
export function renamePolicies(role: Role, { name, places }: SameName): readonly Edit[] {
  const others = places.slice(1);
  const names = freePolicyNames(role, name, others.length);
  return others.map((at, i) => set(at, written(names[i] ?? name)));
}

function written(name: string): Json {
  return hasReference(name) ? { 'Fn::Sub': display(name) } : name;
}
