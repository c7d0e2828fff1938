import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { devNull } from 'node:os';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import {
  factsApart,
  onDemand,
  PARSERS,
  parsersApart,
  readerOnly,
  translationOnUse,
  widthOnDemand,
} from './plugins.mjs';

const options = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  // The loader of ES modules costs more than what it would load.
  supported: { 'dynamic-import': false },
  // Yargs and its parser ask for it, and CommonJS has none.
  define: { 'import.meta.url': 'importMetaUrl' },
};
const META = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;';

/** An old Node would print the whole program, and then an error that says nothing. */
const GUARD = `if(parseInt(process.versions.node)<20){console.error("ecs-exec-lint: this needs Node.js 20.19 or later, and "+process.version+" is running.");process.exit(2)}`;

/**
 * Builds the command line: CommonJS, in as few files as a run needs, since that starts fastest. The plugin for the AWS CDK
 * is built beside it, since it shares most of them, and apps and their tests load CommonJS.
 */
export async function buildCommandLine(folder) {
  const entries = new Map([
    ['main', 'src/cli/main.ts'],
    ['cdk', 'src/cdk/index.ts'],
    ...Object.entries(PARSERS).map(([name, { file }]) => [name, file]),
  ]);
  const metafiles = [];
  for (const [name, file] of entries) {
    const { metafile } = await build({
      ...options,
      entryPoints: [file],
      outfile: `${folder}/${name}.cjs`,
      // What is compiled beforehand has to be ASCII; what is not is smaller as it is.
      charset: name === 'ja' ? 'utf8' : 'ascii',
      banner: { js: META },
      plugins: [
        parsersApart(name),
        ...(name === 'cdk' ? [translationOnUse] : []),
        onDemand(entries),
        factsApart(entries),
        readerOnly,
        widthOnDemand,
      ],
    });
    metafiles.push(metafile);
  }
  await build({
    ...options,
    entryPoints: ['src/cli/launch/launch.ts'],
    outfile: `${folder}/cli.cjs`,
    banner: { js: `#!/usr/bin/env node\n${GUARD}` },
  });
  chmodSync(`${folder}/cli.cjs`, 0o755);
  return metafiles;
}

const TEMPLATE = 'fixtures/whole/fargate-stack.yml';

/** Has Node.js keep what it compiles in the runs that people wait for, so that the next start need not do it again. */
export async function compileCommandLine(folder, compiled) {
  mkdirSync(compiled);
  const { outputFiles } = await build({
    ...options,
    entryPoints: ['scripts/build/compile.ts'],
    write: false,
  });
  const run = (kept, ...args) => {
    const own = [resolve(folder), resolve(compiled), kept.join()];
    const all = ['-e', outputFiles[0].text, ...own, ...args, '--no-config', TEMPLATE];
    const { status, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' });
    if (status === 2) throw new Error(`Nothing is compiled: ${stderr}`);
  };
  run(['main', 'help'], '--help');
  run(
    [
      'run-command',
      'aws-managed-policies.facts',
      'js-yaml',
      'pretty',
      'concise',
      'patch',
      'yaml',
      'cloudformation-js-yaml-schema',
    ],
    '--diff',
    '-f',
    'pretty',
    '-f',
    `concise=${devNull}`,
  );
}
