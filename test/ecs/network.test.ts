import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exempts } from '../../src/ecs/container/proxy.ts';
import { egressPath } from '../../src/ecs/network/egress-path.ts';
import { SecurityGroup } from '../../src/ecs/network/security-group.ts';
import { blockedEgress } from '../../src/ecs/network/security-group-traffic.ts';
import { vpcOf } from '../../src/ecs/network/vpc.ts';
import { endpointsFor, interfaceEndpoints } from '../../src/ecs/network/vpc-endpoint.ts';
import { contains, overlaps, rangeOf } from '../../src/ecs/resolve/cidr.ts';
import { ask, askOnce, launcher, resource, say } from './query.ts';

const HEAD = `
Parameters: { Subnets: { Type: CommaDelimitedList }, Name: { Type: String }, Port: { Type: Number, Default: 80 } }
Resources:
  Web:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: x, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: SUBNETS, SecurityGroups: [!Ref Group], AssignPublicIp: PUBLIC } } }
  Vpc: { Type: AWS::EC2::VPC }
  OtherVpc: { Type: AWS::EC2::VPC }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !GetAtt A.VpcId, CidrBlock: 10.0.2.0/24 } }
  Far: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref OtherVpc } }
`;

const template = (resources: string, subnets = '[!Ref A]', isPublic = 'DISABLED'): string =>
  HEAD.replace('SUBNETS', subnets).replace('PUBLIC', isPublic) + resources;

describe('a VPC', () => {
  test.each([
    ['[!Ref A]', 'Vpc'],
    ['[!Ref A, !Ref B]', 'Vpc'],
    ['[!Ref A, !Ref Far]', 'unknown because its subnets may not all be in one VPC'],
    ['[!Ref A, subnet-1]', 'unknown because the value does not point to a resource of this template'],
    ['!Ref Subnets', 'unknown because the parameter `Subnets` has no value here'],
    ['[!Ref Vpc]', 'unknown because `Vpc` is not a subnet of this template'],
    ['[]', 'absent'],
    ['!Ref AWS::NoValue', 'absent'],
  ])('is that of the subnets: %s', (subnets, said) => {
    expect(askOnce(template('', subnets), each => say(vpcOf(launcher(each, 'Web').network())))).toBe(said);
  });

  const endpoint = (name: string, service: string, vpc = '!Ref Vpc', type = 'Interface'): string =>
    `  ${name}: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: ${type}, ServiceName: ${service}, VpcId: ${vpc} } }\n`;

  test.each([
    [endpoint('One', 'com.amazonaws.eu-west-1.ssmmessages'), 'One'],
    [endpoint('One', '!Sub "com.amazonaws.${AWS::Region}.ssmmessages-fips"'), 'One'],
    [endpoint('One', 'cn.com.amazonaws.cn-north-1.ssmmessages'), 'One'],
    [endpoint('One', 'com.amazonaws.eu-west-1.ssm'), 'absent'],
    [endpoint('One', 'com.amazonaws.eu-west-1.ssmmessages', '!Ref OtherVpc'), 'absent'],
    [endpoint('One', 'com.amazonaws.eu-west-1.ssmmessages', '!GetAtt A.VpcId'), 'One'],
    [
      endpoint('One', 'com.amazonaws.eu-west-1.ssmmessages', '!Ref Name'),
      'unknown because the endpoint `One` may be one',
    ],
    [
      endpoint('One', '!Sub "com.amazonaws.eu-west-1.${Name}"'),
      'unknown because the endpoint `One` may be one',
    ],
    [endpoint('One', '!Ref Name'), 'unknown because the endpoint `One` may be one'],
    [endpoint('One', '!Ref Name') + endpoint('Two', 'com.amazonaws.eu-west-1.ssmmessages'), 'Two?'],
    [
      '  Nested: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { Vpc: !Ref Vpc } } }\n',
      'unknown because `Nested`, which `Vpc` is passed to, may add to it',
    ],
  ])('has an endpoint for Session Manager, or not: %s', (resources, said) => {
    const answer = askOnce(template(resources), each =>
      say(endpointsFor(resource(each, 'Vpc'), 'ssmmessages')),
    );
    expect(answer).toBe(said);
  });

  test.each([
    [endpoint('One', 'com.amazonaws.eu-west-1.logs'), 'One'],
    [endpoint('One', 'com.amazonaws.eu-west-1.s3', '!Ref Vpc', 'Gateway'), 'none'],
    [endpoint('One', 'com.amazonaws.vpce.eu-west-1.vpce-svc-0123'), 'none'],
    [endpoint('One', 'com.amazonaws.eu-west-1.logs', '!Ref OtherVpc'), 'none'],
    [endpoint('One', 'com.amazonaws.eu-west-1.logs', '!Ref Vpc', '!Ref Name'), 'none'],
  ])('is meant to reach AWS by endpoints when it has one: %s', (resources, id) => {
    expect(
      askOnce(template(resources), each => interfaceEndpoints(resource(each, 'Vpc'))[0]?.id ?? 'none'),
    ).toBe(id);
  });
});

