import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildContext, context, type PluginBuild } from 'esbuild';
import { instrumented } from './entered.ts';
import { type Place, ROOT, textOf } from './places.ts';

/** What is put into the bundle instead of a module of the engine: one mutant, or all modules instrumented. */
let place: Place | undefined;

const bundler: BuildContext<{ write: false }> = await context({
  absWorkingDir: ROOT,
  entryPoints: ['test/mutation/engine-outcomes.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire('file:///'); globalThis.__entered = new Set();",
  },
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(ROOT, 'test', 'fixtures.ts')).href) },
  logLevel: 'silent',
  plugins: [
    {
      name: 'mutant',
      setup: ({ onLoad }: PluginBuild) =>
        onLoad({ filter: /src\/(?:iam|ecs)\/.*\.ts$/ }, ({ path }) => {
          const contents = contentsOf(relative(ROOT, path));
          return contents === undefined ? undefined : { contents, loader: 'ts' };
        }),
    },
  ],
});

function contentsOf(path: string): string | undefined {
  if (place === undefined) return instrumented(path, textOf(path));
  return path === place.path ? place.source : undefined;
}

/** The text of what runs in a worker, with a mutant of the engine, or with the engine instrumented. */
export async function bundle(mutant: Place | undefined): Promise<string> {
  place = mutant;
  const { outputFiles } = await bundler.rebuild();
  return outputFiles[0]?.text ?? '';
}

export function disposeBundler(): Promise<void> {
  return bundler.dispose();
}
