import { type BigIntStats, fstatSync, statSync } from 'node:fs';

/** Which file it is, by whatever path. */
export type Identity = string;

/** Inodes of some file systems are larger than a number can be. */
export function identityOf({ dev, ino }: Pick<BigIntStats, 'dev' | 'ino'>): Identity {
  return `${dev}:${ino}`;
}

/** Which ordinary file a path leads to, or a descriptor is of; nothing where there is none. */
export function identityAt(place: string | number): Identity | undefined {
  try {
    const stats =
      typeof place === 'string' ? statSync(place, { bigint: true }) : fstatSync(place, { bigint: true });
    return stats.isFile() ? identityOf(stats) : undefined;
  } catch {
    return undefined;
  }
}
