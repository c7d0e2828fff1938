import { partsOf, placeholder } from '../../cfn/functions/placeholder.ts';

/** What may be written where a bucket's name has to stand: the name, and the path behind it. */
export interface BucketAddress {
  readonly name: string;
  /** Without slashes at its ends; empty for none. */
  readonly path: string;
  /** Whether it is more than the name, and not its ARN. */
  readonly isAddress: boolean;
}

/**
 * `s3://bucket/path`, the addresses of Amazon S3 with the bucket in the path and in the name of the host, or an ARN.
 */
const FORMS: readonly RegExp[] = [
  /^s3:\/\//i,
  /^arn:.*:::/s,
  /^https?:\/\/s3(?:[.-][^/]*)?\//is,
  /^https?:\/\/(?=[^/]+\.s3(?:[.-][^/]*)?(?:\/|$))/is,
];

/**
 * Reads a text, with placeholders, that stands for a bucket. Of an address that is not one of Amazon S3 all is the
 * name.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export function bucketAddress(text: string): BucketAddress {
  const form = FORMS.find(each => each.test(text));
  if (!form && /^[a-z]+:\/\//i.test(text)) return { name: text, path: '', isAddress: true };
  const bare = form ? text.replace(form, '') : text;
  const [host, path] = splitPath(bare);
  const name = text.startsWith('http') ? host.replace(/\.s3(?:[.-].*)?$/is, '') : host;
  const isArn = form === FORMS[1];
  return { name, path: path.replace(/^\/+|\/+$/g, ''), isAddress: !isArn && name !== text };
}

/** At the first slash that is not a part of a placeholder. */
function splitPath(text: string): readonly [string, string] {
  let head = '';
  for (const [i, part] of partsOf(text).entries()) {
    const slash = i % 2 === 0 ? part.indexOf('/') : -1;
    if (slash >= 0) return [head + part.slice(0, slash), text.slice(head.length + slash)];
    head += i % 2 === 0 ? part : placeholder(part);
  }
  return [text, ''];
}
