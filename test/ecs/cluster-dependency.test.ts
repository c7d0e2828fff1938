import { expect, test } from 'vitest';
import { clusterDependency } from '../../src/ecs/logging/cluster-dependency.ts';
import { ask, launcher } from './query.ts';

/** What the session log of a service in this cluster is said to depend on. */
function dependency(cluster: string, rest = ''): string | undefined {
  const text = `
Parameters: { Cluster: { Type: String }, Prod: { Type: String, Default: prod } }
Resources:
  Service: { Type: AWS::ECS::Service, Properties: { TaskDefinition: t, ${cluster} } }
  Network: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://a/b } }
${rest}`;
  return ask(text, template => clusterDependency(launcher(template, 'Service')))[0]?.toString();
}

test.each([
  ['', 'the default cluster'],
  ['Cluster: prod', 'cluster `prod`'],
  ['Cluster: arn:aws:ecs:eu-west-1:111122223333:cluster/prod', 'cluster `prod`'],
  ['Cluster: !Sub "${AWS::StackName}-cluster"', 'cluster `${AWS::StackName}-cluster`'],
  ['Cluster: !Ref Cluster', 'cluster `Cluster`, a parameter'],
  ['Cluster: { Ref: Cluster }', 'cluster `Cluster`, a parameter'],
  ['Cluster: !ImportValue prod-cluster', 'a cluster, imported as `prod-cluster`'],
  ['Cluster: !ImportValue { Fn::Sub: "${AWS::Region}-c" }', 'a cluster, imported as `${AWS::Region}-c`'],
  ['Cluster: !ImportValue { Fn::Transform: x }', 'its cluster'],
  [
    'Cluster: !GetStackOutput { StackName: net, OutputName: Cluster }',
    'a cluster, the output `Cluster` of stack `net`',
  ],
  ['Cluster: !GetStackOutput { StackName: net }', 'its cluster'],
  ['Cluster: !GetStackOutput { OutputName: Cluster }', 'its cluster'],
  ['Cluster: !GetAtt Network.Outputs.Cluster', 'cluster `Cluster` of nested stack `Network`'],
  ['Cluster: !GetAtt [Network, Outputs.Cluster]', 'cluster `Cluster` of nested stack `Network`'],
  ['Cluster: !GetAtt Network', 'its cluster'],
  ['Cluster: ""', 'its cluster'],
  ['Cluster: !Select [0, !ImportValue Clusters]', 'a cluster, imported as `Clusters`'],
])('a service with %s depends on %s', (cluster, expected) => {
  expect(dependency(cluster)).toBe(expected);
});

test('a service in a cluster of the template depends on no other', () => {
  const own = '  Own: { Type: AWS::ECS::Cluster, Properties: { ClusterName: own } }\n';
  expect(dependency('Cluster: !Ref Own', own)).toBeUndefined();
  expect(dependency('Cluster: own', own)).toBeUndefined();
});
