import { type Answer, absent, andThen, type Value } from '../../cfn/value.ts';
import type { Place } from '../../syntax/place.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { booleanProperty, textAt } from '../resolve/scalars.ts';
import { type Key, keyAt } from './key.ts';
import { ResourceModel } from './resource-model.ts';

/** What a bucket that nobody from outside may read says. */
export const BLOCKS: readonly string[] = [
  'BlockPublicAcls',
  'BlockPublicPolicy',
  'IgnorePublicAcls',
  'RestrictPublicBuckets',
];

/** An `AWS::S3::Bucket` of this template. */
export class Bucket extends ResourceModel {
  /** `AES256`, `aws:kms` or `aws:kms:dsse`; absent means `AES256`. */
  encryption(): Value<string> {
    return textAt(this.resource.template, this.#encryption('SSEAlgorithm'));
  }

  /** Absent where it is encrypted with a key that S3 or AWS manages. */
  key(): Value<Key> {
    return keyAt(new ResourceProperty(this.resource.template, this.#encryption('KMSMasterKeyID')));
  }

  /**
   * Whether nobody from outside may be let in to read it, as S3 has it for new buckets; the answer stands at the first of
   * four flags that says otherwise.
   */
  blocksPublicAccess(): Answer {
    const answers = this.#blocks();
    return (
      answers.find(each => each.is === 'no') ??
      answers.find(each => each.is === 'unknown') ?? {
        is: 'yes',
        at: this.resource.place('PublicAccessBlockConfiguration'),
      }
    );
  }

  /** Where those of the four flags stand that are off. */
  openings(): readonly Place[] {
    return this.#blocks().flatMap(({ is, at }) => (is === 'no' ? [at] : []));
  }

  /** Whether it is meant for the public: by its access list, or as a website. */
  isPublic(): boolean {
    const control = textAt(this.resource.template, this.resource.find('AccessControl'));
    const isListed = control.is === 'known' && /^(?:Public|AuthenticatedRead)/.test(control.value);
    return isListed || this.resource.find('WebsiteConfiguration').is !== 'absent';
  }

  #blocks(): readonly Answer[] {
    return BLOCKS.map((each): Answer => {
      const found = this.resource.find('PublicAccessBlockConfiguration', each);
      if (found.is === 'absent') return { is: 'yes', at: found.at };
      return booleanProperty(this.resource.template, found);
    });
  }

  #encryption(property: 'SSEAlgorithm' | 'KMSMasterKeyID'): Value<Place> {
    const { template } = this.resource;
    const rules = this.resource.items('BucketEncryption', 'ServerSideEncryptionConfiguration');
    return andThen(rules, ([first], at) =>
      first ? template.find(first, 'ServerSideEncryptionByDefault', property) : absent(at),
    );
  }
}
