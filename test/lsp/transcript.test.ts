import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Diagnostic, FileChangeType } from 'vscode-languageserver/node';
import { FAULTY, folder, run } from '../cli/harness.ts';
import { Editor } from './editor.ts';

const FILE = 'stack.yml';

/** As in the `concise` format. */
function line({ range, code }: Diagnostic): string {
  return `${range.start.line + 1}:${range.start.character + 1} ${code}`;
}

test('a template is opened, fixed, saved and judged by another configuration', async () => {
  const cwd = folder({ [FILE]: '' });
  const editor = await Editor.start(cwd);
  expect(editor.answer?.serverInfo?.name).toBe('ecs-exec-lint');

  // What is typed counts, not what is on disk.
  await editor.open(FILE);
  await editor.type(FILE, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, FAULTY);
  const faults = await editor.current(FILE);
  expect(faults.map(line)).toEqual([
    '15:3 logging-not-overridden',
    '22:3 exec-not-enabled',
    '70:3 task-role-lacks-ssmmessages',
    '70:3 task-role-lacks-log-permissions',
    '90:3 ssmmessages-on-execution-role',
  ]);

  // One finding is fixed.
  const service = editor.at(FILE, 'Service:');
  const [fix] = await editor.actions(FILE, service, ['quickfix']);
  expect([fix?.title, fix?.isPreferred]).toEqual(['Set `EnableExecuteCommand` to true', true]);
  await editor.apply((await editor.resolve(fix ?? { title: '' })).edit ?? {});
  expect(editor.text(FILE)).toContain('EnableExecuteCommand: true');
  expect((await editor.current(FILE)).map(each => each.code)).not.toContain('exec-not-enabled');

  // Then all others, with what the command line writes.
  const [all] = await editor.actions(FILE, service, ['source.fixAll.ecs-exec-lint']);
  await editor.apply((await editor.resolve(all ?? { title: '' })).edit ?? {});
  expect(await editor.current(FILE)).toEqual([]);
  await editor.save(FILE);
  const other = folder({ [FILE]: FAULTY });
  expect(run(other, ['--fix', FILE]).code).toBe(0);
  expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(readFileSync(join(other, FILE), 'utf8'));

  // A configuration appears.
  editor.write('.ecs-exec-lint.yml', 'exec: forbidden\n');
  await editor.tell('.ecs-exec-lint.yml', FileChangeType.Created);
  const forbidden = await editor.shows(FILE, shown => shown.length > 0);
  expect(forbidden.map(each => each.code)).toEqual(['exec-enabled']);

  await editor.close(FILE);
  await editor.shows(FILE, shown => shown.length === 0);
  expect(await editor.quit()).toBe(0);
  expect([editor.messages, editor.logs]).toEqual([[], []]);
  expect(editor.transcript).toEqual([
    '-> initialize',
    '<- initialize',
    '-> initialized',
    '<- client/registerCapability',
    '-> textDocument/didOpen',
    '-> textDocument/didChange',
    '<- textDocument/publishDiagnostics',
    '-> textDocument/codeAction',
    '<- textDocument/codeAction',
    '-> codeAction/resolve',
    '<- codeAction/resolve',
    '-> textDocument/didChange',
    '<- textDocument/publishDiagnostics',
    '-> textDocument/codeAction',
    '<- textDocument/codeAction',
    '-> codeAction/resolve',
    '<- codeAction/resolve',
    '-> textDocument/didChange',
    '<- textDocument/publishDiagnostics',
    '-> textDocument/didSave',
    '-> workspace/didChangeWatchedFiles',
    '<- textDocument/publishDiagnostics',
    '-> textDocument/didClose',
    '<- textDocument/publishDiagnostics',
    '-> shutdown',
    '<- shutdown',
    '-> exit',
  ]);
});
