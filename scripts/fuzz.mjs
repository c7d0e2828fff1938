// Bundles the fuzzer, which is TypeScript as all tests are, and starts it.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

await build({
  absWorkingDir: ROOT,
  entryPoints: ['test/fuzz/main.ts', 'test/fuzz/worker.ts'],
  outdir: '.fuzz',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
await import(pathToFileURL(join(ROOT, '.fuzz', 'main.js')).href);
