import type { Resource } from '../cfn/resource.ts';
import { type Answer, absent, andThen, type Value } from '../cfn/value.ts';
import type { Place } from '../syntax/place.ts';
import { flag } from './flag.ts';
import { type Key, keyAt } from './key.ts';
import { Pointer } from './pointer.ts';
import { textAt } from './text.ts';

const BLOCKS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** An `AWS::S3::Bucket` of this template. */
export class Bucket {
  readonly resource: Resource;

  constructor(resource: Resource) {
    this.resource = resource;
  }

  /** `AES256`, `aws:kms` or `aws:kms:dsse`; absent means `AES256`. */
  encryption(): Value<string> {
    return textAt(this.resource.template, this.#encryption('SSEAlgorithm'));
  }

  /** Absent where it is encrypted with a key that S3 or AWS manages. */
  key(): Value<Key> {
    return keyAt(new Pointer(this.resource.template, this.#encryption('KMSMasterKeyID')));
  }

  /** Whether it says that nobody from outside may read it; the answer stands at the first of four flags that does not. */
  blocksPublicAccess(): Answer {
    const { template } = this.resource;
    const answers = BLOCKS.map(each =>
      flag(template, this.resource.find('PublicAccessBlockConfiguration', each)),
    );
    return (
      answers.find(each => each.is === 'no') ??
      answers.find(each => each.is === 'unknown') ?? {
        is: 'yes',
        at: this.resource.place('PublicAccessBlockConfiguration'),
      }
    );
  }

  #encryption(property: 'SSEAlgorithm' | 'KMSMasterKeyID'): Value<Place> {
    const { template } = this.resource;
    const rules = this.resource.items('BucketEncryption', 'ServerSideEncryptionConfiguration');
    return andThen(rules, ([first], at) =>
      first ? template.find(first, 'ServerSideEncryptionByDefault', property) : absent(at),
    );
  }
}
