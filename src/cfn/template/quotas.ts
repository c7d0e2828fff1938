import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Declarations } from './declarations.ts';

/** A quota of AWS, and what of a template is more than it takes. */
export interface ExceededQuota {
  /** Tells it from others of the same template. */
  readonly key: string;
  /** A clause: `the template would have 501 resources, and CloudFormation allows 500`. */
  readonly what: Sentence;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MOST_RESOURCES = 500;
/** In bytes, of a template in a bucket. */
const MOST_BYTES = 1_048_576;

/** The quotas of CloudFormation that a template exceeds. */
export function exceededTemplateQuotas({ document, resources }: Declarations): readonly ExceededQuota[] {
  const { text } = document;
  // No character takes more than three bytes for each of its UTF-16 units.
  const bytes = text.length * 3 > MOST_BYTES ? new TextEncoder().encode(text).length : 0;
  return [
    ...(resources.size > MOST_RESOURCES
      ? [
          {
            key: 'resources',
            what: say`the template would have ${resources.size} resources, and CloudFormation allows ${MOST_RESOURCES}`,
          },
        ]
      : []),
    ...(bytes > MOST_BYTES
      ? [
          {
            key: 'bytes',
            what: say`the template would have ${bytes} bytes, and CloudFormation allows ${MOST_BYTES}`,
          },
        ]
      : []),
  ];
}
