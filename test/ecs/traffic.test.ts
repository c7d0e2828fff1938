import { describe, expect, test } from 'vitest';
import {
  blockedEgress,
  groupsBlockingIngress,
  unseenEgress,
  unseenIngress,
} from '../../src/ecs/network/security-group-traffic.ts';
import { vpcOf } from '../../src/ecs/network/vpc.ts';
import { interfaceEndpoints } from '../../src/ecs/network/vpc-endpoint.ts';
import { ask, launcher } from './query.ts';

interface Parts {
  /** Of the endpoint. */
  readonly groups?: string;
  readonly ingress?: string;
  /** Of the group of the tasks. */
  readonly egress?: string;
  readonly range?: string;
  readonly own?: string;
  readonly more?: string;
}

const template = ({
  groups = '[!Ref Gate]',
  ingress = '',
  egress = '',
  range = '10.0.1.0/24',
  own = '[!Ref Tasks]',
  more = '',
}: Parts): string => `
Parameters: { Open: { Type: String }, Port: { Type: Number }, Likely: { Type: String, Default: 10.0.0.0/16 } }
Resources:
  Web:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: x, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref A], SecurityGroups: ${own} } } }
  Vpc: { Type: AWS::EC2::VPC }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: ${range} } }
  Tasks: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, ${egress} } }
  Others: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc } }
  Gate: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, ${ingress} } }
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcEndpointType: Interface
      ServiceName: com.amazonaws.eu-west-1.ssmmessages
      VpcId: !Ref Vpc
      ${groups === '' ? '' : `SecurityGroupIds: ${groups}`}
${more}`;

/** Whether tasks reach their endpoint: `blocked`, `open`, or why that is not seen. */
function toEndpoint(parts: Parts): string {
  const [answer = ''] = ask(template(parts), each => {
    const network = launcher(each, 'Web').network();
    const vpc = vpcOf(network);
    const [endpoint] = vpc.is === 'known' ? interfaceEndpoints(vpc.value) : [];
    if (!endpoint) throw new Error('there is no endpoint');
    const blocking = groupsBlockingIngress(endpoint, network);
    return blocking ? 'blocked' : String(unseenIngress(endpoint, network) ?? 'open');
  });
  return answer;
}

const rule = (from: string, port = '443'): string =>
  `{ IpProtocol: tcp, FromPort: ${port}, ToPort: ${port}, ${from} }`;
const ingress = (...rules: readonly string[]): string => `SecurityGroupIngress: [${rules.join(', ')}]`;
const FROM_TASKS = 'SourceSecurityGroupId: !GetAtt Tasks.GroupId';
const FROM_OTHERS = 'SourceSecurityGroupId: !GetAtt Others.GroupId';
const NOT_COMPARED = 'a rule of `Gate` cannot be compared';

describe('an endpoint whose group lets in', () => {
  test.each([
    ['nothing', '', 'blocked'],
    ['the group of the tasks', ingress(rule(FROM_TASKS)), 'open'],
    ['another group', ingress(rule(FROM_OTHERS)), 'blocked'],
    ['both', ingress(rule(FROM_OTHERS), rule(FROM_TASKS)), 'open'],
    ['the subnet', ingress(rule('CidrIp: 10.0.1.0/24')), 'open'],
    ['a part of it', ingress(rule('CidrIp: 10.0.1.128/25')), 'open'],
    ['the range around it', ingress(rule('CidrIp: 10.0.0.0/8')), 'open'],
    ['another range', ingress(rule('CidrIp: 10.9.0.0/16')), 'blocked'],
    ['the group on another port', ingress(rule(FROM_TASKS, '80')), 'blocked'],
    ['the group on any port', ingress(`{ IpProtocol: "-1", ${FROM_TASKS} }`), 'open'],
    ['the group by UDP', ingress(rule(FROM_TASKS).replace('tcp', 'udp')), 'blocked'],
    ['a range that is not known', ingress(rule('CidrIp: !Ref Open')), NOT_COMPARED],
    ['a group that is not known', ingress(rule('SourceSecurityGroupId: !Ref Open')), NOT_COMPARED],
    ['the group on a port that is not known', ingress(rule(FROM_TASKS, '!Ref Port')), NOT_COMPARED],
    ['a prefix list', ingress(rule('SourcePrefixListId: pl-1')), NOT_COMPARED],
    ['what is not known, and the group', ingress(rule('CidrIp: !Ref Open'), rule(FROM_TASKS)), 'open'],
    ['what is not known, and another', ingress(rule(FROM_OTHERS), rule('CidrIp: !Ref Open')), NOT_COMPARED],
    [
      'rules that are not known',
      'SecurityGroupIngress: !ImportValue Rules',
      'it is imported from another stack',
    ],
  ])('%s', (_, written, expected) => {
    expect(toEndpoint({ ingress: written })).toEqual(expected);
  });

  test('the range of a subnet that is not known', () => {
    const range = '!Ref Open';
    expect(toEndpoint({ range, ingress: ingress(rule('CidrIp: 10.9.0.0/16')) })).toBe(NOT_COMPARED);
    expect(toEndpoint({ range, ingress: ingress(rule(FROM_TASKS)) })).toBe('open');
  });

  test('groups of tasks that are not known', () => {
    const own = '[!Ref Open]';
    expect(toEndpoint({ own, ingress: ingress(rule(FROM_TASKS)) })).toBe(NOT_COMPARED);
    expect(toEndpoint({ own, ingress: ingress(rule('CidrIp: 10.0.1.0/24')) })).toBe('open');
  });
});

