import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { context } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import type { Asked, Told } from './engine-outcomes.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

/**
 * Whether the fixtures of all rules notice when the model of ECS or IAM says something else: `npm run mutate -- engine`.
 * `EVERY=10` takes every tenth mutant, `MODULES=src/iam` only some modules.
 */
const WANTED = 0.9;
const EVERY = Number(process.env.EVERY ?? 1);
const MODULES = process.env.MODULES ?? 'src/';

const ROOT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A mutant that takes longer than this, in milliseconds, never ends. */
const LIMIT = 120_000;

interface Place extends Mutant {
  readonly path: string;
}

const places: readonly Place[] = ['src/iam', 'src/ecs']
  .flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => join(folder, name)),
  )
  .filter(path => path.startsWith(MODULES))
  .sort()
  .flatMap(path => mutantsOf(readFileSync(join(ROOT, path), 'utf8')).map(each => ({ ...each, path })))
  .filter((_, index) => index % EVERY === 0);

let place: Place | undefined;

const bundler = await context({
  absWorkingDir: ROOT,
  entryPoints: ['test/mutation/engine-outcomes.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('file:///');" },
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(ROOT, 'test', 'fixtures.ts')).href) },
  logLevel: 'silent',
  plugins: [
    {
      name: 'mutant',
      setup: ({ onLoad }) =>
        onLoad({ filter: /src\/(?:iam|ecs)\/.*\.ts$/ }, ({ path }) =>
          place && path === join(ROOT, place.path) ? { contents: place.source, loader: 'ts' } : undefined,
        ),
    },
  ],
});

afterAll(() => bundler.dispose());

async function ask(asked: Asked): Promise<Told> {
  const { outputFiles } = await bundler.rebuild();
  const code = outputFiles[0]?.text ?? '';
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: asked,
    stdout: true,
    stderr: true,
  });
  try {
    return await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('It does not end.')), asked.outcomes ? LIMIT : LIMIT * 10).unref();
      worker.once('message', resolve).once('error', reject);
    });
  } finally {
    await worker.terminate();
  }
}

test('the fixtures notice nearly all mutants of the engine', { timeout: 0 }, async () => {
  const as = await ask({ outcomes: undefined, first: [] });
  const outcomes = 'outcomes' in as ? as.outcomes : [];
  const killers: number[] = [];
  let killed = 0;
  for (const each of places) {
    place = each;
    const told = await ask({ outcomes, first: killers }).catch(() => 'failed' as const);
    const by = typeof told === 'object' && 'noticedBy' in told ? told.noticedBy : undefined;
    if (told === 'failed' || by !== undefined) killed++;
    else console.log(`${each.path}:${each.line} ${each.before} -> ${each.after}`);
    if (by !== undefined) killers.splice(0, killers.length, ...new Set([by, ...killers].slice(0, 30)));
  }
  console.log(`${killed} of ${places.length} noticed`);
  expect(killed / places.length).toBeGreaterThanOrEqual(WANTED);
});
