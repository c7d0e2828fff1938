// How time grows with what a template holds.
import { DEFAULT_OPTIONS, fix, lint, parse } from '../dist/index.js';
import { median, own } from './measure.mjs';
import { joined, ofBytes, ofConditions, ofServices } from './templates.mjs';

const FIXING = { ...DEFAULT_OPTIONS, unsafe: false };

/** What is made larger, how large, and the texts of the templates. */
export const KINDS = {
  kilobytes: { sizes: [1, 4, 16, 64, 256, 1000], make: size => [ofBytes(size * 1000)] },
  services: { sizes: [1, 5, 20, 100, 200, 500], make: size => [ofServices(size)] },
  conditions: { sizes: [0, 10, 50, 100, 200], make: size => [ofConditions(size)] },
  files: {
    sizes: [1, 10, 100, 1000, 10_000],
    make: size => Array.from({ length: size }, () => ofServices(1)),
  },
  joined: { sizes: [1, 10, 100, 1000], make: joined },
};

async function timed(once, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await own(once));
  return median(times);
}

/** For each size the processor time of a lint and of `--fix`, in milliseconds. */
export async function growth({ sizes, make }) {
  const rows = [];
  for (const size of sizes) {
    const texts = make(size);
    const rounds = size > 1000 ? 1 : size > 100 ? 3 : 7;
    const documents = () => texts.map((text, i) => parse(`${i}.yml`, text));
    rows.push({
      size,
      bytes: texts.reduce((sum, text) => sum + text.length, 0),
      lint: await timed(() => lint(documents(), DEFAULT_OPTIONS), rounds),
      fix: await timed(() => fix(documents(), FIXING), rounds),
    });
  }
  return rows;
}
