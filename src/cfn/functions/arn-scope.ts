import { hasPlaceholder } from './placeholder.ts';

/** What an ARN says of where a resource is, as far as it is written out. */
export interface ArnScope {
  readonly partition: string | undefined;
  readonly region: string | undefined;
  readonly account: string | undefined;
}

const FIELD = '(?:\\uFDD0[^\\uFDD0\\uFDD1]*\\uFDD1|[^:])*';
const ARN = new RegExp(`^arn:(${FIELD}):${FIELD}:(${FIELD}):(${FIELD}):`, 's');

/** Nothing in it of what is no ARN. A field may hold placeholders, in which there are colons. */
export function arnScope(text: string): ArnScope {
  const [partition, region, account] = (ARN.exec(text) ?? []).slice(1).map(written);
  return { partition, region, account };
}

function written(field: string): string | undefined {
  return field === '' || hasPlaceholder(field) || /[*?]/.test(field) ? undefined : field;
}
