import type { BigIntStats } from 'node:fs';

/** Which file it is, by whatever path. */
export type Identity = string;

/** Inodes of some file systems are larger than a number can be. */
export function identityOf({ dev, ino }: Pick<BigIntStats, 'dev' | 'ino'>): Identity {
  return `${dev}:${ino}`;
}
