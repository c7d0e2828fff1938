import { say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import { type DescribedResource, present, reference } from '../described.ts';
import type { Fields } from '../fields.ts';
import { policyDocument } from '../policy-document.ts';

function vpc(id: string, account: string | undefined): DescribedResource {
  return { type: 'AWS::EC2::VPC', name: id, properties: {}, physicalIds: [id], account };
}

/** The properties for which an output, which may have been filtered, lacks the key. */
function missing(fields: Fields, properties: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(properties).flatMap(([key, property]) => (fields.has(key) ? [] : [property]));
}

/** `ec2 describe-subnets`, and the VPCs that they are in. */
export function subnets(output: Fields): readonly DescribedResource[] {
  return output.list('Subnets').flatMap(subnet => {
    const id = subnet.text('SubnetId');
    const vpcId = subnet.text('VpcId');
    const account = subnet.optionalText('OwnerId');
    const arn = subnet.optionalText('SubnetArn');
    const properties = present({
      VpcId: reference(vpcId),
      CidrBlock: subnet.optionalText('CidrBlock'),
      MapPublicIpOnLaunch: subnet.flag('MapPublicIpOnLaunch'),
      Ipv6Native: subnet.flag('Ipv6Native'),
    });
    const region = arn?.split(':')[3];
    return [
      vpc(vpcId, account),
      {
        type: 'AWS::EC2::Subnet',
        name: id,
        properties,
        physicalIds: [id],
        account,
        region,
        undescribed: missing(subnet, { CidrBlock: 'CidrBlock', Ipv6Native: 'Ipv6Native' }),
      },
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
      VpcId: reference(vpcId),
      ServiceName: endpoint.text('ServiceName'),
      VpcEndpointType: endpoint.text('VpcEndpointType'),
      PrivateDnsEnabled: endpoint.flag('PrivateDnsEnabled'),
      PolicyDocument: policy && policyDocument(policy.value, policy.path),
      SubnetIds: endpoint.texts('SubnetIds').map(reference),
      RouteTableIds: endpoint.has('RouteTableIds')
        ? endpoint.texts('RouteTableIds').map(reference)
        : undefined,
      SecurityGroupIds: endpoint.has('Groups')
        ? endpoint.list('Groups').map(each => reference(each.text('GroupId')))
        : undefined,
    });
    if (endpoint.text('State').toLowerCase() !== 'available') return [];
    const undescribed = missing(endpoint, {
      Groups: 'SecurityGroupIds',
      PolicyDocument: 'PolicyDocument',
      PrivateDnsEnabled: 'PrivateDnsEnabled',
      RouteTableIds: 'RouteTableIds',
    });
    const described = { type: 'AWS::EC2::VPCEndpoint', name: id, properties, account, undescribed };
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
    for (const key of ['Associations', 'Routes'])
      if (!table.has(key)) throw table.unexpected(key, say`\`${key}\` is missing.`);
    const account = table.optionalText('OwnerId');
    const associations = table.list('Associations').flatMap((association): readonly DescribedResource[] => {
      const subnet = association.optionalText('SubnetId');
      if (subnet === undefined) return [];
      const name = association.text('RouteTableAssociationId');
      const properties = { RouteTableId: reference(id), SubnetId: reference(subnet) };
      const type = 'AWS::EC2::SubnetRouteTableAssociation';
      return [{ type, name, properties, physicalIds: [name], account }];
    });
    const properties = { VpcId: reference(table.text('VpcId')) };
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
    return text === undefined ? [] : [[key, key === 'GatewayId' ? reference(text) : text]];
  });
  const isBlackhole = route.optionalText('State') === 'blackhole';
  if (isBlackhole || gateway === 'local' || gateway?.startsWith('vpce-')) return [];
  const properties = { RouteTableId: reference(table), ...Object.fromEntries(written) };
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
