import { writtenText } from '../../cfn/functions/qualified-name.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import { routeTableOf } from '../../ecs/network/egress-path.ts';
import { awsServiceName, regionOfAwsService } from '../../ecs/network/endpoint-services.ts';
import type { TaskNetwork } from '../../ecs/network/task-network.ts';
import type { Endpoint, ServiceName } from '../../ecs/network/vpc-endpoint.ts';
import { addResource, type Edit, set } from '../../edit/tree/edit.ts';
import { isObject, type Json, type JsonObject, property, scalarText } from '../../syntax/json-value.ts';
import { toJson } from '../../syntax/node.ts';
import { isLiteral, isWritten, nodeAt } from '../../syntax/place.ts';
import { uniqueLogicalId } from '../unique-names.ts';

const LABELS: Readonly<Record<ServiceName, string>> = {
  ssmmessages: 'SsmMessages',
  kms: 'Kms',
  logs: 'Logs',
  s3: 'S3',
};

/**
 * Gives a VPC an endpoint for a service, in the subnets and security groups of an interface endpoint that it has. S3 is
 * reached by a gateway, which costs nothing. Nothing where the one that is there cannot be copied, or its security
 * groups do not let the tasks in: with its name a new endpoint would take the way from them that they have.
 */
export function addEndpoint(
  network: TaskNetwork,
  sibling: Endpoint,
  service: ServiceName,
): readonly Edit[] | undefined {
  const { vpc, subnets } = network;
  const { at, template } = sibling.resource;
  const name = serviceName(sibling, service);
  if (name === undefined || at.iteration || vpc.at.iteration) return undefined;
  if (service === 's3' ? template !== vpc.template : !network.reaches(sibling)) return undefined;
  const body = service === 's3' ? gateway(vpc, subnets, name) : copy(sibling, name);
  if (!body) return undefined;
  const id = uniqueLogicalId(template.declarations, `${vpc.id}${LABELS[service]}Endpoint`);
  const dns = service === 's3' ? [] : resolveNames(vpc);
  return [addResource(at.document, id, body, sibling.id), ...dns];
}

/**
 * Has the names of a service lead to its endpoint. Nothing where its security groups do not let the tasks in, which may
 * have another way.
 */
export function turnOnPrivateDns(endpoint: Endpoint, network: TaskNetwork): readonly Edit[] | undefined {
  const place = endpoint.resource.place('PrivateDnsEnabled');
  if (isWritten(place) && !isLiteral(place)) return undefined;
  if (!network.reaches(endpoint) && network.egressPath().is !== 'none') return undefined;
  return [set(place, true), ...resolveNames(network.vpc)];
}

/**
 * An endpoint has names only in a VPC that gives names, and resolves them: of the two only the second is on by itself.
 */
function resolveNames(vpc: Resource): readonly Edit[] {
  const hostnames = vpc.place('EnableDnsHostnames');
  const support = vpc.place('EnableDnsSupport');
  return [
    ...(isWritten(hostnames) && !isOff(vpc, 'EnableDnsHostnames') ? [] : [set(hostnames, true)]),
    ...(isOff(vpc, 'EnableDnsSupport') ? [set(support, true)] : []),
  ];
}

function isOff(vpc: Resource, key: 'EnableDnsHostnames' | 'EnableDnsSupport'): boolean {
  const place = vpc.place(key);
  const value = vpc.read(key);
  return isLiteral(place) && value.is === 'known' && scalarText(value.value)?.toLowerCase() === 'false';
}

/** Its policy and its tags are about the service that it is for. */
function copy(sibling: Endpoint, name: Json): JsonObject | undefined {
  const node = nodeAt(sibling.at);
  const whole = node && toJson(node);
  const properties = isObject(whole) ? property(whole, 'Properties') : undefined;
  if (!isObject(whole) || !isObject(properties)) return undefined;
  const { PolicyDocument: _policy, Tags: _tags, ...rest } = properties;
  const kept = ['Condition', 'DependsOn'].flatMap(key => {
    const value = property(whole, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    Type: 'AWS::EC2::VPCEndpoint',
    ...Object.fromEntries(kept),
    Properties: { ...rest, ServiceName: name, PrivateDnsEnabled: true },
  };
}

function gateway(vpc: Resource, subnets: readonly Resource[], name: Json): JsonObject | undefined {
  const tables = subnets.map(routeTableOf);
  const ids = tables.flatMap(table => (table?.template === vpc.template ? table.id : []));
  if (ids.length < subnets.length) return undefined;
  return {
    Type: 'AWS::EC2::VPCEndpoint',
    ...(vpc.condition !== undefined && { Condition: vpc.condition }),
    Properties: {
      VpcEndpointType: 'Gateway',
      ServiceName: name,
      VpcId: { Ref: vpc.id },
      RouteTableIds: [...new Set(ids)].map(id => ({ Ref: id })),
    },
  };
}

/** In the region of another endpoint, as that is written. */
function serviceName(sibling: Endpoint, service: ServiceName): Json | undefined {
  const other = sibling.resource.symbolic('ServiceName');
  const region = other.is === 'known' ? regionOfAwsService(scalarText(other.value) ?? '') : undefined;
  return region === undefined ? undefined : writtenText(awsServiceName(region, service));
}
