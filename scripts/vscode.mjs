// Builds the extension for VS Code and packs it with the server in it: editors/vscode/ecs-exec-lint.vsix. Needs `npm run
// build` first, and the npm registry for the packer.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { notices } from './build/notices.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDER = join(ROOT, 'editors', 'vscode');
const PACKER = '@vscode/vsce@3.9.2';
const FILE = 'ecs-exec-lint.vsix';
const NOTICES = 'THIRD-PARTY-NOTICES.txt';

for (const each of ['dist', 'server', FILE]) rmSync(join(FOLDER, each), { recursive: true, force: true });

const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: [join(FOLDER, 'src', 'extension.mts')],
  outfile: join(FOLDER, 'dist', 'extension.js'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // That of the oldest editor that the extension is for.
  target: 'node22',
  external: ['vscode'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});

writeFileSync(join(FOLDER, 'dist', NOTICES), notices([metafile], ROOT));

for (const name of [...readdirSync(join(ROOT, 'dist')).filter(each => each.endsWith('.cjs')), NOTICES])
  cpSync(join(ROOT, 'dist', name), join(FOLDER, 'server', 'dist', name));
for (const each of ['docs/rules', 'schema/config.schema.json'])
  cpSync(join(ROOT, each), join(FOLDER, 'server', each), { recursive: true });
for (const each of ['LICENSE', 'CHANGELOG.md']) cpSync(join(ROOT, each), join(FOLDER, each));

execFileSync(
  'npx',
  [
    '--yes',
    PACKER,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    FILE,
  ],
  { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] },
);
console.log(
  `${join('editors', 'vscode', FILE)}: ${Math.round(statSync(join(FOLDER, FILE)).size / 1024)} KiB`,
);
