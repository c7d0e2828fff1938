import { certain, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Network, ResourceList } from '../model/network-configuration.ts';
import {
  type Direction,
  mayCoverHttps,
  type SecurityGroup,
  type SecurityGroupRule,
  securityGroupsIn,
} from './security-group.ts';
import { isComparable, leadsToIpv6, mayComeFrom, mayLeadOut } from './security-group-ends.ts';
import type { Endpoint } from './vpc-endpoint.ts';

/** Security groups that let nothing out to the port on which AWS services are reached, or to IPv6 addresses alone. */
export interface BlockedEgress {
  readonly groups: readonly SecurityGroup[];
  readonly letsIpv6: boolean;
}

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

/** Why it is not seen whether the security groups of an endpoint let tasks in: a phrase. */
export function unseenIngress(endpoint: Endpoint, network: Network): Sentence | undefined {
  const groups = endpoint.securityGroups();
  if (groups.is === 'absent') return say`\`${endpoint.id}\` has the default security group of its VPC`;
  return unseenTraffic(groups, 'in', rule =>
    mayComeFrom(rule, network) ? isComparable(rule, network) || undefined : false,
  );
}

/** Why it is not seen whether security groups let HTTPS out: a phrase. */
export function unseenEgress(list: Value<ResourceList>): Sentence | undefined {
  return unseenTraffic(list, 'out', rule => (mayLeadOut(rule) ? isComparable(rule) || undefined : false));
}

/** @param applies Whether a rule lets through what is asked about; nothing where that is not known. */
function unseenTraffic(
  list: Value<ResourceList>,
  direction: Direction,
  applies: (rule: SecurityGroupRule) => boolean | undefined,
): Sentence | undefined {
  const groups = securityGroupsIn(list);
  if (groups.is !== 'known') return groups.is === 'unknown' ? groups.why : undefined;
  const doubts: Sentence[] = [];
  for (const group of groups.value) {
    const rules = group.rules(direction);
    const found = group.seenRules(direction).map(rule => mayCoverHttps(rule) && applies(rule));
    if (found.includes(true) || (rules.is === 'absent' && direction === 'out')) return undefined;
    if (found.includes(undefined)) doubts.push(say`a rule of \`${group.id}\` cannot be compared`);
    else if (rules.is === 'unknown') doubts.push(rules.why);
  }
  return doubts[0] ?? groups.unsure;
}
