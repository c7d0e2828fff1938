import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { bundle, disposeBundler } from './bundle.ts';
import type { Asked, Told } from './engine-outcomes.ts';
import { functionAround } from './entered.ts';
import { type Place, sample, textOf } from './places.ts';
import { isNoticedBy, unitTests } from './unit-tests.ts';

/**
 * Whether the fixtures of all rules, or else the unit tests, notice when the model of ECS or IAM says something else:
 * `npm run mutate -- engine`. `EVERY=10` takes every tenth mutant, `OFFSET=3` from the fourth on, `MODULES=src/iam` only
 * some modules.
 */
const WANTED = 0.9;

const places: readonly Place[] = sample({
  every: Number(process.env.EVERY ?? 1),
  offset: Number(process.env.OFFSET ?? 0),
  modules: process.env.MODULES ?? 'src/',
});

/** A mutant that takes longer than this, in milliseconds, never ends: some twenty times what all fixtures take. */
const LIMIT = 600_000;

afterAll(disposeBundler);

async function ask(asked: Asked, mutant: Place | undefined): Promise<Told> {
  const code = await bundle(mutant);
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: asked,
    stdout: true,
    stderr: true,
  });
  try {
    return await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('It does not end.')), LIMIT).unref();
      worker.once('message', resolve).once('error', reject);
    });
  } finally {
    await worker.terminate();
  }
}

/** The indices of those that may notice a mutant: they enter the function which it is in. */
function enteringFunctionOf(
  { path, start }: Place,
  all: readonly { readonly entered: readonly string[] }[],
): readonly number[] {
  const around = functionAround(path, textOf(path), start);
  return [...all.keys()].filter(index => around === undefined || all[index]?.entered.includes(around));
}

function whereabouts({ path, line, before, after }: Place): string {
  return `${path}:${line} ${before} -> ${after}`;
}

test('the fixtures and unit tests notice nearly all mutants of the engine', { timeout: 0 }, async () => {
  const tests = unitTests();
  const first = await ask({ outcomes: undefined, indices: [] }, undefined);
  const as = 'outcomes' in first ? first.outcomes : [];
  const outcomes = as.map(each => each.outcome);
  const killers = new Set<number>();

  async function isNoticedByFixture(place: Place): Promise<boolean> {
    const entering = enteringFunctionOf(place, as);
    const indices = [...new Set([...entering.filter(each => killers.has(each)), ...entering])];
    const told = await ask({ outcomes, indices }, place).catch((error: unknown) => {
      console.log(`${whereabouts(place)}: ${error}`);
      return 'failed' as const;
    });
    const by = typeof told === 'object' && 'noticedBy' in told ? told.noticedBy : undefined;
    if (by !== undefined) killers.add(by);
    return told === 'failed' || by !== undefined;
  }

  let noticed = 0;
  for (const place of places) {
    const entering = enteringFunctionOf(place, tests).flatMap(index => tests[index] ?? []);
    if ((await isNoticedByFixture(place)) || isNoticedBy(entering, place)) noticed++;
    else console.log(whereabouts(place));
  }
  console.log(`${noticed} of ${places.length} noticed`);
  expect(noticed / places.length).toBeGreaterThanOrEqual(WANTED);
});
