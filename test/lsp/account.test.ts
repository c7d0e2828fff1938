import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { cluster, LOGGED, output, template } from '../account/outputs.ts';
import { folder } from '../cli/harness.ts';
import { Editor } from './editor.ts';

const APP = 'app.yml';
const CLUSTERS = 'account/clusters.json';
const UNLOGGED = '✗ `logging-not-overridden`';

const clusters = (logging: unknown): string => output('', { clusters: [cluster('prod', logging)] }).text;
const WITHOUT_LOG = clusters({ logging: 'NONE' });

const FILES = { [APP]: template(), [CLUSTERS]: clusters(LOGGED), '.git/HEAD': 'ref: refs/heads/main\n' };

/** What is said where the service is. */
async function hover(editor: Editor): Promise<string> {
  const { line, character } = editor.at(APP, 'Service:').start;
  return String(await editor.hover(APP, { line, character: character + 1 }));
}

test.each([
  ['a setting', { '.ecs-exec-lint.yml': 'account: account\n' }, []],
  ['a flag', {}, ['--account', 'account']],
])('what is deployed counts, and is read again when it changes: %s', async (_, files, args) => {
  const editor = await Editor.start(folder({ ...FILES, ...files }), { args });
  await editor.open(APP);
  expect(await hover(editor)).not.toContain(UNLOGGED);
  editor.write(CLUSTERS, WITHOUT_LOG);
  await editor.tell(CLUSTERS, FileChangeType.Changed);
  expect(await hover(editor)).toContain(UNLOGGED);
  rmSync(join(editor.folder, CLUSTERS));
  editor.write('account/more/clusters.json', clusters(LOGGED));
  await editor.tell('account/more/clusters.json', FileChangeType.Created);
  expect(await hover(editor)).not.toContain(UNLOGGED);
});

test('what cannot be read is said, and what was read before goes on to count', async () => {
  const editor = await Editor.start(folder(FILES), { args: ['--account', 'account'] });
  await editor.open(APP);
  editor.write(CLUSTERS, WITHOUT_LOG);
  await editor.tell(CLUSTERS, FileChangeType.Changed);
  expect(await hover(editor)).toContain(UNLOGGED);
  editor.write(CLUSTERS, '{ "clusters": 1 }');
  await editor.tell(CLUSTERS, FileChangeType.Changed);
  expect(await hover(editor)).toContain(UNLOGGED);
  expect(editor.messages.join('\n')).toMatch(/clusters\.json:1:15: `clusters` must be a list\./);
  editor.write(CLUSTERS, clusters(LOGGED));
  await editor.tell(CLUSTERS, FileChangeType.Changed);
  expect(await hover(editor)).not.toContain(UNLOGGED);
});

test('names no account, ARN or policy that is in no template', async () => {
  const editor = await Editor.start(folder({ ...FILES, [CLUSTERS]: WITHOUT_LOG }), {
    args: ['--account', 'account'],
  });
  await editor.open(APP, template('prod', '!Ref AWS::NoValue'));
  expect(await hover(editor)).toContain(UNLOGGED);
  expect(JSON.stringify([await hover(editor), await editor.current(APP)])).not.toContain('210987654321');
});

test('a folder outside of the workspace is watched with all that is in it', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'account-'));
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  writeFileSync(join(elsewhere, 'clusters.json'), WITHOUT_LOG);
  const editor = await Editor.start(folder(FILES), { args: ['--account', elsewhere] });
  await editor.open(APP);
  await hover(editor);
  await editor.until(() => editor.registrations.length > 1);
  const watchers = editor.registrations.flatMap(each => each.registerOptions.watchers);
  expect(watchers).toContainEqual({
    globPattern: { baseUri: String(pathToFileURL(elsewhere)), pattern: '**' },
  });
});
