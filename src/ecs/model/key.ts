import { display, hasPlaceholder, placeholder } from '../../cfn/functions/placeholder.ts';
import { namesAnother, writtenText } from '../../cfn/functions/qualified-name.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import { toJson } from '../../syntax/node.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';
import { type Kind, ResourceProperty } from '../resolve/resource-property.ts';

const KEY_TYPES = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];

const ALIASES: Kind = {
  noun: say`key`,
  types: ['AWS::KMS::Alias'],
  nameProperty: 'AliasName',
  // What `Ref` gives for an alias is `alias/…`, which its ARN ends in.
  nameIn: text => text.replace(/^arn:.*:(?=alias\/|\uFDD0[^\uFDD1]*\uFDD1$)/s, ''),
};

const KEYS: Kind = {
  noun: say`key`,
  types: KEY_TYPES,
  // A key's id is given to it when it is deployed.
  nameProperty: 'KeyId',
  nameIn: text => text.replace(/^arn:.*:key\//s, ''),
};

/** A KMS key. */
export interface Key {
  readonly at: Place;
  /** For messages: its logical id, or what is written. */
  readonly name: string;
  /** The resource of this template, when it is one. */
  readonly resource: Resource | undefined;
  /** All ARNs that mean it, with placeholders. */
  readonly arns: readonly string[];
  /** Where those are at home. */
  readonly template: Template;
  /** How a policy of that template names it; nothing where its ARN is not known, such as behind an alias. */
  readonly written: Json | undefined;
  /** How a policy of another template names it. */
  readonly writtenElsewhere: Json | undefined;
}

/**
 * The key at a place that takes its ARN, its id, or an alias.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export function keyAt(property: ResourceProperty): Value<Key> {
  const key = property.resource(KEYS);
  if (key.is === 'absent') return key;
  if (key.is === 'known') return known(localKey(key.value, key.at), key.at, key.unsure);
  const alias = property.resource(ALIASES);
  if (alias.is === 'known') return andThen(alias, behind);
  const target = property.target();
  if (target.is === 'known')
    return isMadeElsewhere(target.value)
      ? known(keyMadeElsewhere(property, target.value.id, key.at), key.at)
      : key;
  const likely = property.read();
  if (likely.is === 'known' && likely.value === '') return unknown(say`it may be left empty`, key.at);
  const written = property.symbolic();
  const hidden = property.hidden();
  if (written.is === 'unknown' && hidden)
    return known(
      { ...keyElsewhere(property.template, hidden.placeholder, key.at), name: hidden.label },
      key.at,
    );
  return andThen(written, (text, at): Value<Key> => {
    if (typeof text !== 'string') return unknown(say`it is not the name of a key`, at);
    const keyOf = ALIAS.test(text) ? hiddenKey : keyElsewhere;
    return known(keyOf(property.template, text, at), at);
  });
}

/** What it gives may be any key, by whatever name. */
function isMadeElsewhere({ type }: Resource): boolean {
  return /^(?:AWS::CloudFormation::(?:Stack|CustomResource)$|Custom::)/.test(type);
}

/** A policy that names the key by the same expression means it, whatever that comes to. */
function keyMadeElsewhere(property: ResourceProperty, id: string, at: Place): Key {
  const hidden = hiddenKey(property.template, id, at);
  const written = property.symbolic();
  return written.is === 'known' && typeof written.value === 'string'
    ? { ...hidden, arns: [written.value, ...hidden.arns] }
    : hidden;
}

const ALIAS = /^(?:arn:.*:)?alias\//s;

/** Whether it is a key that AWS created for one of its services, by the alias that it reserves for these. */
export function isAwsManaged({ name }: Key): boolean {
  return /^(?:arn:.*:)?alias\/aws\//s.test(name);
}

function behind(alias: Resource): Value<Key> {
  const target = new ResourceProperty(alias.template, alias.find('TargetKeyId'));
  const key = target.resource(KEYS);
  if (key.is === 'known') return known(localKey(key.value, key.at), key.at, key.unsure);
  const { account } = alias.template.declarations;
  const arn = account?.resources.get(alias.id)?.physicalIds.find(each => each.startsWith('arn:'));
  const id = target.read();
  const found =
    arn !== undefined && id.is === 'known'
      ? { ...keyElsewhere(alias.template, keyBeside(arn, String(id.value)), key.at), name: String(id.value) }
      : hiddenKey(alias.template, alias.id, key.at);
  return known(found, key.at);
}

/** The ARN of a key, by that of an alias of the same account and region. */
function keyBeside(alias: string, id: string): string {
  return alias.replace(/alias\/.*$/s, `key/${id}`);
}

function localKey(resource: Resource, at: Place): Key {
  return {
    at,
    name: resource.id,
    resource,
    arns: [placeholder(`${resource.id}.Arn`), keyArn(placeholder(resource.id)), ...deployedArns(resource)],
    template: resource.template,
    written: { 'Fn::GetAtt': [resource.id, 'Arn'] },
    writtenElsewhere: undefined,
  };
}

/** The ARN by which policies name a key that is deployed already. */
function deployedArns({ id, template }: Resource): readonly string[] {
  const { physicalIds = [] } = template.declarations.account?.resources.get(id) ?? {};
  const arns = physicalIds.filter(each => each.startsWith('arn:'));
  return arns.length > 0 ? arns : physicalIds.map(keyArn);
}

/** What is only known once deployed may be an ARN, an id or an alias. */
function keyElsewhere(template: Template, text: string, at: Place): Key {
  const isSure = text.startsWith('arn:') || !hasPlaceholder(text);
  const arn = text.startsWith('arn:') ? text : keyArn(text);
  const written = writtenArn(text, arn, at);
  return {
    at,
    name: display(text),
    resource: undefined,
    arns: isSure ? [arn] : [text, arn],
    template,
    written: isSure ? written : undefined,
    writtenElsewhere: hasPlaceholder(text) ? undefined : written,
  };
}

/** What is passed to a stack is written as it is written where it is used. */
function writtenArn(text: string, arn: string, at: Place): Json | undefined {
  const node = nodeAt(at);
  if (namesAnother(text)) return text === arn && node ? toJson(node) : undefined;
  return writtenText(arn);
}

/** A key that is there for certain, though nothing here tells its ARN. */
function hiddenKey(template: Template, text: string, at: Place): Key {
  const name = display(text);
  return {
    at,
    name,
    resource: undefined,
    arns: [keyArn(placeholder(`the key ${name}`))],
    template,
    written: undefined,
    writtenElsewhere: undefined,
  };
}

function keyArn(id: string): string {
  const [partition, region, account] = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId'].map(placeholder);
  return `arn:${partition}:kms:${region}:${account}:key/${id}`;
}
