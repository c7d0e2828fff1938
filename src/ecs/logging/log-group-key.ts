import { display, onlyPlaceholder, partsOf } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Place } from '../../syntax/place.ts';
import { LogGroup } from '../model/log-group.ts';

/** What stands for the key of a log group and is not its ARN, the one thing that CloudWatch Logs documents. */
export interface NonArnKey {
  readonly at: Place;
  /** For messages. */
  readonly written: string;
  readonly is: 'alias' | 'alias ARN' | 'key ID';
  /** The key of this template that is meant, where the log group can refer to it. */
  readonly key: Resource | undefined;
}

const KEYS: ReadonlySet<string | undefined> = new Set(['AWS::KMS::Key', 'AWS::KMS::ReplicaKey']);
const ALIAS = 'AWS::KMS::Alias';

/** What `Ref` gives for an alias is `alias/…`, which its ARN ends in. */
const LAST_REFERENCE = /:\uFDD0([^\uFDD0\uFDD1]*)\uFDD1$/;

/** Nothing where an ARN may come of it. */
export function nonArnKey(group: Resource): NonArnKey | undefined {
  const { template } = group;
  const at = group.find('KmsKeyId');
  const text = group.symbolic('KmsKeyId');
  if (at.is !== 'known' || text.is !== 'known' || text.unsure !== undefined) return undefined;
  if (typeof text.value !== 'string') return undefined;
  const is = formOf(text.value, template);
  return is && { at: at.value, written: display(text.value), is, key: localKey(group) };
}

function formOf(text: string, template: Template): NonArnKey['is'] | undefined {
  const whole = onlyPlaceholder(text);
  if (whole !== undefined) return formOfReference(whole, template);
  const [start = ''] = partsOf(text);
  if (start.startsWith('arn:')) {
    const [, id] = LAST_REFERENCE.exec(text) ?? [];
    return text.includes(':alias/') || typeOf(id, template) === ALIAS ? 'alias ARN' : undefined;
  }
  if (start.startsWith('alias/')) return 'alias';
  return 'arn:'.startsWith(start) ? undefined : 'key ID';
}

function formOfReference(name: string, template: Template): NonArnKey['is'] | undefined {
  if (typeOf(name, template) === ALIAS) return 'alias';
  return KEYS.has(typeOf(name.replace(/\.KeyId$/, ''), template)) ? 'key ID' : undefined;
}

function typeOf(id: string | undefined, template: Template): string | undefined {
  return id === undefined ? undefined : template.resource(id)?.type;
}

function localKey(group: Resource): Resource | undefined {
  const key = new LogGroup(group).key();
  const resource = key.is === 'known' && key.unsure === undefined ? key.value.resource : undefined;
  if (!resource || resource.template.key !== group.template.key) return undefined;
  return group.template.declarations.references.reaches(resource.id, group.id) ? undefined : resource;
}
