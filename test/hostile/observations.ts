import { describe, test } from 'vitest';
import { knownRows } from './groups.ts';

/** Something that is looked at in another way than by one run of the command line. */
export interface Observation {
  /** What it is called in the table. */
  readonly name: string;
  /** Expects what has to be. Answers what was seen, for the table. */
  readonly see: () => string | Promise<string>;
  /** Why it cannot be looked at on this machine; its row stays as it is. */
  readonly unless?: string | undefined;
}

/** Tests observations. Answers what gives their table when all are through. */
export function testObservations(name: string, observations: readonly Observation[]): () => string {
  const seen = new Map<string, string>();
  describe(name, () => {
    for (const { name: what, see, unless } of observations) {
      if (unless !== undefined) console.warn(`SKIPPED, ${unless}: ${what}`);
      test.skipIf(unless !== undefined)(what, async () => {
        seen.set(what, await see());
      });
    }
  });
  return () => {
    const known = knownRows(name);
    const rows = observations.flatMap(({ name: what }) => {
      const got = seen.get(what) ?? known.get(what);
      return got === undefined ? [] : [`| ${what} | ${got} |`];
    });
    return ['| what there is | what was seen |', '|---|---|', ...rows].join('\n');
  };
}