describe('the way out of a VPC', () => {
  const TABLE = `
  Table: { Type: AWS::EC2::RouteTable }
  OfA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Table } }
`;
  const route = (target: string, to = '0.0.0.0/0'): string =>
    `  Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !GetAtt Table.RouteTableId, DestinationCidrBlock: ${to}, ${target} } }\n`;
  const way = (resources: string, subnets?: string, isPublic?: string): string =>
    askOnce(template(resources, subnets, isPublic), each => {
      const found = egressPath(launcher(each, 'Web').network());
      return found.is === 'found' ? `found by ${found.by.id}` : found.is;
    });

  test.each([
    ['', 'none'],
    [TABLE, 'none'],
    [TABLE + route('NatGatewayId: nat-1'), 'found by Route'],
    [TABLE + route('NatGatewayId: nat-1', '10.9.0.0/16'), 'unknown'],
    [TABLE + route('GatewayId: igw-1'), 'unknown'],
    [TABLE + route('TransitGatewayId: tgw-1'), 'unknown'],
    [TABLE + route('InstanceId: i-1'), 'unknown'],
    ['  Attached: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc } }\n', 'unknown'],
    [
      '  Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: rtb-1, NatGatewayId: nat-1 } }\n',
      'unknown',
    ],
    [TABLE.replace('!Ref Table }', 'rtb-1 }'), 'unknown'],
    [`${TABLE}Outputs: { Table: { Value: !Ref Table } }\n`, 'unknown'],
    [
      `${TABLE}  Propagation: { Type: AWS::EC2::VPNGatewayRoutePropagation, Properties: { RouteTableIds: [!Ref Table] } }\n`,
      'unknown',
    ],
  ])('is where routes lead: %s', (resources, said) => {
    expect(way(resources)).toBe(said);
  });

  test('is not known where a loop over what is not known may add routes or associations', () => {
    const loop = (type: string): string =>
      `  "Fn::ForEach::L": [I, !Ref Subnets, { "R\${I}": { Type: ${type} } }]\nTransform: AWS::LanguageExtensions\n`;
    expect(way(loop('AWS::EC2::Route'))).toBe('unknown');
    expect(way(loop('AWS::EC2::SubnetRouteTableAssociation'))).toBe('unknown');
    expect(way(TABLE + loop('AWS::EC2::Route'))).toBe('unknown');
    expect(way(loop('AWS::SNS::Topic'))).toBe('none');
    expect(way(TABLE + loop('AWS::SNS::Topic'))).toBe('none');
  });

  test('is not known where a nested stack that is not seen is handed the route table', () => {
    const nested =
      '  N: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://a/b, Parameters: { T: !Ref Table } } }\n';
    expect(way(TABLE + nested)).toBe('unknown');
    expect(way(TABLE + nested.replace('!Ref Table', 'x'))).toBe('none');
    expect(way(`${TABLE}Outputs: { Other: { Value: !Ref Vpc } }\n`)).toBe('none');
  });

  test('is not known where an output that is not known may give the route table to others', () => {
    const output = (value: string): string => `${TABLE}Outputs: { Out: { Value: ${value} } }\n`;
    expect(way(output('!Select [!Ref Name, [!Ref Table, x]]'))).toBe('unknown');
    expect(way(output('!Select [!Ref Name, [!Ref Vpc, x]]'))).toBe('none');
    expect(way(output('!Sub "${Table.RouteTableId}-${Name}"'))).toBe('unknown');
  });

  test('is none where what the route table is handed to does not exist', () => {
    const nested =
      '  N: { Type: AWS::CloudFormation::Stack, Condition: Never, Properties: { Parameters: { T: !Ref Table } } }\n';
    expect(way(`${TABLE}${nested}Conditions: { Never: !Equals [a, b] }\n`)).toBe('none');
    expect(way(`${TABLE}${nested}Conditions: { Never: !Equals [a, a] }\n`)).toBe('unknown');
  });

  test('takes a public address to an internet gateway', () => {
    expect(way(TABLE + route('GatewayId: igw-1'), '[!Ref A]', 'ENABLED')).toBe('found by Route');
    expect(way(TABLE, '[!Ref A]', 'ENABLED')).toBe('unknown');
    expect(way(TABLE, '[!Ref A]', '!Ref Name')).toBe('unknown');
  });

  test('is only known when all subnets are alike, and known', () => {
    expect(way(TABLE + route('NatGatewayId: nat-1'), '[!Ref A, !Ref B]')).toBe('unknown');
    expect(way('', '[!Ref A, subnet-1]')).toBe('unknown');
    expect(way('', '[!Ref A, !Ref B]')).toBe('none');
  });

  test('may differ between scenarios', () => {
    const text = template(
      `${TABLE}${route('NatGatewayId: nat-1').replace('Route: {', 'Route: { Condition: HasNat,')}Conditions: { HasNat: !Equals [!Ref Name, nat] }\n`,
    );
    expect(ask(text, each => egressPath(launcher(each, 'Web').network()).is)).toEqual(['found', 'none']);
  });
});

