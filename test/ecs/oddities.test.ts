import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, parse } from '../../src/index.ts';

/** Anything, in the places where containers and networks are described. */
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.constant('as it was') },
  fc.constantFrom<unknown>(
    null,
    true,
    443,
    '',
    '-1',
    'tcp',
    '0.0.0.0/0',
    'HTTPS_PROXY',
    'com.amazonaws.eu-west-1.ssmmessages',
    [],
    {},
    [null],
    [[]],
    [{}],
    { Name: 'NO_PROXY' },
    [{ Name: 'HTTP_PROXY', Value: {} }],
    { Ref: 'Vpc' },
    { Ref: 'Subnet' },
    { Ref: 'Group' },
    { Ref: 'P' },
    { Ref: 'AWS::NoValue' },
    { 'Fn::GetAtt': ['Subnet', 'VpcId'] },
    { 'Fn::GetAtt': 'Vpc' },
    { 'Fn::If': ['C', { Ref: 'Group' }, { Ref: 'AWS::NoValue' }] },
    { 'Fn::Sub': 'com.amazonaws.${AWS::Region}.ssmmessages' },
    { 'Fn::Sub': '${P}.${Subnet}' },
    { 'Fn::Join': [',', [{ Ref: 'Subnet' }, 'x']] },
    { 'Fn::Split': [',', { Ref: 'P' }] },
    { 'Fn::ImportValue': 'x' },
  ),
);

const RULE = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourceSecurityGroupId: { Ref: 'Group' } };
const INTERFACE = { VpcEndpointType: 'Interface', VpcId: { Ref: 'Vpc' }, SubnetIds: [{ Ref: 'Subnet' }] };

const RESOURCES = {
  Web: {
    Type: 'AWS::ECS::Service',
    EnableExecuteCommand: true,
    TaskDefinition: { Ref: 'Task' },
    PlatformVersion: '1.3.0',
    NetworkConfiguration: {
      AwsvpcConfiguration: {
        Subnets: [{ Ref: 'Subnet' }],
        SecurityGroups: [{ Ref: 'Group' }],
        AssignPublicIp: 'DISABLED',
      },
    },
  },
  Task: {
    Type: 'AWS::ECS::TaskDefinition',
    NetworkMode: 'awsvpc',
    PidMode: 'task',
    RuntimePlatform: { OperatingSystemFamily: 'LINUX' },
    ProxyConfiguration: { ProxyConfigurationProperties: [{ Name: 'EgressIgnoredIPs', Value: '1.1.1.1' }] },
    ContainerDefinitions: [
      {
        Name: 'app',
        Image: 'gcr.io/distroless/static',
        ReadonlyRootFilesystem: true,
        Environment: [{ Name: 'HTTP_PROXY', Value: 'http://proxy' }],
        Secrets: [],
        MountPoints: [{ ContainerPath: '/var', ReadOnly: false }],
        LinuxParameters: { InitProcessEnabled: false, Tmpfs: [{ ContainerPath: '/var' }] },
      },
      { Name: 'sidecar' },
    ],
  },
  Vpc: { Type: 'AWS::EC2::VPC', EnableDnsHostnames: false },
  Subnet: { Type: 'AWS::EC2::Subnet', VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' },
  Table: { Type: 'AWS::EC2::RouteTable' },
  Association: {
    Type: 'AWS::EC2::SubnetRouteTableAssociation',
    SubnetId: { Ref: 'Subnet' },
    RouteTableId: { Ref: 'Table' },
  },
  Route: { Type: 'AWS::EC2::Route', RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '10.1.0.0/16' },
  Group: { Type: 'AWS::EC2::SecurityGroup', SecurityGroupIngress: [RULE], SecurityGroupEgress: [RULE] },
  Beside: { Type: 'AWS::EC2::SecurityGroupIngress', GroupId: { Ref: 'Group' }, ...RULE },
  Logs: {
    Type: 'AWS::EC2::VPCEndpoint',
    ...INTERFACE,
    ServiceName: { 'Fn::Sub': 'com.amazonaws.${AWS::Region}.logs' },
  },
  Messages: {
    Type: 'AWS::EC2::VPCEndpoint',
    ...INTERFACE,
    ServiceName: 'com.amazonaws.eu-west-1.ssmmessages',
    SecurityGroupIds: [{ Ref: 'Group' }],
    PrivateDnsEnabled: false,
  },
};

/** The same, with anything in the place of some of its values. */
function oddly(value: unknown): fc.Arbitrary<unknown> {
  const inner = Array.isArray(value)
    ? fc.tuple(...value.map(oddly))
    : typeof value === 'object' && value !== null && !('Ref' in value)
      ? fc.record(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, oddly(each)])))
      : fc.constant(value);
  return fc
    .tuple(anything, fc.nat(9), inner)
    .map(([odd, chance, usual]) => (chance === 0 && odd !== 'as it was' ? odd : usual));
}

const template = fc.record({
  Parameters: fc.constant({ P: { Type: 'String', Default: '' } }),
  Conditions: fc.constant({ C: { 'Fn::Equals': [{ Ref: 'P' }, ''] } }),
  Resources: fc.record(
    Object.fromEntries(
      Object.entries(RESOURCES).map(([id, { Type, ...properties }]) => [
        id,
        fc.record({ Type: fc.constant(Type), Properties: oddly(properties) }),
      ]),
    ),
    { requiredKeys: ['Web', 'Task'] },
  ),
});

test('no container and no network is too odd to be judged, and fixed once', async () => {
  const options = { ...DEFAULT_OPTIONS, unsafe: true, pedantic: true };
  await fc.assert(
    fc.asyncProperty(template, async content => {
      const document = parse('template.json', JSON.stringify(content, undefined, 2));
      const { changed, verificationFailures } = await fix([document], options);
      expect(verificationFailures).toEqual([]);
      const [fixed] = changed;
      if (!fixed) return;
      const again = await fix([parse('template.json', fixed.after)], options);
      expect(again.changed.map(each => each.after)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
