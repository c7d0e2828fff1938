import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { cluster, LOGGED, output, template } from '../account/outputs.ts';
import { folder } from '../cli/harness.ts';
import { Editor } from './editor.ts';

const APP = 'app.yml';
const CLUSTERS = 'account/clusters.json';

const clusters = (logging: unknown): string => output('', { clusters: [cluster('prod', logging)] }).text;

test('what is deployed counts, and is read again when it changes', async () => {
  const cwd = folder({
    [APP]: template(),
    [CLUSTERS]: clusters(LOGGED),
    '.ecs-exec-lint.yml': 'account: account\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
  });
  const editor = await Editor.start(cwd);
  await editor.open(APP);
  const at = editor.at(APP, 'Service:').start;
  const position = { ...at, character: at.character + 1 };
  expect(await editor.hover(APP, position)).not.toContain('✗ `logging-not-overridden`');
  editor.write(CLUSTERS, clusters({ logging: 'NONE' }));
  await editor.tell(CLUSTERS, FileChangeType.Changed);
  expect(await editor.hover(APP, position)).toContain('✗ `logging-not-overridden`');
});
