import { describe, expect, test } from 'vitest';
import { restrictingEndpoints, unseenEndpointPolicies } from '../../src/ecs/network/endpoint-permissions.ts';
import { taskNetwork } from '../../src/ecs/network/task-network.ts';
import { ask, launcher } from './query.ts';

/** What endpoints keep the tasks from, and why that is not seen. */
function restrictions(resources: string, exec = 'Logging: NONE'): readonly string[] {
  const text = `
Parameters: { Open: { Type: String } }
Resources:
  Web:
    Type: AWS::ECS::Service
    Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref A, !Ref B] } } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { TaskRoleArn: !GetAtt Role.Arn, ContainerDefinitions: [] } }
  Role: { Type: AWS::IAM::Role }
  Cluster: { Type: AWS::ECS::Cluster, Properties: { Configuration: { ExecuteCommandConfiguration: { ${exec} } } } }
  Bucket: { Type: AWS::S3::Bucket }
  Vpc: { Type: AWS::EC2::VPC }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24 } }
  TableA: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  TableB: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  OfA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref TableA } }
  OfB: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref B, RouteTableId: !Ref TableB } }
${resources}`;
  const [lines = []] = ask(text, template => {
    const service = launcher(template, 'Web');
    const network = taskNetwork(service);
    if (!network) throw new Error('there is no network');
    const found = restrictingEndpoints(service, network).map(
      ({ endpoint, actions, opensSessions, onOtherResources }) =>
        `${endpoint.id}: ${actions.length === 4 ? 'sessions' : actions.join(', ')}${opensSessions ? '' : ' for records'}${onOtherResources ? ' on other resources' : ''}`,
    );
    return [...found, ...unseenEndpointPolicies(service, network).map(String)];
  });
  return lines;
}

const endpoint = (
  service: string,
  policy: string,
  more = 'VpcEndpointType: Interface, PrivateDnsEnabled: true',
): string =>
  `  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, ServiceName: com.amazonaws.eu-west-1.${service}, ${more}, PolicyDocument: ${policy} } }\n`;
const allow = (actions: string, resource = '"*"'): string =>
  `{ Statement: [{ Effect: Allow, Principal: "*", Action: ${actions}, Resource: ${resource} }] }`;
const gateway = (tables: string): string => `VpcEndpointType: Gateway, RouteTableIds: ${tables}`;
const TO_BUCKET = 'Logging: OVERRIDE, LogConfiguration: { S3BucketName: !Ref Bucket }';

describe('an endpoint for Session Manager', () => {
  test('lets through what its policy allows', () => {
    expect(restrictions('')).toEqual([]);
    expect(restrictions(endpoint('ssmmessages', allow('"ssmmessages:*"')))).toEqual([]);
    expect(restrictions(endpoint('ssmmessages', allow('"ssm:*"')))).toEqual(['Endpoint: sessions']);
    expect(restrictions(endpoint('ssmmessages', allow('"ssmmessages:Create*"')))).toEqual([
      'Endpoint: ssmmessages:OpenControlChannel, ssmmessages:OpenDataChannel',
    ]);
    expect(restrictions(endpoint('ssm', allow('"ssm:*"')))).toEqual([]);
  });

  test('may allow them on other resources only', () => {
    expect(restrictions(endpoint('ssmmessages', allow('"ssmmessages:*"', 'arn:aws:s3:::x')))).toEqual([
      'Endpoint: sessions on other resources',
    ]);
    const mixed = `{ Statement: [
      { Effect: Allow, Principal: "*", Action: ssmmessages:OpenDataChannel, Resource: arn:aws:s3:::x } ] }`;
    expect(restrictions(endpoint('ssmmessages', mixed))).toEqual(['Endpoint: sessions']);
  });

  test('may allow them under a condition that no task meets', () => {
    const unmet = allow('"ssmmessages:*"').replace(
      ' }] }',
      ', Condition: { Bool: { "aws:SecureTransport": "false" } } }] }',
    );
    expect(restrictions(endpoint('ssmmessages', unmet))).toEqual(['Endpoint: sessions']);
  });

  test('is not used without a private name, and not seen where that is not known', () => {
    const policy = allow('"ssm:*"');
    const named = (is: string): string => `VpcEndpointType: Interface, PrivateDnsEnabled: ${is}`;
    expect(restrictions(endpoint('ssmmessages', policy, named('false')))).toEqual([]);
    expect(restrictions(endpoint('ssmmessages', policy, named('!Ref Open')))).toHaveLength(1);
    expect(restrictions(endpoint('ssmmessages', '!ImportValue Policy'))[0]).toContain(
      'the policy of endpoint `Endpoint`',
    );
    expect(restrictions(endpoint('ssmmessages', policy).replace('Interface', '!Ref Open'))).toEqual([
      'the endpoint of its VPC for `ssmmessages` is not known (the type of `Endpoint` is not known)',
    ]);
  });
});

describe('a gateway to S3', () => {
  const none = allow('"s3:GetObject"');

  test('counts where records go to a bucket, and all subnets lead to it', () => {
    const both = endpoint('s3', none, gateway('[!Ref TableA, !Ref TableB]'));
    expect(restrictions(both)).toEqual([]);
    expect(restrictions(both, TO_BUCKET)).toEqual([
      'Endpoint: s3:GetBucketLocation, s3:PutObject for records',
    ]);
    expect(
      restrictions(endpoint('s3', allow('"s3:*"'), gateway('[!Ref TableA, !Ref TableB]')), TO_BUCKET),
    ).toEqual([]);
  });

  test('is not used by subnets that do not', () => {
    expect(restrictions(endpoint('s3', none, gateway('[!Ref TableA]')), TO_BUCKET)).toEqual([]);
    expect(restrictions(endpoint('s3', none, gateway('[]')), TO_BUCKET)).toEqual([]);
  });

  test('is not seen to be used where route tables are not known', () => {
    const unseen = ['the endpoint of its VPC for `s3` is not known (its route tables are not all known)'];
    expect(restrictions(endpoint('s3', none, gateway('[!Ref TableA, !Ref Open]')), TO_BUCKET)).toEqual(
      unseen,
    );
    expect(restrictions(endpoint('s3', none, gateway('!Ref Open')), TO_BUCKET)).toEqual(unseen);
  });
});
