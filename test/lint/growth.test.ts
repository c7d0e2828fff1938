import { afterEach, expect, test, vi } from 'vitest';
import { Template } from '../../src/cfn/scenario/scenario-template.ts';
import { DEFAULT_OPTIONS, lint, parse } from '../../src/index.ts';

afterEach(() => vi.restoreAllMocks());

/** How often places are looked up while some templates are judged together: a measure that is the same on all machines. */
function lookups(templates: readonly { readonly file: string; readonly text: string }[]): number {
  const find = vi.spyOn(Template.prototype, 'find');
  lint(
    templates.map(({ file, text }) => parse(file, text)),
    DEFAULT_OPTIONS,
  );
  const count = find.mock.calls.length;
  find.mockRestore();
  return count;
}

const NETWORK = `
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Association: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, GroupDescription: tasks}}
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.logs', SubnetIds: [!Ref Subnet], SecurityGroupIds: [!Ref Group]}
  Cluster: {Type: AWS::ECS::Cluster}
`;

function service(cluster: string, subnet: string, group: string): string {
  return `
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{Name: web, Image: nginx}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: ${cluster}
      TaskDefinition: !Ref Task
      LaunchType: FARGATE
      EnableExecuteCommand: !If [IsOn, true, false]
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [${subnet}], SecurityGroups: [${group}]}}
`;
}

const CONDITIONS = `
Parameters: {On: {Type: String, AllowedValues: ['yes', 'no']}}
Conditions: {IsOn: !Equals [!Ref On, 'yes']}
Resources:`;

const OUTPUTS = ['Cluster', 'Subnet', 'Group', 'Vpc']
  .map(each => `  ${each}: {Value: !Ref ${each}, Export: {Name: net-${each}}}`)
  .join('\n');

const SHAPES = {
  'templates that have nothing to do with one another': (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      file: `${i}.yml`,
      text: `${CONDITIONS}${NETWORK}${service('!Ref Cluster', '!Ref Subnet', '!Ref Group')}Outputs:
  Group: {Value: !Ref Group, Export: {Name: group-${i}}}\n`,
    })),
  'templates that import what one of them exports': (count: number) => [
    { file: 'network.yml', text: `Resources:${NETWORK}Outputs:\n${OUTPUTS}\n` },
    ...Array.from({ length: count }, (_, i) => ({
      file: `${i}.yml`,
      text: `${CONDITIONS}${service('!ImportValue net-Cluster', '!ImportValue net-Subnet', '!ImportValue net-Group')}`,
    })),
  ],
};

test.each(Object.entries(SHAPES))('the effort grows as their number does: %s', (_, make) => {
  const [few, many] = [lookups(make(10)), lookups(make(40))];
  expect(few).toBeGreaterThan(500);
  expect(many / few).toBeLessThan(4.5);
});
