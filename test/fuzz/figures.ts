import { readFileSync } from 'node:fs';
import found from './found.json' with { type: 'json' };
import type { RecordedRun } from './record.ts';

const RECORD = new URL('record.jsonl', import.meta.url);

/** What the fuzzer did so far, for `docs/robustness.md`. */
export function fuzzing(): string {
  const runs: readonly RecordedRun[] = readFileSync(RECORD, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  const sum = (key: 'cases' | 'seconds'): number => runs.reduce((all, each) => all + each[key], 0);
  const lines = found.map(({ what, kept }) => `| ${what} | ${kept} |`);
  return [
    `${sum('cases').toLocaleString('en')} cases in ${runs.length} runs, ${Math.floor(sum('seconds') / 60)} minutes in all, made of up to ${Math.max(...runs.map(each => each.templates)).toLocaleString('en')} templates. Found and fixed: ${found.length} kinds of faults. Left open: none.`,
    '',
    '| what was found | is tried ever since by |',
    '|---|---|',
    ...lines,
  ].join('\n');
}
