import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from '../cli/harness.ts';

/** What a program of the checkout leaves where it was started, and beside it. */
const MARKER = 'was-run';

const PROGRAM = `#!/bin/sh
touch '${MARKER}' "$(dirname "$0")/${MARKER}"
`;
const MODULE = `const { writeFileSync } = require('node:fs');
writeFileSync('${MARKER}', '');
writeFileSync(require('node:path').join(__dirname, '${MARKER}'), '');
`;

const PROGRAMS: readonly string[] = ['node', 'npm', 'npx', 'ecs-exec-lint', 'sh', 'git', 'mktemp'];
const FOLDERS: readonly string[] = ['', 'bin/', 'node_modules/.bin/'];
const PACKAGE = 'node_modules/ecs-exec-lint';

/** What a checkout can hold to have something of its own installed or run, and a registry of its own asked. */
function traps(registry: string): Readonly<Record<string, string>> {
  const scripts = ['preinstall', 'install', 'postinstall', 'prepare'].map(name => [name, './sh']);
  return {
    ...Object.fromEntries(FOLDERS.flatMap(each => PROGRAMS.map(name => [`${each}${name}`, PROGRAM]))),
    [`${PACKAGE}/package.json`]: JSON.stringify({
      name: 'ecs-exec-lint',
      version: '0.1.0',
      bin: 'dist/cli.cjs',
      scripts: Object.fromEntries(scripts),
    }),
    [`${PACKAGE}/dist/cli.cjs`]: MODULE,
    'module.cjs': MODULE,
    'package.json': JSON.stringify({
      private: true,
      packageManager: 'pnpm@9.0.0',
      workspaces: ['node_modules/*'],
      overrides: { 'ecs-exec-lint': `file:./${PACKAGE}`, yaml: `file:./${PACKAGE}` },
      dependencies: { 'ecs-exec-lint': `file:./${PACKAGE}` },
      scripts: Object.fromEntries(scripts),
    }),
    '.npmrc': `registry=${registry}
ignore-scripts=false
script-shell=./sh
git=./git
node-options=--require ./module.cjs
prefix=.
cache=.cache
`,
    '.node-version': '0.10.0\n',
    '.nvmrc': '0.10.0\n',
    '.tool-versions': 'nodejs 0.10.0\n',
  };
}

/** A checkout with these files, and all that could have something of its own run. */
export function trappedCheckout(files: Readonly<Record<string, string>>, registry: string): string {
  const cwd = folder({ ...traps(registry), ...files });
  for (const each of FOLDERS) for (const name of PROGRAMS) chmodSync(join(cwd, each, name), 0o755);
  return cwd;
}

/** The folders of a checkout from which something was run. */
export function sprung(cwd: string): readonly string[] {
  return [...FOLDERS, `${PACKAGE}/dist/`].filter(each => existsSync(join(cwd, each, MARKER)));
}
