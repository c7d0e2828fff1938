import type { Path } from '../../syntax/place.ts';
import table from './session-properties.facts.json' with { type: 'json' };

/**
 * The paths of the properties that sessions depend on, by resource type, as the schemas in the CloudFormation registry
 * have them. `*` is an item of a list.
 */
const PATHS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table).flatMap(([type, rows]) =>
    typeof rows === 'string' ? [] : [[type, Object.keys(rows)]],
  ),
);

/** The types of ECS: all their properties are known, and none takes one of these elsewhere. */
export const ECS_TYPES: readonly string[] = [...PATHS.keys()].filter(type => type.startsWith('AWS::ECS::'));

/** The paths of a property below `Properties`, and those of what is in it. */
export function pathsOf(type: string, property: string): readonly Path[] {
  const paths = (PATHS.get(type) ?? []).map(path => path.split('.'));
  return paths.filter(path => path.includes(property));
}

/** Whether resources of a type take such a property there, at a path from the resource, without branches. */
export function takes(type: string, path: Path): boolean {
  const [section, ...below] = path.map(key => (typeof key === 'number' ? '*' : key));
  return section === 'Properties' && (PATHS.get(type) ?? []).includes(below.join('.'));
}
