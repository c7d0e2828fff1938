import { placeholder } from '../../cfn/functions/placeholder.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { andThen, known, type Value } from '../../cfn/value.ts';
import { type Json, scalarText } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';

/**
 * `symbolic`: names with placeholders for what is only known once deployed. `read`: names that rest on defaults too.
 */
export type Mode = 'symbolic' | 'read';

/**
 * The name that a resource is given: by the property for it, or, for a bucket in the namespace of its account and
 * region, by a prefix.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
 */
export function physicalName(template: Template, at: Place, property: string, mode: Mode): Value<Json> {
  const own = template[mode](at, 'Properties', property);
  if (own.is !== 'absent' || property !== 'BucketName') return own;
  const namespace = template[mode](at, 'Properties', 'BucketNamespace');
  if (namespace.is !== 'known' || namespace.value !== 'account-regional') return own;
  return andThen(template[mode](at, 'Properties', 'BucketNamePrefix'), (prefix, place) =>
    known(`${scalarText(prefix) ?? ''}${REGIONAL_SUFFIX}`, place, own.unsure ?? namespace.unsure),
  );
}

const REGIONAL_SUFFIX = `-${placeholder('AWS::AccountId')}-${placeholder('AWS::Region')}-an`;
