import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { absent, andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import type { Network } from '../model/network-configuration.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { booleanProperty } from '../resolve/scalars.ts';

/** The resources of a list when every one of them is known, and of a type. */
export function allOfType(
  list: Value<readonly Value<Resource>[]>,
  type: string,
  noun: Sentence,
): Value<readonly Resource[]> {
  return andThen(list, (values, at): Value<readonly Resource[]> => {
    const resources: Resource[] = [];
    let unsure: Sentence | undefined;
    for (const value of values) {
      if (value.is === 'unknown') return value;
      if (value.is === 'absent') continue;
      if (value.value.type !== type)
        return unknown(say`\`${value.value.id}\` is not a ${noun} of this template`, at);
      resources.push(value.value);
      unsure ??= value.unsure;
    }
    return resources.length > 0 ? known(resources, at, unsure) : absent(at);
  });
}

export function subnetsOf(network: Network): Value<readonly Resource[]> {
  return allOfType(network.subnets, 'AWS::EC2::Subnet', say`subnet`);
}

/** The one VPC of this template that all subnets of a network are in. */
export function vpcOf(network: Network): Value<Resource> {
  return andThen(subnetsOf(network), (subnets, at): Value<Resource> => {
    const vpcs = subnets.map(subnet => vpcAt(subnet.template, subnet.find('VpcId')));
    const [first] = vpcs;
    if (first?.is !== 'known') return first ?? absent(at);
    const isOne = vpcs.every(each => each.is === 'known' && each.value.sameAs(first.value));
    return isOne ? first : unknown(say`its subnets may not all be in one VPC`, at);
  });
}

/** The VPC at a place that takes its id; a subnet knows the id of its own. */
export function vpcAt(template: Template, found: Value<Place>): Value<Resource> {
  return andThen(new ResourceProperty(template, found).target(), (resource, at): Value<Resource> => {
    if (resource.type === 'AWS::EC2::VPC') return known(resource, at);
    const isSubnet = resource.type === 'AWS::EC2::Subnet';
    const own = isSubnet ? new ResourceProperty(template, resource.find('VpcId')).target() : undefined;
    if (own?.is === 'known' && own.value.type === 'AWS::EC2::VPC') return own;
    return unknown(say`the VPC comes from \`${resource.id}\``, at);
  });
}

/** Why it is not seen whether a subnet has IPv6 addresses alone: a phrase. */
export function unseenAddresses(subnet: Resource): Sentence | undefined {
  const { why, unsure } = booleanProperty(subnet.template, subnet.find('Ipv6Native'));
  const doubt = why ?? unsure;
  return doubt && say`whether \`${subnet.id}\` is IPv6-only is not known (${doubt})`;
}

/** Whether a subnet has IPv6 addresses alone. */
export function isIpv6Only(subnet: Resource): boolean {
  const { is, unsure } = booleanProperty(subnet.template, subnet.find('Ipv6Native'));
  return is === 'yes' && unsure === undefined;
}
