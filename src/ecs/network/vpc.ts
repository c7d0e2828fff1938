import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { absent, andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import type { Network } from '../model/network-configuration.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';

/** The stacks and modules that a template takes in, which may add to what they are given. */
const NESTING = /^AWS::CloudFormation::Stack$|^AWS::Serverless::Application$|::MODULE$/;

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
    const isOne = vpcs.every(each => each.is === 'known' && each.value.id === first.value.id);
    return isOne ? first : unknown(say`its subnets are not all known to be in one VPC`, at);
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

/** What of this template hands a resource on to a stack or module that may add to it. */
export function nestedUser({ id, template }: Resource): Resource | undefined {
  for (const user of template.declarations.references.to(id)) {
    const type = template.declarations.resources.get(user)?.type ?? '';
    const resource = NESTING.test(type) ? template.resource(user) : undefined;
    if (resource) return resource;
  }
  return undefined;
}

/** The resources of a type that mention another, as far as they exist in this scenario. */
export function usersOf({ id, template }: Resource, type: string): readonly Resource[] {
  const { references, resources } = template.declarations;
  return references
    .to(id)
    .filter(user => resources.get(user)?.type === type)
    .flatMap(user => template.resource(user) ?? []);
}
