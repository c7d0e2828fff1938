import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../editors/vscode/package.json' with { type: 'json' };
import own from '../../package.json' with { type: 'json' };
import { CLI, FAULTY, folder } from '../cli/harness.ts';
import { Editor } from '../lsp/editor.ts';

const ROOT: string = join(CLI, '..', '..');
const VSIX: string = join(ROOT, 'editors', 'vscode', 'ecs-exec-lint.vsix');

/** As a visitor to the marketplace would have to load it. */
const MOST_BYTES = 1_500_000;

test('the extension packs with the server in it, and that server runs from there', async () => {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'vscode.mjs')], { stdio: 'inherit' });
  expect(statSync(VSIX).size).toBeLessThan(MOST_BYTES);
  expect(manifest.version).toBe(own.version);

  const unpacked = folder();
  execFileSync('unzip', ['-q', VSIX, '-d', unpacked]);
  const extension = join(unpacked, 'extension');
  const packed = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  const { jsonValidation, yamlValidation } = packed.contributes;
  for (const file of [packed.main, ...[...jsonValidation, ...yamlValidation].map(each => each.url)])
    expect(statSync(join(extension, file)).size).toBeGreaterThan(0);

  for (const each of ['dist', 'server/dist'])
    expect(readFileSync(join(extension, each, 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toMatch(
      /^vscode-jsonrpc /m,
    );

  const program = join(extension, 'server', 'dist', 'cli.cjs');
  const editor = await Editor.start(folder({ 'a.yml': FAULTY }), { program, args: ['--stdio'] });
  await editor.open('a.yml');
  expect(await editor.current('a.yml')).toHaveLength(5);
  const about = await editor.hover('a.yml', editor.at('a.yml', 'TaskRoleArn').start);
  expect(about).toContain(join(extension, 'server', 'docs', 'rules', 'task-role-missing.md'));
  const [all] = await editor.actions('a.yml', editor.at('a.yml', 'Service:'), ['source.fixAll']);
  await editor.apply((await editor.resolve(all ?? { title: '' })).edit ?? {});
  expect(await editor.current('a.yml')).toEqual([]);
});
