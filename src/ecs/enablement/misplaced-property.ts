import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Path, Place } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { launchers, launchersOf } from '../launchers/launchers.ts';
import { clusterOf, DEFINITION_TYPES, definitionOf } from './intended-resource.ts';
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
const LOG = 'LogConfiguration';
const OF_LOG = [
  'CloudWatchEncryptionEnabled',
  'CloudWatchLogGroupName',
  'S3BucketName',
  'S3EncryptionEnabled',
  'S3KeyPrefix',
];

/**
 * The types whose properties are all known, and none of which takes any, as their schemas in the CloudFormation
 * registry have it: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ECS.html
 */
const HOLDERS: readonly string[] = [
  'AWS::ECS::CapacityProvider',
  'AWS::ECS::Cluster',
  'AWS::ECS::ClusterCapacityProviderAssociations',
  'AWS::ECS::Daemon',
  ...DEFINITION_TYPES,
  'AWS::ECS::ExpressGatewayService',
  'AWS::ECS::PrimaryTaskSet',
  'AWS::ECS::Service',
  'AWS::ECS::TaskSet',
];

/** The stray properties of a template; a macro may know them. */
export const strayProperties: (template: Template) => readonly MisplacedProperty[] = memoize(
  (template: Template) =>
    template.declarations.macro === undefined
      ? HOLDERS.flatMap(type => template.resources(type).flatMap(strayIn))
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
    const path = withoutBranches(at.path.slice(holder.at.path.length));
    return isAtHome(path, holder.type) ? [] : [stray(holder, { at, key })];
  });
}

function isAbout(key: string, type: string): boolean {
  if (key === EXEC) return true;
  if (key === 'TaskRoleArn') return type !== 'AWS::ECS::ExpressGatewayService';
  return type === 'AWS::ECS::Cluster' && (key === 'Logging' || key === LOG || OF_LOG.includes(key));
}

/** What stands in a property that is stray itself goes with it. */
function isAtHome(path: Path, type: string): boolean {
  const [key, above] = [path.at(-1), path.at(-2)];
  const isBelow = (keys: Path): boolean => path.slice(0, -1).join('.') === keys.join('.');
  if (key === EXEC) return type === 'AWS::ECS::Cluster' && isBelow(['Properties', 'Configuration']);
  if (key === 'TaskRoleArn') return DEFINITION_TYPES.has(type) && isBelow(['Properties']);
  return above === (key === 'Logging' || key === LOG ? EXEC : LOG);
}

function stray(holder: Resource, found: FoundKey): MisplacedProperty {
  const { key } = found;
  const below = key === EXEC ? [] : OF_LOG.includes(key) ? [LOG, key] : [key];
  const isRole = key === 'TaskRoleArn';
  const cluster = isRole ? undefined : clusterOf(holder);
  const definition = isRole ? definitionOf(holder) : undefined;
  const owner = (cluster ?? definition)?.resource;
  const home = definition ? definition.taskRolePlace() : cluster?.place(...below);
  return {
    ...found,
    holder,
    owner,
    path: isRole ? [key] : ['Configuration', EXEC, ...below],
    home: owner?.template.key === holder.template.key ? home : undefined,
    launchers: launchersAbout(owner, holder),
  };
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
