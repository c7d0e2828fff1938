import { display, hasReference, reference } from '../cfn/reference.ts';
import type { Resource } from '../cfn/resource.ts';
import type { Template } from '../cfn/template.ts';
import { andThen, known, unknown, type Value } from '../cfn/value.ts';
import type { Json } from '../syntax/json.ts';
import type { Place } from '../syntax/place.ts';
import { type Kind, Pointer } from './pointer.ts';

const KEY_TYPES = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];

const ALIASES: Kind = {
  noun: 'key',
  types: ['AWS::KMS::Alias'],
  nameProperty: 'AliasName',
  nameIn: text => text.replace(/^arn:.*:(?=alias\/)/s, ''),
};

const KEYS: Kind = {
  noun: 'key',
  types: KEY_TYPES,
  // A key's id is given to it when it is deployed.
  nameProperty: 'KeyId',
  nameIn: text => text.replace(/^arn:.*:key\//s, ''),
};

/** A KMS key. */
export interface Key {
  readonly at: Place;
  /** The resource of this template, when it is one. */
  readonly resource: Resource | undefined;
  /** All ARNs that mean it, with marks. */
  readonly arns: readonly string[];
  /** Where those are at home. */
  readonly template: Template;
  /** How a policy of this template names it; `*` where what stands there may be an id as well as an ARN. */
  readonly written: Json;
}

/**
 * The key at a place that takes its ARN, its id, or an alias.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export function keyAt(pointer: Pointer): Value<Key> {
  const key = pointer.resource(KEYS);
  if (key.is === 'absent') return key;
  if (key.is === 'known') return known(localKey(key.value, key.at), key.at, key.unsure);
  const alias = pointer.resource(ALIASES);
  if (alias.is === 'known') return andThen(alias, behind);
  const target = pointer.target();
  if (target.is === 'known') return key;
  return andThen(pointer.shape(), (text, at): Value<Key> => {
    if (typeof text !== 'string') return unknown('it is not the name of a key', at);
    if (/^(?:arn:.*:)?alias\//s.test(text))
      return unknown('the key behind its alias is not in this template', at);
    return known(keyElsewhere(pointer.template, text, at), at);
  });
}

function behind(alias: Resource): Value<Key> {
  const target = new Pointer(alias.template, alias.find('TargetKeyId'));
  const key = target.resource(KEYS);
  if (key.is === 'known') return known(localKey(key.value, key.at), key.at, key.unsure);
  return unknown(`the key behind the alias \`${alias.id}\` is not in this template`, key.at);
}

function localKey(resource: Resource, at: Place): Key {
  return {
    at,
    resource,
    arns: [reference(`${resource.id}.Arn`), keyArn(reference(resource.id))],
    template: resource.template,
    written: { 'Fn::GetAtt': [resource.id, 'Arn'] },
  };
}

/** What is only known once deployed may be an ARN or an id. */
function keyElsewhere(template: Template, text: string, at: Place): Key {
  if (text.startsWith('arn:') || !hasReference(text)) {
    const arn = text.startsWith('arn:') ? text : keyArn(text);
    return {
      at,
      resource: undefined,
      arns: [arn],
      template,
      written: hasReference(arn) ? { 'Fn::Sub': display(arn) } : arn,
    };
  }
  return { at, resource: undefined, arns: [text, keyArn(text)], template, written: '*' };
}

function keyArn(id: string): string {
  const [partition, region, account] = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId'].map(reference);
  return `arn:${partition}:kms:${region}:${account}:key/${id}`;
}
