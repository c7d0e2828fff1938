import { callAt, textAt } from '../cfn/functions/intrinsic.ts';
import { rebaseNames } from '../cfn/functions/qualified-name.ts';
import { BudgetExceeded } from '../cfn/scenario/budget.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { Scenarios } from '../cfn/scenario/scenarios.ts';
import type { Stack } from '../cfn/scenario/stack.ts';
import type { TemplateSet } from '../cfn/scenario/template-set.ts';
import { andThen, known, type Value } from '../cfn/value.ts';
import type { Json } from '../syntax/json-value.ts';
import type { Place } from '../syntax/place.ts';
import { getOrInsertComputed, memoize } from '../util/memoize.ts';
import { compareSharedNames, roleNamesIn } from './role-name.ts';

/** The property in which each type of policy names the roles that have it: several, or one. */
export const ROLE_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Policy', 'Roles'],
  ['AWS::IAM::ManagedPolicy', 'Roles'],
  ['AWS::IAM::RolePolicy', 'RoleName'],
]);

export const SEPARATE_TYPES: readonly string[] = [...ROLE_PROPERTIES.keys()];

/** Where a policy names its roles: one, or a list of them. */
export function rolesNamedIn(policy: Resource): Value<readonly Place[]> {
  const property = ROLE_PROPERTIES.get(policy.type) ?? '';
  return property === 'RoleName'
    ? andThen(policy.find(property), at => known([at], at))
    : policy.items(property);
}

/** The names that what stands at a place may give a role, the same for all stacks. */
export function roleNamesAt(template: Template, at: Place): ReadonlySet<string> {
  const values = [template.symbolicWithImports(at), template.read(at)];
  const isKnown = values.some(each => each.is === 'known');
  const texts = isKnown ? values : [arnTakenApart(template, at)];
  const names = texts.flatMap(each => (each.is === 'known' ? roleNamesIn(each.value) : []));
  return new Set(names.map(each => sharedName(each, template)));
}

/** A name as it is for all stacks: what is in placeholders comes with the key of its stack. */
export function sharedName(name: string, { stack }: Template): string {
  return rebaseNames(stack.withPseudoParameters(name), stack.key, '');
}

/**
 * The ARN, in whole, of which `Fn::Select` takes a part behind a slash: the name of the role, if there is nothing but
 * `role` before it, or the path that is there.
 */
function arnTakenApart(template: Template, at: Place): Value<Json> {
  const name = selected(at);
  if (name?.delimiter !== '/' || name.index === 0) return { is: 'absent', at };
  const resource = selected(name.source);
  if (!resource) return template.symbolicWithImports(name.source);
  const isResource = resource.delimiter === ':' && resource.index === ARN_RESOURCE;
  return isResource ? template.symbolicWithImports(resource.source) : { is: 'absent', at };
}

/** At which index of an ARN its resource stands. */
const ARN_RESOURCE = 5;

/** `Fn::Select` of `Fn::Split`: which part of what it takes. */
function selected(at: Place): { index: number; delimiter: string; source: Place } | undefined {
  const select = callAt(at);
  const [index, list] = select?.name === 'Fn::Select' ? select.items : [];
  const split = list && callAt(list);
  const [by, source] = split?.name === 'Fn::Split' ? split.items : [];
  const delimiter = by && textAt(by);
  return index && source && delimiter !== undefined
    ? { index: Number(textAt(index)), delimiter, source }
    : undefined;
}

/** The stacks whose policies name a role in some scenario, by that name. */
export const stacksNaming: StacksByName = stacksByRoleName(SEPARATE_TYPES, rolesNamedIn);

/** The same, and those whose policies may turn out to name it. */
export function stacksPerhapsNaming(system: TemplateSet, own: string): readonly Stack[] {
  const naming = [...stacksNaming(system)].filter(([name]) => compareSharedNames(own, name) !== 'no');
  return naming.flatMap(([, stacks]) => stacks);
}

type StacksByName = (system: TemplateSet) => ReadonlyMap<string, readonly Stack[]>;

/** The stacks with resources of some types that name roles in some scenario, by those names. */
export function stacksByRoleName(
  types: readonly string[],
  rolesIn: (resource: Resource) => Value<readonly Place[]>,
): StacksByName {
  return memoize(({ stacks }: TemplateSet) => {
    const byName = new Map<string, Stack[]>();
    for (const stack of stacks)
      for (const name of roleNamesOf(stack, types, rolesIn))
        getOrInsertComputed(byName, name, (): Stack[] => []).push(stack);
    return byName;
  });
}

/** None of a stack for which it would take too much to tell. */
function roleNamesOf(
  stack: Stack,
  types: readonly string[],
  rolesIn: (resource: Resource) => Value<readonly Place[]>,
): ReadonlySet<string> {
  const scenarios = new Scenarios(stack);
  const ids = types.flatMap(type => stack.declarations.ofType(type)).map(each => each.id);
  try {
    const names = ids.flatMap(id =>
      scenarios.explore(template => namesIn(template, id, rolesIn)).answers.flatMap(each => each.value),
    );
    return new Set(names);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return new Set();
  }
}

function namesIn(
  template: Template,
  id: string,
  rolesIn: (resource: Resource) => Value<readonly Place[]>,
): readonly string[] {
  const resource = template.resource(id);
  const roles = resource && rolesIn(resource);
  return roles?.is === 'known' ? roles.value.flatMap(at => [...roleNamesAt(template, at)]) : [];
}
