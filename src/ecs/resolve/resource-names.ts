import { hasPlaceholder } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { Scenarios } from '../../cfn/scenario/scenarios.ts';
import type { Stack } from '../../cfn/scenario/stack.ts';
import type { TemplateSet } from '../../cfn/scenario/template-set.ts';
import type { AccountScope } from '../../cfn/template/account.ts';
import { known, type Value } from '../../cfn/value.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import { getOrInsertComputed, memoize } from '../../util/memoize.ts';
import { type Mode, physicalName } from './physical-name.ts';

export interface NamedResource {
  readonly resource: Resource;
  /** Set for what is deployed. */
  readonly scope: AccountScope | undefined;
  readonly unsure: Sentence | undefined;
}

/** What has each name. */
type Index<T> = ReadonlyMap<string, readonly T[]>;

/** What may be called what, by type and property: computed once, since every reference by name asks for it. */
const indexesOfStack = memoize((_: Stack) => new Map<string, Index<string>>());
const indexesOfSet = memoize((_: TemplateSet) => new Map<string, Index<Stack>>());

/** The resources of a type that have a name in this scenario. */
export function resourcesNamed(
  template: Template,
  type: string,
  property: string,
  name: string,
  mode: Mode,
): readonly NamedResource[] {
  return namedIn(template.stack, template, type, property, name, mode);
}

/**
 * The same in the other templates that were given, or else in what is deployed; of a name that is not complete nothing
 * can be told there.
 */
export function resourcesNamedElsewhere(
  template: Template,
  type: string,
  property: string,
  name: string,
  mode: Mode,
): readonly NamedResource[] {
  const { stack } = template;
  const known = stack.withPseudoParameters(name);
  if (!stack.system || known === '' || hasPlaceholder(known)) return [];
  const having = stacksByName(stack.system, type, property, mode).get(known) ?? [];
  const found = having.flatMap(each =>
    each === stack ? [] : namedIn(each, template, type, property, known, mode),
  );
  const given = found.filter(each => each.scope === undefined);
  return given.length > 0 ? given : found;
}

/** Most stacks have nothing of the name, and are not asked what is in them in this scenario. */
function namedIn(
  stack: Stack,
  from: Template,
  type: string,
  property: string,
  name: string,
  mode: Mode,
): readonly NamedResource[] {
  const written = stack === from.stack ? namesFor(stack, name) : [name];
  const index = indexOf(stack, type, property, mode);
  const candidates = new Set(written.flatMap(each => index.get(each) ?? []));
  return [...candidates].flatMap(id => {
    const resource = from.templateOf(stack).resource(id);
    if (!resource) return [];
    const own = nameOf(resource.template, resource, property, mode);
    const scope = stack.declarations.account?.resources.get(id);
    return own.is === 'known' && namesFor(stack, own.value).some(each => written.includes(each))
      ? [{ resource, scope, unsure: own.unsure }]
      : [];
  });
}

/** The name that it is given, or the one that it was given when it was deployed. */
function nameOf(
  template: Template,
  { id, at }: Pick<Resource, 'id' | 'at'>,
  property: string,
  mode: Mode,
): Value<Json> {
  const own = physicalName(template, at, property, mode);
  const { stack } = template;
  const physicalId = own.is === 'absent' ? stack.system?.physicalId(stack, id) : undefined;
  return physicalId === undefined ? own : known(physicalId, own.at);
}

/** A name as its template has it, and as it is once the stack is deployed. */
function namesFor(stack: Stack, name: Json): readonly string[] {
  return typeof name === 'string' ? [name, stack.withPseudoParameters(name)] : [];
}

function indexOf(stack: Stack, type: string, property: string, mode: Mode): Index<string> {
  return getOrInsertComputed(indexesOfStack(stack), `${type} ${property} ${mode}`, () =>
    possibleNames(stack, type, property, mode),
  );
}

/** The stacks with a resource of the type that has a name in some scenario, under that name. */
function stacksByName(system: TemplateSet, type: string, property: string, mode: Mode): Index<Stack> {
  return getOrInsertComputed(indexesOfSet(system), `${type} ${property} ${mode}`, () => {
    const stacks = new Map<string, Stack[]>();
    for (const stack of system.all)
      for (const name of indexOf(stack, type, property, mode).keys()) {
        const same = stacks.get(name);
        if (same) same.push(stack);
        else stacks.set(name, [stack]);
      }
    return stacks;
  });
}

/** The logical ids under each name that a resource of the type has in some scenario. */
function possibleNames(stack: Stack, type: string, property: string, mode: Mode): Index<string> {
  const scenarios = new Scenarios(stack);
  const ids = new Map<string, string[]>();
  for (const declaration of stack.declarations.ofType(type)) {
    const { id } = declaration;
    const { answers } = scenarios.explore(template => nameOf(template, declaration, property, mode));
    const names = answers.flatMap(({ value }) => (value.is === 'known' ? namesFor(stack, value.value) : []));
    for (const name of new Set(names)) {
      const same = ids.get(name);
      if (same) same.push(id);
      else ids.set(name, [id]);
    }
  }
  return ids;
}