describe('a security group', () => {
  const shuts = (rules: string): boolean =>
    askOnce(template(`  Group: { Type: AWS::EC2::SecurityGroup, Properties: { ${rules} } }\n`), each => {
      const egress = blockedEgress(launcher(each, 'Web').network().securityGroups);
      return egress !== undefined && !egress.letsIpv6;
    });
  const to = (rule: string): string => `SecurityGroupEgress: [{ ${rule} }]`;

  test.each([
    ['', false],
    ['SecurityGroupEgress: []', false],
    ['SecurityGroupEgress: !ImportValue Rules', false],
    [to('IpProtocol: -1'), false],
    [to('IpProtocol: "-1"'), false],
    [to('IpProtocol: tcp, FromPort: 443, ToPort: 443'), false],
    [to('IpProtocol: TCP, FromPort: "0", ToPort: "65535"'), false],
    [to('IpProtocol: 6, FromPort: 400, ToPort: 500'), false],
    [to('IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port'), false],
    [to('IpProtocol: tcp'), false],
    [to('IpProtocol: tcp, FromPort: -1, ToPort: -1'), false],
    [to('IpProtocol: !Ref Name, FromPort: 80, ToPort: 80'), false],
    [to('IpProtocol: tcp, FromPort: 80, ToPort: 80'), true],
    [to('IpProtocol: tcp, FromPort: 444, ToPort: 65535'), true],
    [to('IpProtocol: udp, FromPort: 443, ToPort: 443'), true],
    [to('IpProtocol: icmp, FromPort: 252, ToPort: 86'), true],
    ['SecurityGroupEgress: { IpProtocol: tcp, FromPort: 80, ToPort: 80 }', true],
  ])('lets nothing out to HTTPS, for certain: %s', (rules, said) => {
    expect(shuts(rules)).toBe(said);
  });

  test('has rules of its own and rules beside it', () => {
    const text = template(`
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { SecurityGroupIngress: [{ IpProtocol: tcp }] } }
  Beside: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !GetAtt Group.GroupId, IpProtocol: udp } }
  Named: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupName: !Ref Group, IpProtocol: icmp } }
  Source: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: sg-1, SourceSecurityGroupId: !Ref Group } }
`);
    const rules = askOnce(text, each => new SecurityGroup(resource(each, 'Group')).rules('in'));
    const places = rules.is === 'known' ? rules.value.map(rule => rule.at.path[1]) : [];
    expect(places).toEqual(['Group', 'Beside', 'Named']);
  });
});

describe('a range of addresses', () => {
  const bits = fc.integer({ min: 0, max: 32 });
  const address = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  const written = (of: number): string => [24, 16, 8, 0].map(shift => (of >>> shift) & 255).join('.');

  test('holds the addresses that share its first bits', () => {
    fc.assert(
      fc.property(address, bits, address, (base, length, other) => {
        const range = rangeOf(`${written(base)}/${length}`);
        const mask = length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;
        const isIn = (base & mask) >>> 0 === (other & mask) >>> 0;
        const one = { first: other, last: other };
        expect(range && contains(range, one)).toBe(isIn);
        expect(range && overlaps(one, range)).toBe(isIn);
      }),
    );
  });

  test.each(['10.0.0.0/32', '10.0.0.255/32', '10.0.0.128/25'])('holds its ends: %s', text => {
    const [range, inner] = [rangeOf('10.0.0.0/24'), rangeOf(text)];
    if (!range || !inner) throw new Error('it is no range');
    expect([contains(range, inner), contains(inner, range)]).toEqual([true, false]);
    expect([overlaps(range, inner), overlaps(inner, range), overlaps(inner, inner)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.256/8', '::/0', 'x10.0.0.0/8', ''])('is not %s', text => {
    expect(rangeOf(text)).toBeUndefined();
  });
});

test.each([
  ['169.254.170.2', true],
  ['localhost, 169.254.170.2 ,.internal', true],
  ['169.254.170.2:80', true],
  ['169.254.0.0/16', true],
  ['*', true],
  ['169.254.169.254', false],
  ['169.254.170.0/31', false],
  ['169.254.170.22', false],
  ['*.amazonaws.com', false],
  ['', false],
])('exempts the credentials from a proxy: %s', (list, said) => {
  expect(exempts(list)).toBe(said);
});
