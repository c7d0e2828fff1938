import { existsSync, readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { allFixtures, judge, mend, read, render, sibling } from '../fixtures.ts';

declare global {
  /** The functions of the engine that were entered, if it is instrumented. */
  var __entered: Set<string>;
}

/** Runs in a worker, in a bundle with the engine instrumented, or with one mutant of it. */
export interface Asked {
  /** What the engine as it is says of each fixture, in the order of `allFixtures()`; none for the first run. */
  readonly outcomes: readonly string[] | undefined;
  /** The indices of fixtures to be asked, in that order; all in the first run. */
  readonly indices: readonly number[];
}

/** What the engine as it is says of a fixture, and the functions entered for that. */
export interface Outcome {
  readonly outcome: string;
  readonly entered: readonly string[];
}

/** Either all outcomes, or the first fixture with another one, if there is any. */
export type Told = { readonly outcomes: readonly Outcome[] } | { readonly noticedBy: number | undefined };

const { outcomes, indices }: Asked = workerData;
const fixtures = allFixtures();
const asLoaded = [...globalThis.__entered];

function outcomeOf(index: number): string {
  const fixture = fixtures[index];
  if (!fixture) throw new Error(`There is no fixture ${index}.`);
  try {
    return render(fixture, judge(fixture, read(fixture)));
  } catch (error) {
    return String(error);
  }
}

function instrumentedOutcomeOf(index: number): Outcome {
  globalThis.__entered.clear();
  return { outcome: outcomeOf(index), entered: [...globalThis.__entered, ...asLoaded] };
}

async function isFixedOtherwise(index: number): Promise<boolean> {
  const fixture = fixtures[index];
  if (!fixture) return false;
  for (const kind of ['fixed', 'unsafe'] as const) {
    const path = sibling(fixture, kind);
    if (!existsSync(path)) continue;
    const fixed = await mend(fixture, read(fixture), kind === 'unsafe').catch(String);
    if (fixed !== readFileSync(path, 'utf8')) return true;
  }
  return false;
}

async function answer(): Promise<Told> {
  if (outcomes === undefined) return { outcomes: [...fixtures.keys()].map(instrumentedOutcomeOf) };
  const judgedOtherwise = indices.find(index => outcomeOf(index) !== outcomes[index]);
  if (judgedOtherwise !== undefined) return { noticedBy: judgedOtherwise };
  for (const index of indices) if (await isFixedOtherwise(index)) return { noticedBy: index };
  return { noticedBy: undefined };
}

parentPort?.postMessage(await answer());
