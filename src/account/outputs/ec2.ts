import { say } from '../../i18n/sentence.ts';
import type { Json, JsonObject } from '../../syntax/json-value.ts';
import { type DescribedResource, present } from '../described.ts';
import type { Fields } from '../fields.ts';
import { policyDocument } from '../policy-document.ts';

function ref(physicalId: string): JsonObject {
  return { Ref: physicalId };
}

function vpc(id: string, account: string | undefined): DescribedResource {
  return { type: 'AWS::EC2::VPC', name: id, properties: {}, physicalIds: [id], account };
}

/** `ec2 describe-subnets`, and the VPCs that they are in. */
export function subnets(output: Fields): readonly DescribedResource[] {
  return output.list('Subnets').flatMap(subnet => {
    const id = subnet.text('SubnetId');
    const vpcId = subnet.text('VpcId');
    const account = subnet.optionalText('OwnerId');
    const arn = subnet.optionalText('SubnetArn');
    const properties = present({
      VpcId: ref(vpcId),
      CidrBlock: subnet.optionalText('CidrBlock'),
      MapPublicIpOnLaunch: subnet.flag('MapPublicIpOnLaunch'),
      Ipv6Native: subnet.flag('Ipv6Native'),
    });
    const region = arn?.split(':')[3];
    return [
      vpc(vpcId, account),
      { type: 'AWS::EC2::Subnet', name: id, properties, physicalIds: [id], account, region },
    ];
  });
}

/** `ec2 describe-vpc-endpoints` */
export function vpcEndpoints(output: Fields): readonly DescribedResource[] {
  return output.list('VpcEndpoints').flatMap((endpoint): readonly DescribedResource[] => {
    const id = endpoint.text('VpcEndpointId');
    const vpcId = endpoint.text('VpcId');
    const account = endpoint.optionalText('OwnerId');
    const policy = endpoint.at('PolicyDocument');
    const properties = present({
      VpcId: ref(vpcId),
      ServiceName: endpoint.text('ServiceName'),
      VpcEndpointType: endpoint.text('VpcEndpointType'),
      PrivateDnsEnabled: endpoint.flag('PrivateDnsEnabled'),
      PolicyDocument: policy && policyDocument(policy.value, policy.path),
      SubnetIds: endpoint.texts('SubnetIds').map(ref),
      RouteTableIds: endpoint.texts('RouteTableIds').map(ref),
      SecurityGroupIds: endpoint.list('Groups').map(each => ref(each.text('GroupId'))),
    });
    if (endpoint.text('State').toLowerCase() !== 'available') return [];
    const described = { type: 'AWS::EC2::VPCEndpoint', name: id, properties, account };
    return [vpc(vpcId, account), { ...described, physicalIds: [id] }];
  });
}

/** Where a route can lead, by the name that the API and CloudFormation have for it. */
const TARGETS = [
  'GatewayId',
  'NatGatewayId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'NetworkInterfaceId',
  'InstanceId',
  'EgressOnlyInternetGatewayId',
  'CarrierGatewayId',
  'LocalGatewayId',
  'CoreNetworkArn',
];

const DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'];

/** `ec2 describe-route-tables`, with their routes and the subnets that are associated with them. */
export function routeTables(output: Fields): readonly DescribedResource[] {
  return output.list('RouteTables').flatMap(table => {
    const id = table.text('RouteTableId');
    const account = table.optionalText('OwnerId');
    const associations = table.list('Associations').flatMap((association): readonly DescribedResource[] => {
      const subnet = association.optionalText('SubnetId');
      if (subnet === undefined) return [];
      const name = association.text('RouteTableAssociationId');
      const properties = { RouteTableId: ref(id), SubnetId: ref(subnet) };
      const type = 'AWS::EC2::SubnetRouteTableAssociation';
      return [{ type, name, properties, physicalIds: [name], account }];
    });
    const properties = { VpcId: ref(table.text('VpcId')) };
    return [
      { type: 'AWS::EC2::RouteTable', name: id, properties, physicalIds: [id], account },
      ...associations,
      ...table.list('Routes').flatMap((route, i) => routeOf(route, id, `${id}-${i + 1}`, account)),
    ];
  });
}

/** A route that stays in the VPC, is a black hole, or belongs to an endpoint is no way out. */
function routeOf(
  route: Fields,
  table: string,
  name: string,
  account: string | undefined,
): readonly DescribedResource[] {
  const gateway = route.optionalText('GatewayId');
  const written = [...DESTINATIONS, ...TARGETS].flatMap((key): readonly (readonly [string, Json])[] => {
    const text = route.optionalText(key);
    return text === undefined ? [] : [[key, key === 'GatewayId' ? ref(text) : text]];
  });
  const isBlackhole = route.optionalText('State') === 'blackhole';
  if (isBlackhole || gateway === 'local' || gateway?.startsWith('vpce-')) return [];
  const properties = { RouteTableId: ref(table), ...Object.fromEntries(written) };
  const described = { type: 'AWS::EC2::Route', name, properties, account };
  const isInternet = gateway?.startsWith('igw-') ?? false;
  return [
    { ...described, physicalIds: [name] },
    ...(isInternet && gateway !== undefined
      ? [
          {
            ...described,
            type: 'AWS::EC2::InternetGateway',
            name: gateway,
            properties: {},
            physicalIds: [gateway] as const,
          },
        ]
      : []),
  ];
}

/** `ec2 describe-security-groups` */
export function securityGroups(output: Fields): readonly DescribedResource[] {
  return output.list('SecurityGroups').map(group => {
    const id = group.text('GroupId');
    const ingress = group.list('IpPermissions').flatMap(each => rules(each, 'Source'));
    const egress = group.list('IpPermissionsEgress').flatMap(each => rules(each, 'Destination'));
    for (const key of ['IpPermissions', 'IpPermissionsEgress'])
      if (!group.has(key)) throw group.unexpected(key, say`\`${key}\` is missing.`);
    const vpcId = group.optionalText('VpcId');
    return {
      type: 'AWS::EC2::SecurityGroup',
      name: id,
      properties: present({
        VpcId: vpcId === undefined ? undefined : ref(vpcId),
        SecurityGroupIngress: ingress.length > 0 ? ingress : undefined,
        SecurityGroupEgress: egress.length > 0 ? egress : [NOTHING],
      }),
      physicalIds: [id] as const,
      account: group.optionalText('OwnerId'),
    };
  });
}

/** To CloudFormation a group without a rule lets everything out; this is how to write that nothing is let out. */
const NOTHING: JsonObject = { IpProtocol: '-1', CidrIp: '127.0.0.1/32' };

/** One rule for each range, list or group that a permission names. */
function rules(permission: Fields, end: 'Source' | 'Destination'): readonly JsonObject[] {
  const ports = present({
    IpProtocol: permission.text('IpProtocol'),
    FromPort: permission.integer('FromPort'),
    ToPort: permission.integer('ToPort'),
  });
  const named = (list: string, key: string, written: string): readonly JsonObject[] =>
    permission.list(list).map(each => ({ ...ports, [written]: each.text(key) }));
  return [
    ...named('IpRanges', 'CidrIp', 'CidrIp'),
    ...named('Ipv6Ranges', 'CidrIpv6', 'CidrIpv6'),
    ...named('PrefixListIds', 'PrefixListId', `${end}PrefixListId`),
    ...permission
      .list('UserIdGroupPairs')
      .map(each => ({ ...ports, [`${end}SecurityGroupId`]: ref(each.text('GroupId')) })),
  ];
}
