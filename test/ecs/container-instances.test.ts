import { expect, test } from 'vitest';
import { instanceGroups } from '../../src/ecs/network/container-instances.ts';
import { ask, launcher, say } from './query.ts';

/** The security groups of the instances that tasks run on, for each group of instances. */
function groups(service: string, resources = '', task = 'NetworkMode: bridge'): string {
  const text = `
Parameters: { Open: { Type: String }, Likely: { Type: String, Default: host } }
Resources:
  Web: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, ${service} } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [], ${task} } }
  Cluster: { Type: AWS::ECS::Cluster }
  OtherCluster: { Type: AWS::ECS::Cluster }
  Group: { Type: AWS::EC2::SecurityGroup }
  Other: { Type: AWS::EC2::SecurityGroup }
  Provider: { Type: AWS::ECS::CapacityProvider, Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref Scaling } } }
  Managed:
    Type: AWS::ECS::CapacityProvider
    Properties:
      ManagedInstancesProvider: { InstanceLaunchTemplate: { NetworkConfiguration: { SecurityGroups: [!Ref Other] } } }
${resources}`;
  const [answer = ''] = ask(text, template => {
    const found = instanceGroups(launcher(template, 'Web'));
    if (found.is !== 'known') return say(found);
    const each = found.value.map(list =>
      list.is === 'known' ? `[${list.value.map(say).join(', ')}]` : say(list),
    );
    return `${each.join(' ')}${found.unsure === undefined ? '' : '?'}`;
  });
  return answer;
}

const EC2 = 'LaunchType: EC2';
const PROVIDED = 'CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider }]';
const scaling = (launch: string): string =>
  `  Scaling: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { ${launch} } }\n`;
const BY_TEMPLATE = scaling('LaunchTemplate: { LaunchTemplateId: !Ref Launch, Version: "1" }');
const launch = (data: string): string =>
  `  Launch: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { ${data} } } }\n`;
const DIRECT = launch('SecurityGroupIds: [!Ref Group]');
const CONFIGURATION =
  '  Launch: { Type: AWS::AutoScaling::LaunchConfiguration, Properties: { SecurityGroups: [!Ref Group] } }\n';

test('tasks with a network interface of their own have not those of the instance', () => {
  expect(groups(EC2, '', 'NetworkMode: awsvpc')).toBe('absent');
  expect(groups(EC2, '', 'NetworkMode: none')).toBe('absent');
  expect(groups('LaunchType: FARGATE', '', 'Family: app')).toBe('absent');
  expect(groups(PROVIDED, BY_TEMPLATE + DIRECT, 'NetworkMode: !Ref Open')).toContain('unknown');
});

test('bridge is the default, and the host shares as well', () => {
  for (const task of ['NetworkMode: bridge', 'NetworkMode: host'])
    expect(groups(PROVIDED, BY_TEMPLATE + DIRECT, task)).toBe('[Group]');
  expect(groups(EC2, '', 'Family: app')).toBe('unknown because its instances are not known');
});

test.each([
  ['a launch template', BY_TEMPLATE + DIRECT, '[Group]'],
  ['a launch configuration', scaling('LaunchConfigurationName: !Ref Launch') + CONFIGURATION, '[Group]'],
  [
    'a policy of several instance types',
    scaling(
      'MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: !Ref Launch } } }',
    ) + DIRECT,
    '[Group]',
  ],
  [
    'one network interface',
    BY_TEMPLATE + launch('NetworkInterfaces: [{ DeviceIndex: 0, Groups: [!Ref Group, !Ref Other] }]'),
    '[Group, Other]',
  ],
  [
    'several network interfaces',
    BY_TEMPLATE + launch('NetworkInterfaces: [{ Groups: [!Ref Group] }, { Groups: [!Ref Other] }]'),
    'unknown because it has several network interfaces',
  ],
  [
    'no network interface in the list',
    BY_TEMPLATE + launch('NetworkInterfaces: []'),
    'unknown because it has several network interfaces',
  ],
  ['no security group', BY_TEMPLATE + launch('ImageId: ami-1'), 'absent'],
  ['nothing that is launched', scaling('MinSize: "1"'), 'absent'],
])('instances of a capacity provider have the groups of %s', (_, resources, expected) => {
  expect(groups(PROVIDED, resources)).toBe(expected);
});

test('managed instances have those of their provider', () => {
  expect(
    groups('CapacityProviderStrategy: [{ CapacityProvider: !Ref Managed }]', scaling('MinSize: "1"')),
  ).toBe('[Other]');
});

test('tasks may run on instances of several providers', () => {
  const both = PROVIDED.replace(' }]', ' }, { CapacityProvider: !Ref Managed }]');
  expect(groups(both, BY_TEMPLATE + DIRECT)).toBe('[Group] [Other]');
  expect(groups(PROVIDED.replace('Provider }', 'Group }'), BY_TEMPLATE)).toBe(
    'unknown because `Group` is not a capacity provider',
  );
});

const association = (cluster: string): string =>
  `  Association: { Type: AWS::ECS::ClusterCapacityProviderAssociations, Properties: { Cluster: ${cluster}, DefaultCapacityProviderStrategy: [{ CapacityProvider: !Ref Provider }] } }\n`;

test('the providers of the cluster count where the service names nothing', () => {
  const rest = BY_TEMPLATE + DIRECT;
  expect(groups('DesiredCount: 1', rest + association('!Ref Cluster'))).toBe('[Group]');
  expect(groups('DesiredCount: 1', rest + association('!Ref OtherCluster'))).toContain('unknown');
  expect(groups(EC2, rest + association('!Ref Cluster'))).not.toBe('[Group]');
});

test('instances that join the cluster by their user data may be some of several', () => {
  const joins = launch('SecurityGroupIds: [!Ref Group], UserData: !Sub "echo ECS_CLUSTER=${Cluster}"');
  expect(groups(EC2, joins)).toBe('[Group]?');
  expect(groups(EC2, joins.replace('{Cluster}', '{OtherCluster}'))).toBe(
    'unknown because its instances are not known',
  );
  const configured = CONFIGURATION.replace(
    '{ SecurityGroups',
    '{ UserData: !Sub "${Cluster}", SecurityGroups',
  );
  expect(groups(EC2, configured)).toBe('[Group]?');
});

test('the default of a parameter for the network mode is only likely', () => {
  expect(groups(PROVIDED, BY_TEMPLATE + DIRECT, 'NetworkMode: !Ref Likely')).toBe('[Group]?');
});
