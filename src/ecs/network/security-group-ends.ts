import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { certain, type Value } from '../../cfn/value.ts';
import type { Place } from '../../syntax/place.ts';
import type { Network } from '../model/network-configuration.ts';
import { contains, overlaps, type Range, rangeOf } from '../resolve/cidr.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';
import { type SecurityGroupRule, securityGroupsIn } from './security-group.ts';
import { subnetsOf } from './vpc.ts';

/**
 * Ranges that lead nowhere: this host, local networks, and what the CDK writes for nothing. People write them, since a
 * group without a rule lets everything out.
 * https://www.iana.org/assignments/iana-ipv4-special-registry/
 */
const NOWHERE: readonly Range[] = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3'].flatMap(
  each => rangeOf(each) ?? [],
);

/** Whether a rule can let something out to AWS services over IPv4. */
export function mayLeadOut({ template, at }: SecurityGroupRule): boolean {
  const cidr = template.find(at, 'CidrIp');
  if (cidr.is === 'absent') return !leadsToIpv6({ template, at }) && !isLoopback({ template, at });
  const range = rangeIn(textAt(template, cidr));
  return !range || !NOWHERE.some(each => contains(each, range));
}

/** To IPv6 addresses, not to a group or prefix list, and not to the host itself. */
export function leadsToIpv6(rule: SecurityGroupRule): boolean {
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
export function mayComeFrom({ template, at }: SecurityGroupRule, network: Network): boolean {
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

/** Whether all is known of a rule that is compared: its ports, and the other end as far as that can be. */
export function isComparable({ template, at }: SecurityGroupRule, network?: Network): boolean {
  const isRead = (key: string): boolean => textAt(template, template.find(at, key)).is !== 'unknown';
  if (!['IpProtocol', 'FromPort', 'ToPort', 'CidrIp'].every(isRead)) return false;
  if (!network) return true;
  const source = new ResourceProperty(template, template.find(at, 'SourceSecurityGroupId')).target();
  if (source.is === 'absent') return template.find(at, 'CidrIp').is === 'known' && isPlaced(network);
  return source.is === 'known' && securityGroupsIn(network.securityGroups).is === 'known';
}

/** Whether the ranges of all subnets of a network are known. */
function isPlaced(network: Network): boolean {
  const subnets = subnetsOf(network);
  return (
    subnets.is === 'known' &&
    subnets.value.every(each => textAt(each.template, each.find('CidrBlock')).is === 'known')
  );
}
