// Builds what is shipped: the command line (CommonJS, in as few files as a run needs, since that starts fastest) and the
// library (ESM).
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { devNull } from 'node:os';
import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const command = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
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

/** Of js-yaml only what reads: not what writes, and not the types that run code from a text. */
const readerOnly = {
  name: 'reader-only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/js-yaml\/dumper$|\/default_full$/ }, () => ({
      path: 'none',
      namespace: 'left-out',
    }));
    onLoad({ filter: /^none$/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** Parsers are parts of their own, so that all parts share one of each. Those that a check seldom needs wait until they are used. */
const PARSERS = {
  // Its modules are half as large and a fifth faster than its CommonJS.
  yaml: {
    file: fileURLToPath(new URL('browser/index.js', import.meta.resolve('yaml/package.json'))),
    waits: true,
  },
  'js-yaml': { file: fileURLToPath(import.meta.resolve('js-yaml')), waits: false },
  'cloudformation-js-yaml-schema': {
    file: fileURLToPath(import.meta.resolve('cloudformation-js-yaml-schema')),
    waits: true,
  },
};

/** @param own The parser that is being built, if it is one. */
function parsersApart(own) {
  return {
    name: 'parsers-apart',
    async setup({ onResolve, onLoad }) {
      const names = Object.keys(PARSERS).filter(name => name !== own);
      const exported = new Map();
      for (const name of names) exported.set(name, Object.keys(await import(name)));
      const parser = new RegExp(`^(?:${names.join('|')})$`);
      onResolve({ filter: parser }, ({ path }) => ({ path, namespace: 'parser' }));
      onResolve({ filter: /./, namespace: 'parser' }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: parser, namespace: 'parser' }, ({ path }) => ({
        contents: PARSERS[path].waits
          ? waiting(path, exported.get(path))
          : `module.exports = require('./${path}.cjs')`,
      }));
    },
  };
}

function waiting(name, exported) {
  const getters = exported.map(
    each => `get ${JSON.stringify(each)}() { return require('./${name}.cjs')[${JSON.stringify(each)}]; }`,
  );
  return `module.exports = { __esModule: true, ${getters.join(', ')} }`;
}

/** What knows the width of every character takes long to load, and the help in English does without it. */
const widthOnDemand = {
  name: 'width-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.includes('node_modules') ? { path: 'width', namespace: 'width' } : undefined,
    );
    onResolve({ filter: /./, namespace: 'width' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'width' }, () => ({
      contents: `module.exports = text => /^[ -~]*$/.test(text) ? text.length : require('./string-width.cjs').stringWidth(text)`,
    }));
  },
};

const TEMPLATE = 'fixtures/whole/fargate-stack.yml';

/** Has Node.js keep what it compiles in the runs that people wait for, so that the next start need not do it again. */
async function compile() {
  const { outputFiles } = await build({ ...command, entryPoints: ['scripts/compile.ts'], write: false });
  const run = (kept, ...args) => {
    const all = ['-e', outputFiles[0].text, resolve('dist'), kept.join(), ...args, '--no-config', TEMPLATE];
    const { status, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' });
    if (status === 2) throw new Error(`Nothing is compiled: ${stderr}`);
  };
  run(['main', 'help'], '--help');
  run(
    ['program', 'js-yaml', 'pretty', 'concise', 'patch', 'yaml', 'cloudformation-js-yaml-schema'],
    '--diff',
    '-f',
    'pretty',
    '-f',
    `concise=${devNull}`,
  );
}

rmSync('dist', { recursive: true, force: true });
const entries = new Map([
  ['main', 'src/cli/main.ts'],
  ...Object.entries(PARSERS).map(([name, { file }]) => [name, file]),
]);
for (const [name, file] of entries)
  await build({
    ...command,
    entryPoints: [file],
    outfile: `dist/${name}.cjs`,
    // What is compiled beforehand has to be ASCII; what is not is smaller as it is.
    charset: name === 'ja' ? 'utf8' : 'ascii',
    banner: { js: META },
    plugins: [parsersApart(name), onDemand(entries), readerOnly, widthOnDemand],
  });
await build({
  ...command,
  entryPoints: ['src/cli/launch/launch.ts'],
  outfile: 'dist/cli.cjs',
  banner: { js: `#!/usr/bin/env node\n${GUARD}` },
});
chmodSync('dist/cli.cjs', 0o755);
await compile();

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