describe('an endpoint with', () => {
  test('no group of its own has the default one', () => {
    expect(toEndpoint({ groups: '' })).toBe('`Endpoint` has the default security group of its VPC');
  });

  test('groups that are not known', () => {
    expect(toEndpoint({ groups: '!Ref Open' })).toContain('`Open`');
  });

  test('two groups is reached through either', () => {
    const groups = '[!Ref Others, !Ref Gate]';
    expect(toEndpoint({ groups })).toBe('blocked');
    expect(toEndpoint({ groups, ingress: ingress(rule(FROM_TASKS)) })).toBe('open');
  });
});

/** Whether tasks reach AWS: `blocked`, `IPv6 alone`, `open`, or why that is not seen. */
function toAws(egress: string, parts: Parts = {}): string {
  const [answer = ''] = ask(template({ ...parts, egress }), each => {
    const { securityGroups } = launcher(each, 'Web').network();
    const blocked = blockedEgress(securityGroups);
    if (blocked) return blocked.letsIpv6 ? 'IPv6 alone' : 'blocked';
    return String(unseenEgress(securityGroups) ?? 'open');
  });
  return answer;
}

const egress = (...rules: readonly string[]): string => `SecurityGroupEgress: [${rules.join(', ')}]`;

describe('a group of tasks that lets out', () => {
  test.each([
    ['everything, for lack of rules', '', 'open'],
    ['everything', egress('{ IpProtocol: "-1", CidrIp: 0.0.0.0/0 }'), 'open'],
    ['HTTPS', egress(rule('CidrIp: 0.0.0.0/0')), 'open'],
    ['HTTPS to a group', egress(rule('DestinationSecurityGroupId: !GetAtt Gate.GroupId')), 'open'],
    ['HTTPS to a prefix list', egress(rule('DestinationPrefixListId: pl-1')), 'open'],
    ['another port', egress(rule('CidrIp: 0.0.0.0/0', '80')), 'blocked'],
    [
      'nothing, as the CDK writes it',
      egress('{ IpProtocol: icmp, FromPort: 252, ToPort: 86, CidrIp: 255.255.255.255/32 }'),
      'blocked',
    ],
    ['everything to the host itself', egress('{ IpProtocol: "-1", CidrIp: 127.0.0.1/32 }'), 'blocked'],
    ['everything to the host itself by IPv6', egress('{ IpProtocol: "-1", CidrIpv6: "::1/128" }'), 'blocked'],
    ['HTTPS to IPv6 addresses', egress(rule('CidrIpv6: "::/0"')), 'IPv6 alone'],
    [
      'HTTPS to a range that is not known',
      egress(rule('CidrIp: !Ref Open')),
      'a rule of `Tasks` cannot be compared',
    ],
    [
      'a port that is not known',
      egress(rule('CidrIp: 0.0.0.0/0', '!Ref Port')),
      'a rule of `Tasks` cannot be compared',
    ],
    [
      'rules that are not known',
      'SecurityGroupEgress: !ImportValue Rules',
      'it is imported from another stack',
    ],
  ])('%s', (_, written, expected) => {
    expect(toAws(written)).toEqual(expected);
  });

  test('nothing beside one that lets everything out', () => {
    const own = '[!Ref Tasks, !Ref Others]';
    expect(toAws(egress(rule('CidrIp: 0.0.0.0/0', '80')), { own })).toBe('open');
    expect(toAws(egress(rule('CidrIp: !Ref Open')), { own })).toBe('open');
  });

  test('what another stack may add to', () => {
    const more = 'Outputs: { Group: { Value: !Ref Tasks, Export: { Name: tasks } } }\n';
    expect(toAws(egress(rule('CidrIp: 0.0.0.0/0', '80')), { more })).not.toBe('blocked');
    const nested =
      '  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://a/b, Parameters: { G: !Ref Tasks } } }\n';
    expect(toAws(egress(rule('CidrIp: 0.0.0.0/0', '80')), { more: nested })).toContain('`Nested`');
    expect(toAws(egress(rule('CidrIp: 0.0.0.0/0', '80')), { more: nested.replace('!Ref Tasks', 'x') })).toBe(
      'blocked',
    );
  });
});
