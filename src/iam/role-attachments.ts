import { isDeployTimeValue, isImport } from '../cfn/functions/dynamic-reference.ts';
import { callAt, textAt } from '../cfn/functions/intrinsic.ts';
import { onlyPlaceholder } from '../cfn/functions/placeholder.ts';
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

/**
 * Whether nothing that was given says which roles a policy has, so that any may be.
 *
 * @param named Roles that have a name of their own alone: a map cannot hold one that CloudFormation generates, nor a stack
 * that was not given export it.
 */
export function isForRolesFromOutside(policy: Resource, named: boolean): boolean {
  const roles = rolesNamedIn(policy);
  if (roles.is === 'absent') return false;
  const places = roles.is === 'known' ? roles.value : [roles.at];
  return places.some(at => isFromOutside(policy.template, at, named));
}

function isFromOutside(template: Template, at: Place, named: boolean): boolean {
  const name = template.symbolicWithImports(at);
  if (name.is === 'known') {
    const text = typeof name.value === 'string' ? name.value : '';
    return isOpenName(template, text) && (named || !isImport(onlyPlaceholder(text) ?? ''));
  }
  const call = callAt(at);
  const [, source] = call?.name === 'Fn::Select' || call?.name === 'Fn::Split' ? call.items : [];
  return source ? isFromOutside(template, source, named) : named && call?.name === 'Fn::FindInMap';
}

/** Whether a name, with placeholders, may be any. */
export function isOpenName({ declarations }: Template, name: string): boolean {
  const id = onlyPlaceholder(name) ?? '';
  const parameter = declarations.parameters.get(id);
  return isDeployTimeValue(id) || (parameter !== undefined && !parameter.default);
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

/** The stacks with a policy that may be for any role in some scenario. */
export const stacksNamingAny: (system: TemplateSet) => readonly Stack[] = memoize(({ stacks }) =>
  stacks.filter(stack =>
    asked(stack, SEPARATE_TYPES, (template, id) => {
      const policy = template.resource(id);
      return [policy !== undefined && isForRolesFromOutside(policy, true)];
    }).some(is => is),
  ),
);

type StacksByName = (system: TemplateSet) => ReadonlyMap<string, readonly Stack[]>;

/** The stacks with resources of some types that name roles in some scenario, by those names. */
export function stacksByRoleName(types: readonly string[], rolesIn: RolesIn): StacksByName {
  return memoize(({ stacks }: TemplateSet) => {
    const byName = new Map<string, Stack[]>();
    for (const stack of stacks) {
      const names = asked(stack, types, (template, id) =>
        rolePlaces(template, id, rolesIn).flatMap(at => [...roleNamesAt(template, at)]),
      );
      for (const name of new Set(names)) getOrInsertComputed(byName, name, (): Stack[] => []).push(stack);
    }
    return byName;
  });
}

type RolesIn = (resource: Resource) => Value<readonly Place[]>;

/** What there is to say of the resources of some types in all scenarios; nothing where it would take too much to tell. */
function asked<T>(
  stack: Stack,
  types: readonly string[],
  ask: (template: Template, id: string) => readonly T[],
): readonly T[] {
  const scenarios = new Scenarios(stack);
  const ids = types.flatMap(type => stack.declarations.ofType(type)).map(each => each.id);
  try {
    return ids.flatMap(id =>
      scenarios.explore(template => ask(template, id)).answers.flatMap(each => each.value),
    );
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return [];
  }
}

function rolePlaces(template: Template, id: string, rolesIn: RolesIn): readonly Place[] {
  const resource = template.resource(id);
  const roles = resource && rolesIn(resource);
  return roles?.is === 'known' ? roles.value : [];
}
