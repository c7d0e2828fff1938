import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { certain, type Value } from '../../cfn/value.ts';
import type { Place } from '../../syntax/place.ts';
import type { Network } from '../model/network-configuration.ts';
import { overlaps, type Range, rangeOf } from '../resolve/cidr.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';
import { type Direction, mayCoverHttps, type SecurityGroup, securityGroupsIn } from './security-group.ts';
import { subnetsOf } from './vpc.ts';
import type { Endpoint } from './vpc-endpoint.ts';

/** The security groups of an endpoint when they certainly let in nothing that tasks of a network send to it. */
export function groupsBlockingIngress(
  endpoint: Endpoint,
  network: Network,
): readonly SecurityGroup[] | undefined {
  const { template } = endpoint.resource;
  return blocking(endpoint.securityGroups(), 'in', rule => mayComeFrom(template, rule, network));
}

/**
 * The security groups of tasks when they certainly let nothing out to the port on which AWS services are reached. Where
 * to is not looked at: the addresses of the services are not known here.
 */
export function groupsBlockingEgress(network: Network): readonly SecurityGroup[] | undefined {
  return blocking(network.securityGroups, 'out', () => true);
}

/** One rule of one group is enough to let traffic through; that there is none is only certain when all are known. */
function blocking(
  list: Value<readonly Value<Resource>[]>,
  direction: Direction,
  mayApply: (rule: Place) => boolean,
): readonly SecurityGroup[] | undefined {
  const groups = certain(securityGroupsIn(list));
  const isBlocked = groups?.every(group => {
    const rules = group.rules(direction);
    if (rules.is === 'absent') return direction === 'in';
    const { template } = group.resource;
    return rules.is === 'known' && !rules.value.some(rule => mayCoverHttps(template, rule) && mayApply(rule));
  });
  return isBlocked ? groups : undefined;
}

/** Whether a rule can let in what tasks of a network send. */
function mayComeFrom(template: Template, rule: Place, network: Network): boolean {
  const group = template.find(rule, 'SourceSecurityGroupId');
  if (group.is === 'absent') return mayBeRangeOf(template, template.find(rule, 'CidrIp'), network);
  const source = certain(new ResourceProperty(template, group).target());
  const own = certain(securityGroupsIn(network.securityGroups));
  if (!own || source?.type !== 'AWS::EC2::SecurityGroup') return true;
  return own.some(each => each.id === source.id);
}

function mayBeRangeOf(template: Template, cidr: Value<Place>, network: Network): boolean {
  const source = rangeIn(textAt(template, cidr));
  const subnets = certain(subnetsOf(network));
  if (!source || !subnets) return true;
  return subnets.some(subnet => {
    const range = rangeIn(textAt(template, subnet.find('CidrBlock')));
    return !range || overlaps(source, range);
  });
}

function rangeIn(text: Value<string>): Range | undefined {
  const cidr = certain(text);
  return cidr === undefined ? undefined : rangeOf(cidr);
}
