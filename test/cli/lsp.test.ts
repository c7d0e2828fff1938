import { expect, test } from 'vitest';
import { Editor } from '../lsp/editor.ts';
import { folder, OFF, run } from './harness.ts';

function message(content: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

const HELLO = message({
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
});
test('--lsp speaks with an editor and nobody else; some editors add --stdio', async () => {
  const editor = await Editor.start(folder({ 'a.yml': OFF }), { args: ['--stdio'] });
  await editor.open('a.yml');
  expect(await editor.current('a.yml')).toHaveLength(1);
  expect(await editor.quit()).toBe(0);
  expect(editor.logs).toEqual([]);
});

test('an editor that is gone leaves no server behind', () => {
  expect(run(folder(), ['--lsp'], { input: HELLO }).code).toBe(1);
});

test.each([
  [['--lsp', 'a.yml'], 'With --lsp, the editor chooses the files, so `a.yml` cannot be given.'],
  [['--lsp', '--fix'], 'The flag --fix cannot be combined with --lsp.'],
  [['--lsp', '-f', 'json'], 'The flag --format cannot be combined with --lsp.'],
  [['--lsp', '--only', 'nonsense'], 'There is no rule `nonsense`.'],
  [['--stdio'], 'The flag --stdio requires --lsp.'],
])('a mistake is told before it starts: %s', (args, said) => {
  const { code, out, err } = run(folder(), args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`ecs-exec-lint: ${said}\n`);
});
