import { expect } from 'vitest';
import type { After } from '../trial.ts';

/** The output names what was not checked, and what keeps it from that. */
export const says =
  (code: number, ...words: readonly string[]): After =>
  (_, { code: actual, out, err }) => {
    const said = `${out}${err}`;
    for (const each of words) expect(said).toContain(each);
    expect(actual).toBe(code);
    const line = said.split('\n').find(each => words.length > 0 && words.every(word => each.includes(word)));
    return line === undefined || err.startsWith(line) ? '' : `\`${line.trim().replaceAll('`', "'")}\``;
  };
