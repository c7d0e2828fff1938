import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type Dangling, excludedByCondition } from '../../cfn/scenario/unresolved.ts';
import type { Value } from '../../cfn/value.ts';
import type { Path, Place } from '../../syntax/place.ts';
import type { Launcher } from '../launchers/launcher.ts';
import type { Cluster } from '../model/cluster.ts';
import type { TaskDefinition } from '../model/task-definition.ts';

const ROLES: readonly Path[] = [['TaskRoleArn'], ['ExecutionRoleArn']];
const SESSIONS: readonly Path[] = [
  ['KmsKeyId'],
  ['LogConfiguration', 'CloudWatchLogGroupName'],
  ['LogConfiguration', 'S3BucketName'],
];

/** The references from a launcher, its task definition and its cluster to what is not made in this scenario. */
export function referencesToExcluded(launcher: Launcher): readonly Dangling[] {
  const definition = launcher.taskDefinition();
  const cluster = launcher.cluster();
  return [
    ...among(launcher.resource.template, launcher.references()),
    ...(definition.is === 'known' ? ofDefinition(definition.value) : []),
    ...(cluster.is === 'known' ? ofCluster(cluster.value) : []),
  ];
}

function ofDefinition(definition: TaskDefinition): readonly Dangling[] {
  const groups = definition.logGroups();
  const places = [
    ...writtenIn(ROLES.map(path => definition.find(...path))),
    ...(groups.is === 'known' ? groups.value : []),
  ];
  return among(definition.resource.template, places);
}

function ofCluster(cluster: Cluster): readonly Dangling[] {
  return among(cluster.resource.template, writtenIn(SESSIONS.map(path => cluster.find(...path))));
}

function writtenIn(found: readonly Value<Place>[]): readonly Place[] {
  return found.flatMap(each => (each.is === 'known' ? [each.value] : []));
}

function among(template: Template, places: readonly Place[]): readonly Dangling[] {
  return places.flatMap(at => excludedByCondition(template, at) ?? []);
}
