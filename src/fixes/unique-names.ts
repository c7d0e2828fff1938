import { text } from '../cfn/functions/intrinsic.ts';
import type { Declarations } from '../cfn/template/declarations.ts';
import type { Role } from '../ecs/model/role.ts';
import type { Edit } from '../edit/tree/edit.ts';
import { isArray, isObject, type Json, property } from '../syntax/json-value.ts';
import type { Node } from '../syntax/node.ts';
import { nodeAt } from '../syntax/place.ts';

/** A logical id that nothing in the template has yet: alphanumeric, as CloudFormation wants it. */
export function uniqueLogicalId(declarations: Declarations, wanted: string): string {
  const id = wanted.replace(/[^A-Za-z0-9]/g, '');
  return firstFree(id, name => declarations.resources.has(name) || declarations.parameters.has(name));
}

/** A policy name that no policy of the role has yet: of two that share one the later overwrites the earlier. */
export function uniquePolicyName(role: Role, wanted: string): string {
  const taken = policyNames(role);
  return firstFree(wanted, name => taken.has(name));
}

export function hasPolicyNamed(role: Role, name: string): boolean {
  return policyNames(role).has(name);
}

/** As many policy names that no policy of the role has yet. */
export function uniquePolicyNames(role: Role, wanted: string, count: number): readonly string[] {
  const taken = new Set([wanted, ...policyNames(role)]);
  return Array.from({ length: count }, () => {
    const name = firstFree(wanted, each => taken.has(each));
    taken.add(name);
    return name;
  });
}

/** A policy that an edit adds to a list, by its name: another one of that name gets another in the next pass. */
export function policyAdded(edit: Edit): readonly string[] {
  const name = edit.op === 'append' ? nameOf(edit.value) : undefined;
  return name === undefined ? [] : [JSON.stringify([edit.at.path, name])];
}

/** Of a policy that may depend on a condition. */
function nameOf(policy: Json): Json | undefined {
  if (!isObject(policy)) return undefined;
  const branches = property(policy, 'Fn::If');
  return isArray(branches) ? nameOf(branches[1] ?? null) : property(policy, 'PolicyName');
}

/** Those of its inline policies in other scenarios too. */
function policyNames(role: Role): ReadonlySet<string> {
  const inline = nodeAt(role.resource.declared('Policies'));
  return new Set([
    ...role.policies().flatMap(policy => ('name' in policy ? (policy.name ?? []) : [])),
    ...(inline ? namesIn(inline) : []),
  ]);
}

function namesIn(node: Node): readonly string[] {
  if (node.kind === 'sequence') return node.items.flatMap(namesIn);
  if (node.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key, value }) =>
    key === 'PolicyName' ? (text(value) ?? []) : namesIn(value),
  );
}

function firstFree(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let i = 2; isTaken(name); i++) name = `${wanted}${i}`;
  return name;
}

/** The resource that a new one of a type goes behind: the last of its kin, else the one that it serves. */
export function insertAfter(declarations: Declarations, type: string, serves: string): string {
  return declarations.ofType(type).at(-1)?.id ?? serves;
}
