import { parentPort, workerData } from 'node:worker_threads';
import { allFixtures, judge, read, render } from '../fixtures.ts';

/** Runs in a worker, in a bundle with one mutant of the engine in it. */
export interface Asked {
  /** What the engine as it is says of each fixture, in the order of `allFixtures()`; none for the first run. */
  readonly outcomes: readonly string[] | undefined;
  /** The indices of fixtures that are asked first. */
  readonly first: readonly number[];
}

/** Either all outcomes, or the first fixture with another one, if there is any. */
export type Told = { readonly outcomes: readonly string[] } | { readonly noticedBy: number | undefined };

const { outcomes, first }: Asked = workerData;
const fixtures = allFixtures();

function outcomeOf(index: number): string {
  const fixture = fixtures[index];
  if (!fixture) throw new Error(`There is no fixture ${index}.`);
  try {
    return render(fixture, judge(fixture, read(fixture)));
  } catch (error) {
    return String(error);
  }
}

function answer(): Told {
  if (outcomes === undefined) return { outcomes: [...fixtures.keys()].map(outcomeOf) };
  const order = [...new Set([...first, ...fixtures.keys()])];
  return { noticedBy: order.find(index => outcomeOf(index) !== outcomes[index]) };
}

parentPort?.postMessage(answer());
