import { expect, test } from 'vitest';
import { taskNetwork } from '../../src/ecs/network/task-network.ts';
import { ask, launcher } from './query.ts';

/** Why it is not seen whether tasks reach Session Manager: `seen` where it is. */
function unseen(resources: string, containers = ''): string {
  const text = `
Parameters: { Open: { Type: String } }
Resources:
  Web:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: !Ref Task, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref A] } } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [${containers}] } }
  Vpc: { Type: AWS::EC2::VPC }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  OfA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Table } }
${resources}`;
  const [answer = ''] = ask(text, template => {
    const network = taskNetwork(launcher(template, 'Web'));
    if (!network) throw new Error('there is no network');
    return String(network.unseenReach('ssmmessages') ?? 'seen');
  });
  return answer;
}

const endpoint = (service: string, type = 'Interface'): string =>
  `  ${service.replace(/\W/g, '')}: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: ${type}, ServiceName: com.amazonaws.eu-west-1.${service} } }\n`;
const route = (target: string): string =>
  `  Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, ${target} } }\n`;
const MAY_ROUTE = route('TransitGatewayId: tgw-1');
const NO_ROUTE_KNOWN = 'whether its tasks have a route to AWS is not known (`Route` may be a route out)';

test('with a way out, an endpoint, or none of both all is seen', () => {
  expect(unseen(route('NatGatewayId: nat-1'))).toBe('seen');
  expect(unseen(endpoint('ssmmessages'))).toBe('seen');
  expect(unseen(MAY_ROUTE + endpoint('ssmmessages'))).toBe('seen');
  expect(unseen('')).toBe('seen');
});

test('a route that may lead out is not seen to, unless AWS is reached by endpoints', () => {
  expect(unseen(MAY_ROUTE)).toBe(NO_ROUTE_KNOWN);
  expect(unseen(MAY_ROUTE + endpoint('logs'))).toBe('seen');
  expect(unseen(MAY_ROUTE + endpoint('s3', 'Gateway'))).toBe(NO_ROUTE_KNOWN);
});

test('an endpoint that may be for Session Manager is not seen to be', () => {
  const open = `  E: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: !Ref Open } }\n`;
  expect(unseen(open)).toBe(
    'whether its VPC has an endpoint for `ssmmessages` is not known (the endpoint `E` may be one)',
  );
  expect(unseen(route('NatGatewayId: nat-1') + open)).toBe('seen');
});

test('a proxy may be a way out, and so may an endpoint of another stack', () => {
  const proxy = '{ Name: app, Environment: [{ Name: HTTPS_PROXY, Value: "http://proxy:3128" }] }';
  expect(unseen('', proxy)).toBe(
    'whether its tasks have a route to AWS is not known (the containers use a proxy)',
  );
  expect(unseen('Outputs: { Vpc: { Value: !Ref Vpc, Export: { Name: vpc } } }\n')).toBe(
    'whether its tasks have a route to AWS is not known (other stacks, to which the VPC is exported, may add an endpoint)',
  );
});
