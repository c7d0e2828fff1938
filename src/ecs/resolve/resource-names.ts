import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { Scenarios } from '../../cfn/scenario/scenarios.ts';
import type { Declarations } from '../../cfn/template/declarations.ts';
import type { Sentence } from '../../i18n/sentence.ts';

/**
 * `symbolic`: names with placeholders for what is only known once deployed. `read`: names that rest on defaults too.
 */
export type Mode = 'symbolic' | 'read';

export interface NamedResource {
  readonly resource: Resource;
  readonly unsure: Sentence | undefined;
}

/** What may be called what, by type and property: computed once, since every reference by name asks for it. */
const indexes = new WeakMap<Declarations, Map<string, ReadonlyMap<string, readonly string[]>>>();

/** The resources of a type that have a name in this scenario. */
export function resourcesNamed(
  template: Template,
  type: string,
  property: string,
  name: string,
  mode: Mode,
): readonly NamedResource[] {
  const candidates = indexOf(template.declarations, type, property, mode).get(name) ?? [];
  return candidates.flatMap(id => {
    const resource = template.resource(id);
    const own = resource?.[mode](property);
    return resource && own?.is === 'known' && own.value === name ? [{ resource, unsure: own.unsure }] : [];
  });
}

function indexOf(
  declarations: Declarations,
  type: string,
  property: string,
  mode: Mode,
): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(declarations) ?? new Map<string, ReadonlyMap<string, readonly string[]>>();
  indexes.set(declarations, known);
  const key = `${type} ${property} ${mode}`;
  const index = known.get(key) ?? possibleNames(declarations, type, property, mode);
  known.set(key, index);
  return index;
}

/** The logical ids under each name that a resource of the type has in some scenario. */
function possibleNames(
  declarations: Declarations,
  type: string,
  property: string,
  mode: Mode,
): ReadonlyMap<string, readonly string[]> {
  const scenarios = new Scenarios(declarations);
  const ids = new Map<string, string[]>();
  for (const { id, at } of declarations.ofType(type)) {
    const { answers } = scenarios.explore(template => template[mode](at, 'Properties', property));
    const names = answers.flatMap(({ value }) => (value.is === 'known' ? [value.value] : []));
    for (const name of new Set(names)) {
      if (typeof name !== 'string') continue;
      const same = ids.get(name);
      if (same) same.push(id);
      else ids.set(name, [id]);
    }
  }
  return ids;
}
