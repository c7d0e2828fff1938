import { intrinsic, text as textOf } from '../../cfn/functions/intrinsic.ts';
import { display, placeholder } from '../../cfn/functions/placeholder.ts';
import { namesAnother } from '../../cfn/functions/qualified-name.ts';
import { rebase } from '../../cfn/scenario/rebase.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import { toJson } from '../../syntax/node.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';
import type { OpaqueValue } from '../resolve/opaque-value.ts';
import { physicalName } from '../resolve/physical-name.ts';
import { type Kind, ResourceProperty } from '../resolve/resource-property.ts';
import { bucketAddress } from './bucket-address.ts';

/** What a destination of sessions is called, and how that is written. */
export interface DestinationName {
  /** The resource of this template, when it is one. */
  readonly resource: Resource | undefined;
  /** All names that mean it, with placeholders. */
  readonly names: readonly string[];
  /** What gives its name, where only another stack, the one around included, or a store tells it. */
  readonly hidden: OpaqueValue | undefined;
  /**
   * What stands where its name has to stand: a reference that gives the name, an ARN, an address, the prefix that the
   * name is made of, or the name itself.
   */
  readonly writtenAs: 'reference' | 'ARN' | 'address' | 'prefix' | 'name';
  /** For a bucket: what stands behind its name as if it were a part of it, empty for nothing. */
  readonly path: string;
  /** Where those names are at home. */
  readonly template: Template;
}

export const LOG_GROUPS: Kind = {
  noun: say`log group`,
  types: ['AWS::Logs::LogGroup'],
  nameProperty: 'LogGroupName',
  nameIn: text => text.replace(/^arn:.*:log-group:/s, '').replace(/:\*$/, ''),
};

export const BUCKETS: Kind = {
  noun: say`bucket`,
  types: ['AWS::S3::Bucket'],
  nameProperty: 'BucketName',
  nameIn: text => bucketAddress(text).name,
};

/** What stands at a place that takes a name: a resource of this template, and the names that mean it. */
export function nameAt(template: Template, at: Place, kind: Kind): Value<DestinationName> {
  const property = new ResourceProperty(template, known(at, at));
  const local = property.resource(kind);
  const text = property.symbolic();
  if (local.is === 'known')
    return andThen(local, resource =>
      known(
        {
          resource,
          names: namesOf(resource, kind),
          hidden: undefined,
          ...writtenAs(template, text, resource, kind),
          template: resource.template,
        },
        at,
      ),
    );
  if (local.is === 'unknown' && local.dangling !== undefined) return local;
  const hidden = text.is === 'unknown' ? property.hidden() : undefined;
  if (hidden) {
    const names = [kind.nameIn(hidden.placeholder)];
    return known({ resource: undefined, names, hidden, writtenAs: 'reference', path: '', template }, at);
  }
  const prefixed =
    kind === BUCKETS && text.is === 'known' ? bucketWithPrefix(template, text.value) : undefined;
  if (prefixed) {
    const names = namesOf(prefixed, kind);
    return known(
      { resource: prefixed, names, hidden: undefined, writtenAs: 'prefix', path: '', template },
      at,
    );
  }
  return andThen(text, (name): Value<DestinationName> => {
    if (typeof name !== 'string') return unknown(say`it is not a name`, at);
    const names = [kind.nameIn(name)];
    const written = writtenAs(template, text, undefined, kind);
    const passed = written.writtenAs === 'ARN' ? undefined : passedAt(name, at);
    return known({ resource: undefined, names, hidden: passed, ...written, template }, at);
  });
}

/** The one bucket of this template whose name is made of this prefix and of more. */
function bucketWithPrefix(template: Template, prefix: Json): Resource | undefined {
  const found = template.resources('AWS::S3::Bucket').filter(bucket => {
    const own = bucket.symbolic('BucketNamePrefix');
    const isNamedByIt =
      physicalName(template, bucket.at, 'BucketName', 'symbolic').is === 'known' &&
      bucket.find('BucketName').is === 'absent';
    return isNamedByIt && own.is === 'known' && own.value === prefix;
  });
  return found.length === 1 ? found[0] : undefined;
}

/** A name that the parent stack gives, in which is what only that stack has a name for. */
function passedAt(name: string, at: Place): OpaqueValue | undefined {
  const node = nodeAt(at);
  if (!node || !namesAnother(name)) return undefined;
  const call = intrinsic(node);
  const parameter = call?.name === 'Ref' ? textOf(call.argument) : undefined;
  const passed = { label: display(name), expression: toJson(node), placeholder: name };
  return parameter === undefined ? passed : { ...passed, parameter };
}

function writtenAs(
  template: Template,
  text: Value<Json>,
  resource: Resource | undefined,
  kind: Kind,
): Pick<DestinationName, 'writtenAs' | 'path'> {
  const written = text.is === 'known' && typeof text.value === 'string' ? text.value : '';
  const { name, path, isAddress } =
    kind === BUCKETS ? bucketAddress(written) : { name: written, path: '', isAddress: false };
  const points = (attribute: string): boolean =>
    resource !== undefined &&
    name === rebase(placeholder(`${resource.id}${attribute}`), resource.template.stack, template.stack);
  if (points('') && !isAddress) return { writtenAs: 'reference', path };
  if (written.startsWith('arn:') || points('.Arn')) return { writtenAs: 'ARN', path };
  const isDomain = BUCKET_DOMAINS.some(attribute => points(`.${attribute}`));
  return { writtenAs: isAddress || isDomain ? 'address' : 'name', path };
}

const BUCKET_DOMAINS = ['DomainName', 'DualStackDomainName', 'RegionalDomainName', 'WebsiteURL'];

function namesOf(resource: Resource, kind: Kind): readonly string[] {
  const own = physicalName(resource.template, resource.at, kind.nameProperty, 'symbolic');
  const names = own.is === 'known' && typeof own.value === 'string' ? [own.value] : [];
  return [placeholder(resource.id), ...names];
}
