import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { absent, andThen, certain, known, unknown, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import { ResourceModel } from '../model/resource-model.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';
import { handedOn, isPublished, usersOf } from './stack-references.ts';
import { allOfType } from './vpc.ts';

export type Direction = 'in' | 'out';

/** A rule is written in its group, or is a resource of its own. */
const WRITTEN = {
  in: { property: 'SecurityGroupIngress', type: 'AWS::EC2::SecurityGroupIngress' },
  out: { property: 'SecurityGroupEgress', type: 'AWS::EC2::SecurityGroupEgress' },
} as const;

const HTTPS = 443;

/** One rule of a security group, in the template that has it. */
export interface SecurityGroupRule {
  readonly template: Template;
  readonly at: Place;
}

/** An `AWS::EC2::SecurityGroup`. */
export class SecurityGroup extends ResourceModel {
  /**
   * Where the rules for one direction stand; unknown when there may be others. Absent outwards means that everything
   * may leave: the first rule takes that away.
   * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupegress.html
   */
  rules(direction: Direction): Value<readonly SecurityGroupRule[]> {
    const { template, at } = this.resource;
    const { property, type } = WRITTEN[direction];
    const inline = this.resource.items(property);
    if (inline.is === 'unknown') return inline;
    // Whether an empty list is as good as none is not documented.
    if (inline.is === 'known' && inline.value.length === 0)
      return unknown(say`its list of rules is empty`, inline.at);
    const all = this.seenRules(direction);
    const doubt = template.declarations.unseen(type) ?? this.#openness();
    if (doubt !== undefined) return unknown(doubt, at);
    return all.length > 0 ? known(all, inline.at) : absent(inline.at);
  }

  /** Those that templates show, whether there may be others or not. */
  seenRules(direction: Direction): readonly SecurityGroupRule[] {
    const { property, type } = WRITTEN[direction];
    const { template } = this.resource;
    const inline = this.resource.items(property);
    const own = inline.is === 'known' ? inline.value.map(rule => ({ template, at: rule })) : [];
    return [...own, ...separateRules(this.resource, type).flatMap(propertiesOf)];
  }

  /** Other stacks may add rules to a group that they know. */
  #openness(): Sentence | undefined {
    if (isPublished(this.resource))
      return say`other stacks may add a rule to \`${this.id}\`, which is an output`;
    return handedOn(this.resource);
  }
}

/** The rules of a group that are resources of their own. */
function separateRules(group: Resource, type: string): readonly Resource[] {
  const rules = new Set(['GroupId', 'GroupName'].flatMap(property => usersOf(group, type, property)));
  return [...rules].filter(rule =>
    ['GroupId', 'GroupName'].some(key => {
      const target = new ResourceProperty(rule.template, rule.find(key)).target();
      return target.is === 'known' && target.value.sameAs(group);
    }),
  );
}

function propertiesOf(rule: Resource): readonly SecurityGroupRule[] {
  const properties = rule.find();
  return properties.is === 'known' ? [{ template: rule.template, at: properties.value }] : [];
}

/** Whether a rule can be about the port on which AWS services are reached. */
export function mayCoverHttps({ template, at }: SecurityGroupRule): boolean {
  const protocol = certain(textAt(template, template.find(at, 'IpProtocol'))) ?? '-1';
  if (protocol === '-1') return true;
  const [from, to] = [port(template, at, 'FromPort'), port(template, at, 'ToPort')];
  return /^(?:tcp|6)$/i.test(protocol) && !(from > HTTPS) && !(to >= 0 && to < HTTPS);
}

/** Not a number where it is not known. */
function port(template: Template, rule: Place, key: 'FromPort' | 'ToPort'): number {
  return Number(certain(textAt(template, template.find(rule, key))));
}

/** The groups of a list, when all of them are of this template. */
export function securityGroupsIn(list: Value<readonly Value<Resource>[]>): Value<readonly SecurityGroup[]> {
  return andThen(allOfType(list, 'AWS::EC2::SecurityGroup', say`security group`), (resources, at) =>
    known(
      resources.map(each => new SecurityGroup(each)),
      at,
    ),
  );
}
