import type { Resource } from '../../cfn/scenario/resource.ts';
import { absent, andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { type ResourceList, targetsOf } from '../model/network-configuration.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { usersOf } from './stack-references.ts';

/**
 * The security groups of the container instances that a launcher's tasks run on, a list for each group of instances.
 * Tasks have them where they have no network interface of their own; absent where they have one.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html
 */
export function instanceGroups(launcher: Launcher): Value<readonly Value<ResourceList>[]> {
  return andThen(launcher.taskDefinition(), (definition, at) => {
    const mode = definition.networkMode();
    if (mode.is === 'unknown') return mode;
    // Bridge is the default, which Fargate does not have.
    const isShared =
      mode.is === 'known' ? /^(?:bridge|host)$/.test(mode.value) : launcher.onFargate().is === 'no';
    if (!isShared) return absent(at);
    const groups = groupsOfInstances(launcher);
    return mode.is === 'known' && mode.unsure !== undefined && groups.is === 'known'
      ? { ...groups, unsure: mode.unsure }
      : groups;
  });
}

function groupsOfInstances(launcher: Launcher): Value<readonly Value<ResourceList>[]> {
  const own = launcher.capacityProviders();
  if (own.is !== 'absent') return eachOf(own, groupsOfProvider);
  return andThen(launcher.cluster(), ({ resource }, at): Value<readonly Value<ResourceList>[]> => {
    const strategy = launcher.launchType().is === 'absent' ? defaultProviders(resource) : absent(at);
    if (strategy.is !== 'absent') return eachOf(strategy, groupsOfProvider);
    const launches = [
      ...usersOf(resource, 'AWS::EC2::LaunchTemplate', 'LaunchTemplateData'),
      ...usersOf(resource, 'AWS::AutoScaling::LaunchConfiguration', 'UserData'),
    ];
    if (launches.length === 0) return unknown(say`its instances are not known`, at);
    return known(launches.map(groupsOfLaunch), at, say`other instances may join the cluster`);
  });
}

function eachOf(
  list: Value<ResourceList>,
  groupsOf: (resource: Resource, at: Place) => Value<ResourceList>,
): Value<readonly Value<ResourceList>[]> {
  return andThen(list, (resources, at) =>
    known(
      resources.map(each => andThen(each, groupsOf)),
      at,
    ),
  );
}

/** The capacity providers that a cluster takes for who names none. */
function defaultProviders(cluster: Resource): Value<ResourceList> {
  const association = usersOf(cluster, 'AWS::ECS::ClusterCapacityProviderAssociations', 'Cluster').find(
    each => isOf(each, cluster),
  );
  const { template } = association ?? cluster;
  return andThen((association ?? cluster).items('DefaultCapacityProviderStrategy'), (items, at) =>
    known(
      items.map(item => new ResourceProperty(template, template.find(item, 'CapacityProvider')).target()),
      at,
    ),
  );
}

function isOf(association: Resource, cluster: Resource): boolean {
  const target = new ResourceProperty(association.template, association.find('Cluster')).target();
  return target.is === 'known' && target.value.sameAs(cluster);
}

function groupsOfProvider(provider: Resource, at: Place): Value<ResourceList> {
  if (provider.type !== 'AWS::ECS::CapacityProvider')
    return unknown(say`\`${provider.id}\` is not a capacity provider`, at);
  const managed = provider.find(
    'ManagedInstancesProvider',
    'InstanceLaunchTemplate',
    'NetworkConfiguration',
    'SecurityGroups',
  );
  if (managed.is === 'known') return targetsOf(provider.template, managed);
  const group = new ResourceProperty(
    provider.template,
    provider.find('AutoScalingGroupProvider', 'AutoScalingGroupArn'),
  );
  return andThen(group.target(), groupsOfScaling);
}

/** Of an Auto Scaling group, by its launch template or launch configuration. */
function groupsOfScaling(scaling: Resource): Value<ResourceList> {
  const references = [
    ['LaunchConfigurationName'],
    ['LaunchTemplate', 'LaunchTemplateId'],
    ['MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification', 'LaunchTemplateId'],
  ].map(keys => scaling.find(...keys));
  const found = references.find(each => each.is !== 'absent') ?? absent(scaling.at);
  return andThen(new ResourceProperty(scaling.template, found).target(), groupsOfLaunch);
}

/** Of a launch configuration, or of a launch template, which names them for all interfaces at once or for each. */
function groupsOfLaunch(launch: Resource): Value<ResourceList> {
  const { template } = launch;
  if (launch.type === 'AWS::AutoScaling::LaunchConfiguration')
    return targetsOf(template, launch.find('SecurityGroups'));
  const groups = targetsOf(template, launch.find('LaunchTemplateData', 'SecurityGroupIds'));
  if (groups.is !== 'absent') return groups;
  return andThen(launch.items('LaunchTemplateData', 'NetworkInterfaces'), ([first, another], at) =>
    first && !another
      ? targetsOf(template, template.find(first, 'Groups'))
      : unknown(say`it has several network interfaces`, at),
  );
}
