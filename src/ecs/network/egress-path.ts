import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { certain } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Network } from '../model/network-configuration.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';
import { handedOn, isPublished, nestedWith, usersOf } from './stack-references.ts';
import { subnetsOf } from './vpc.ts';

/**
 * How tasks get out of their VPC, other than by endpoints: for all that the template shows not at all, or by something
 * that it shows; unknown where routes are not seen, or lead somewhere that may be a way out.
 */
export type EgressPath =
  | {
      readonly is: 'none';
      /** A route to an internet gateway, which would do for tasks that have public addresses. */
      readonly forPublicIp?: Resource | undefined;
    }
  | { readonly is: 'found'; readonly by: Resource }
  | { readonly is: 'unknown'; readonly why: Sentence };

const ASSOCIATION = 'AWS::EC2::SubnetRouteTableAssociation';
const ROUTE = 'AWS::EC2::Route';

/** What brings routes into a route table that no template names. */
const GATEWAYS = [
  'AWS::EC2::EgressOnlyInternetGateway',
  'AWS::EC2::NatGateway',
  'AWS::EC2::TransitGatewayAttachment',
  'AWS::EC2::TransitGatewayVpcAttachment',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::EC2::VPCPeeringConnection',
];

/** From the subnets of a network all at once: what only some of them show is not known. */
export function egressPath(network: Network): EgressPath {
  const subnets = certain(subnetsOf(network));
  if (!subnets) return { is: 'unknown', why: say`the subnets are not all in this template` };
  const { assignPublicIp } = network;
  const publicIp = assignPublicIp.is === 'absent' ? 'DISABLED' : certain(assignPublicIp);
  const ways = subnets.map(subnet => egressPathOf(subnet, publicIp));
  const [first] = ways;
  const doubt = ways.find(way => way.is === 'unknown');
  if (doubt) return doubt;
  if (!first || ways.some(way => way.is !== first.is))
    return { is: 'unknown', why: say`only some of the subnets have a route out` };
  if (first.is === 'none' && publicIp !== 'DISABLED')
    return { is: 'unknown', why: say`the tasks may have public addresses` };
  return first;
}

function egressPathOf(subnet: Resource, publicIp: string | undefined): EgressPath {
  if (usersOf(subnet, ASSOCIATION, 'SubnetId').length === 0) return mainRouteTable(subnet);
  const table = routeTableOf(subnet);
  if (!table) return { is: 'unknown', why: say`the route table of \`${subnet.id}\` is not in this template` };
  return egressPathThrough(table, publicIp);
}

/** Why there may be resources of a type that are not seen, in a stack or in those that it is nested with. */
function unseenIn(own: Template, type: string): Sentence | undefined {
  for (const { declarations } of nestedWith(own.stack)) {
    const doubt = declarations.unseen(type);
    if (doubt !== undefined) return doubt;
  }
  return undefined;
}

/** The route table of a subnet, when a template says which, and one has it. */
export function routeTableOf(subnet: Resource): Resource | undefined {
  const [association] = usersOf(subnet, ASSOCIATION, 'SubnetId');
  const table =
    association && new ResourceProperty(association.template, association.find('RouteTableId')).target();
  return table?.is === 'known' && table.value.type === 'AWS::EC2::RouteTable' ? table.value : undefined;
}

/**
 * A subnet without a route table of its own has that of the VPC, which has no way out unless a route is added to it.
 */
function mainRouteTable(subnet: Resource): EgressPath {
  const doubt = unseenIn(subnet.template, ASSOCIATION) ?? unseenIn(subnet.template, ROUTE);
  if (doubt !== undefined) return { is: 'unknown', why: doubt };
  const existing = (type: string): readonly Resource[] => existingWith(subnet.template, type);
  const isRouted = existing(ROUTE).some(
    route => new ResourceProperty(route.template, route.find('RouteTableId')).target().is !== 'known',
  );
  const hasGateway = GATEWAYS.some(type => existing(type).length > 0);
  return isRouted || hasGateway
    ? { is: 'unknown', why: say`the route table of \`${subnet.id}\` is not shown` }
    : { is: 'none' };
}

/** The resources of a type that exist in a stack and in those that it is nested with. */
function existingWith(own: Template, type: string): readonly Resource[] {
  return nestedWith(own.stack)
    .filter(({ declarations }) => declarations.ofType(type).length > 0)
    .flatMap(stack => own.templateOf(stack).resources(type));
}

function egressPathThrough(table: Resource, publicIp: string | undefined): EgressPath {
  const all = usersOf(table, ROUTE, 'RouteTableId');
  const routes = publicIp === 'DISABLED' ? all.filter(route => !takesPublicIp(route)) : all;
  const out = routes.find(route => leadsOut(route, publicIp === 'ENABLED'));
  if (out) return { is: 'found', by: out };
  const [route] = [...routes, ...usersOf(table, 'AWS::EC2::VPNGatewayRoutePropagation', 'RouteTableIds')];
  if (route) return { is: 'unknown', why: say`\`${route.id}\` may be a route out` };
  const doubt = unseenIn(table.template, ROUTE);
  if (doubt !== undefined) return { is: 'unknown', why: doubt };
  return isPublished(table) || handedOn(table) !== undefined
    ? { is: 'unknown', why: say`other stacks may add routes to \`${table.id}\`` }
    : { is: 'none', forPublicIp: all.find(each => leadsOut(each, true)) };
}

/** An internet gateway lets nothing through that comes from a private address of IPv4. */
function takesPublicIp(route: Resource): boolean {
  const gateway = certain(new ResourceProperty(route.template, route.find('GatewayId')).target());
  return gateway?.type === 'AWS::EC2::InternetGateway' && route.find('DestinationCidrBlock').is === 'known';
}

/** By a NAT gateway, or by an internet gateway for tasks that have public addresses. */
function leadsOut(route: Resource, hasPublicIp: boolean): boolean {
  const destination = textAt(route.template, route.find('DestinationCidrBlock'));
  if (certain(destination) !== '0.0.0.0/0') return false;
  return (
    route.find('NatGatewayId').is !== 'absent' || (hasPublicIp && route.find('GatewayId').is !== 'absent')
  );
}
