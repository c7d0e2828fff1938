// Builds what is shipped: the command line (CommonJS, all in one, since that starts fastest) and the library (ESM).
import { chmodSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, extname } from 'node:path';
import { build } from 'esbuild';

const command = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  // The loader of ES modules costs more than what it would load.
  supported: { 'dynamic-import': false },
  // Yargs and its parser ask for it, and CommonJS has none.
  define: { 'import.meta.url': 'importMetaUrl' },
};
const META = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;';

/** An old Node would print the whole program, and then an error that says nothing. */
const GUARD = `if(parseInt(process.versions.node)<20){console.error("ecs-exec-lint: this needs Node.js 20.19 or later, and "+process.version+" is running.");process.exit(2)}`;

/** What is imported on demand becomes a file of its own beside the others, so that it costs nothing until then. */
function onDemand(entries) {
  return {
    name: 'on-demand',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /./ }, async ({ kind, path, pluginData, ...from }) => {
        if (kind !== 'dynamic-import' || isBuiltin(path)) return undefined;
        const { path: file } = await resolve(path, { kind: 'import-statement', ...from });
        const name = path.startsWith('.') ? basename(path, extname(path)) : path;
        entries.set(name, file);
        return { path: `./${name}.cjs`, external: true };
      });
    },
  };
}

rmSync('dist', { recursive: true, force: true });
const entries = new Map([['cli', 'src/cli/main.ts']]);
for (const [name, file] of entries)
  await build({
    ...command,
    entryPoints: [file],
    outfile: `dist/${name}.cjs`,
    banner: { js: name === 'cli' ? `#!/usr/bin/env node\n${GUARD}${META}` : META },
    plugins: [onDemand(entries)],
  });
chmodSync('dist/cli.cjs', 0o755);

await build({
  entryPoints: ['src/index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'neutral',
  format: 'esm',
  target: 'es2022',
  packages: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
});
