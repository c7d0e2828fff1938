import type { Parameters } from 'fast-check';

const wanted = Number(process.env.CASES ?? 0);

/** `CASES=10000` looks at as many cases, and at others each time; without it the same few hundred are looked at. */
export const LONG: boolean = wanted > 0;
export const CASES: Parameters<unknown> = LONG ? { numRuns: wanted } : { numRuns: 500, seed: 20251124 };
