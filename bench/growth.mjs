// How time grows with what a template holds.
import { DEFAULT_OPTIONS, fix, lint, parse } from '../dist/index.js';
import { median } from './measure.mjs';
import { ofBytes, ofConditions, ofServices } from './templates.mjs';

const FIXING = { ...DEFAULT_OPTIONS, unsafe: false };

/** What is made larger, and how large. */
export const KINDS = {
  kilobytes: { sizes: [1, 4, 16, 64, 256, 1000], make: size => ofBytes(size * 1000) },
  services: { sizes: [1, 5, 20, 100, 200, 500], make: ofServices },
  conditions: { sizes: [0, 10, 50, 100, 200], make: ofConditions },
};

async function timed(once, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    await once();
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return median(times);
}

/** For each size the times of a lint and of `--fix`, in milliseconds. */
export async function growth({ sizes, make }) {
  const rows = [];
  for (const size of sizes) {
    const text = make(size);
    const rounds = size > 100 ? 3 : 7;
    rows.push({
      size,
      bytes: text.length,
      lint: await timed(() => lint([parse('a.yml', text)], DEFAULT_OPTIONS), rounds),
      fix: await timed(() => fix([parse('a.yml', text)], FIXING), rounds),
    });
  }
  return rows;
}
