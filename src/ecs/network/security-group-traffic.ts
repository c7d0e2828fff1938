import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { certain, type Value } from '../../cfn/value.ts';
import type { Place } from '../../syntax/place.ts';
import type { Network, ResourceList } from '../model/network-configuration.ts';
import { contains, overlaps, type Range, rangeOf } from '../resolve/cidr.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';
import {
  type Direction,
  mayCoverHttps,
  type SecurityGroup,
  type SecurityGroupRule,
  securityGroupsIn,
} from './security-group.ts';
import { subnetsOf } from './vpc.ts';
import type { Endpoint } from './vpc-endpoint.ts';

/** Security groups that let nothing out to the port on which AWS services are reached, or to IPv6 addresses alone. */
export interface BlockedEgress {
  readonly groups: readonly SecurityGroup[];
  readonly letsIpv6: boolean;
}

/**
 * Ranges that lead nowhere: this host, local networks, and what the CDK writes for nothing. People write them, since a
 * group without a rule lets everything out.
 * https://www.iana.org/assignments/iana-ipv4-special-registry/
 */
const NOWHERE: readonly Range[] = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3'].flatMap(
  each => rangeOf(each) ?? [],
);

/** The security groups of an endpoint when they certainly let in nothing that tasks of a network send to it. */
export function groupsBlockingIngress(
  endpoint: Endpoint,
  network: Network,
): readonly SecurityGroup[] | undefined {
  return blocking(endpoint.securityGroups(), 'in', rule => mayComeFrom(rule, network));
}

/**
 * Security groups when they certainly let nothing out to AWS services over IPv4. Where to is not looked at, unless it
 * is nowhere: the addresses of the services are not known here.
 */
export function blockedEgress(list: Value<ResourceList>): BlockedEgress | undefined {
  const groups = blocking(list, 'out', mayLeadOut);
  if (!groups) return undefined;
  return {
    groups,
    letsIpv6: blocking(list, 'out', rule => mayLeadOut(rule) || leadsToIpv6(rule)) === undefined,
  };
}

/** One rule of one group is enough to let traffic through; that there is none is only certain when all are known. */
function blocking(
  list: Value<ResourceList>,
  direction: Direction,
  mayApply: (rule: SecurityGroupRule) => boolean,
): readonly SecurityGroup[] | undefined {
  const groups = certain(securityGroupsIn(list));
  const isBlocked = groups?.every(group => {
    const rules = group.rules(direction);
    if (rules.is === 'absent') return direction === 'in';
    return rules.is === 'known' && !rules.value.some(rule => mayCoverHttps(rule) && mayApply(rule));
  });
  return isBlocked ? groups : undefined;
}

function mayLeadOut({ template, at }: SecurityGroupRule): boolean {
  const cidr = template.find(at, 'CidrIp');
  if (cidr.is === 'absent') return !leadsToIpv6({ template, at }) && !isLoopback({ template, at });
  const range = rangeIn(textAt(template, cidr));
  return !range || !NOWHERE.some(each => contains(each, range));
}

/** Not to a group or prefix list, and not to the host itself. */
function leadsToIpv6(rule: SecurityGroupRule): boolean {
  const { template, at } = rule;
  return (
    template.find(at, 'CidrIp').is === 'absent' &&
    template.find(at, 'CidrIpv6').is === 'known' &&
    !isLoopback(rule)
  );
}

function isLoopback({ template, at }: SecurityGroupRule): boolean {
  return certain(textAt(template, template.find(at, 'CidrIpv6'))) === '::1/128';
}

/** Whether a rule can let in what tasks of a network send. */
function mayComeFrom({ template, at }: SecurityGroupRule, network: Network): boolean {
  const group = template.find(at, 'SourceSecurityGroupId');
  if (group.is === 'absent') return mayBeRangeOf(template, template.find(at, 'CidrIp'), network);
  const source = certain(new ResourceProperty(template, group).target());
  const own = certain(securityGroupsIn(network.securityGroups));
  if (!own || source?.type !== 'AWS::EC2::SecurityGroup') return true;
  return own.some(each => each.resource.sameAs(source));
}

function mayBeRangeOf(template: Template, cidr: Value<Place>, network: Network): boolean {
  const source = rangeIn(textAt(template, cidr));
  const subnets = certain(subnetsOf(network));
  if (!source || !subnets) return true;
  return subnets.some(subnet => {
    const range = rangeIn(textAt(subnet.template, subnet.find('CidrBlock')));
    return !range || overlaps(source, range);
  });
}

function rangeIn(text: Value<string>): Range | undefined {
  const cidr = certain(text);
  return cidr === undefined ? undefined : rangeOf(cidr);
}
