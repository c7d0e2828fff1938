import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { absent, andThen, certain, known, unknown, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';
import { allOfType, nestedUser, usersOf } from './vpc.ts';

export type Direction = 'in' | 'out';

/** A rule is written in its group, or is a resource of its own. */
const WRITTEN = {
  in: { property: 'SecurityGroupIngress', type: 'AWS::EC2::SecurityGroupIngress' },
  out: { property: 'SecurityGroupEgress', type: 'AWS::EC2::SecurityGroupEgress' },
} as const;

const HTTPS = 443;

/** An `AWS::EC2::SecurityGroup` of this template. */
export class SecurityGroup {
  readonly resource: Resource;

  constructor(resource: Resource) {
    this.resource = resource;
  }

  get id(): string {
    return this.resource.id;
  }

  get at(): Place {
    return this.resource.at;
  }

  /**
   * Where the rules for one direction stand; unknown when there may be others. Absent outwards means that everything
   * may leave: the first rule takes that away.
   * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupegress.html
   */
  rules(direction: Direction): Value<readonly Place[]> {
    const { template, at } = this.resource;
    const { property, type } = WRITTEN[direction];
    const inline = this.resource.items(property);
    if (inline.is === 'unknown') return inline;
    // Whether an empty list is as good as none is not documented.
    if (inline.is === 'known' && inline.value.length === 0)
      return unknown(say`its list of rules is empty`, inline.at);
    const separate = usersOf(this.resource, type).filter(rule => this.#isOwn(rule));
    const places = [...(inline.is === 'known' ? inline.value : []), ...separate.flatMap(propertiesOf)];
    const doubt = template.declarations.unseen(type) ?? this.#openness();
    if (doubt !== undefined) return unknown(doubt, at);
    return places.length > 0 ? known(places, inline.at) : absent(inline.at);
  }

  /** Other stacks may add rules to a group that they know. */
  #openness(): Sentence | undefined {
    const nested = nestedUser(this.resource);
    if (nested) return say`\`${nested.id}\`, to which \`${this.id}\` is handed, may add a rule`;
    return this.resource.template.declarations.references.inOutputs(this.id)
      ? say`other stacks may add a rule to \`${this.id}\`, which is an output`
      : undefined;
  }

  #isOwn(rule: Resource): boolean {
    return ['GroupId', 'GroupName'].some(key => {
      const group = new ResourceProperty(rule.template, rule.find(key)).target();
      return group.is === 'known' && group.value.id === this.id;
    });
  }
}

function propertiesOf(rule: Resource): readonly Place[] {
  const properties = rule.find();
  return properties.is === 'known' ? [properties.value] : [];
}

/** Whether a rule can be about the port on which AWS services are reached. */
export function mayCoverHttps(template: Template, rule: Place): boolean {
  const protocol = certain(textAt(template, template.find(rule, 'IpProtocol'))) ?? '-1';
  if (protocol === '-1') return true;
  const [from, to] = [port(template, rule, 'FromPort'), port(template, rule, 'ToPort')];
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
