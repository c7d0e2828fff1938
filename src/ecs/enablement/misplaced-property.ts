import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { correctedPath } from '../../cfn/template/property-names.ts';
import type { Path, Place } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { launchers, launchersOf } from '../launchers/launchers.ts';
import { ECS_TYPES, pathsOf, takes } from '../model/session-properties.ts';
import { clusterOf, definitionOf } from './intended-resource.ts';
import { type FoundKey, keysBelow, withoutBranches } from './keys-below.ts';

/**
 * A property that sessions depend on, on a level or a resource that has none of that name: CloudFormation rejects it.
 */
export interface MisplacedProperty extends FoundKey {
  readonly holder: Resource;
  /** The one resource that it can be meant for. */
  readonly owner: Resource | undefined;
  /** Where it belongs in that one, below `Properties`. */
  readonly path: Path;
  /** The same as a place. */
  readonly home: Place | undefined;
  /** Those whose sessions it is about. */
  readonly launchers: readonly Launcher[];
}

const EXEC = 'ExecuteCommandConfiguration';
const CLUSTER = 'AWS::ECS::Cluster';

/**
 * What is in `ExecuteCommandConfiguration`, by its path in there. `KmsKeyId` is left out: a cluster takes one in
 * `ManagedStorageConfiguration` too.
 */
const IN_EXEC: ReadonlyMap<string, readonly string[]> = new Map(
  pathsOf(CLUSTER, EXEC).flatMap(path => {
    const below = path.slice(path.indexOf(EXEC) + 1).map(String);
    const key = below.at(-1);
    return key === undefined || key === 'KmsKeyId' ? [] : [[key, below]];
  }),
);

/** The stray properties of a template; a macro may know them. */
export const strayProperties: (template: Template) => readonly MisplacedProperty[] = memoize(
  (template: Template) =>
    template.declarations.macro === undefined
      ? ECS_TYPES.flatMap(type => template.resources(type).flatMap(strayIn))
      : [],
);

/** Those that are meant for one resource: what they say is only missing there. */
export function strayFrom(owner: Resource): readonly Place[] {
  return strayProperties(owner.template)
    .filter(each => each.owner?.sameAs(owner))
    .map(each => each.at);
}

function strayIn(holder: Resource): readonly MisplacedProperty[] {
  const found = keysBelow(holder.template, holder.at, key => isAbout(key, holder.type));
  return found.flatMap(({ at, key }) => {
    const path = correctedPath(holder.type, withoutBranches(at.path.slice(holder.at.path.length)));
    return isAtHome(path, holder.type) ? [] : [stray(holder, { at, key })];
  });
}

function isAbout(key: string, type: string): boolean {
  return key === EXEC || key === 'TaskRoleArn' || (type === CLUSTER && IN_EXEC.has(key));
}

/** What stands in a property that is stray itself goes with it. */
function isAtHome(path: Path, type: string): boolean {
  if (takes(type, path)) return true;
  const below = IN_EXEC.get(String(path.at(-1)));
  return below !== undefined && path.at(-2) === (below.at(-2) ?? EXEC);
}

function stray(holder: Resource, found: FoundKey): MisplacedProperty {
  const { key } = found;
  const isRole = key === 'TaskRoleArn';
  const path = isRole ? [key] : ['Configuration', EXEC, ...(IN_EXEC.get(key) ?? [])];
  const owner = isRole ? roleHolder(holder) : clusterOf(holder)?.resource;
  return {
    ...found,
    holder,
    owner,
    path,
    home: owner?.template.key === holder.template.key ? owner.place(...path) : undefined,
    launchers: launchersAbout(owner, holder),
  };
}

/** What takes the role of the tasks that a resource is about. */
function roleHolder(holder: Resource): Resource | undefined {
  return takes(holder.type, ['Properties', 'TaskRoleArn']) ? holder : definitionOf(holder)?.resource;
}

/** Those that use the owner; where it is not known, those that the holder is. */
function launchersAbout(owner: Resource | undefined, holder: Resource): readonly Launcher[] {
  const using = launchers(holder.template).filter(launcher =>
    [launcher.cluster(), launcher.taskDefinition()].some(
      each => owner && each.is === 'known' && each.value.resource.sameAs(owner),
    ),
  );
  return using.length > 0 ? using : launchersOf(holder);
}
