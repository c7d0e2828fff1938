/** A range of IPv4 addresses, as numbers. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Nothing for what is no IPv4 range in CIDR notation. */
export function rangeOf(cidr: string): Range | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  if (!match) return undefined;
  const [bits, ...octets] = [match[5], match[1], match[2], match[3], match[4]].map(Number);
  if (bits === undefined || bits > 32 || octets.some(each => each > 255)) return undefined;
  const size = 2 ** (32 - bits);
  const address = octets.reduce((sum, each) => sum * 256 + each, 0);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1 };
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

export function overlaps(one: Range, other: Range): boolean {
  return one.first <= other.last && other.first <= one.last;
}
