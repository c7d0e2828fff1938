import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULTY, folder, run } from '../cli/harness.ts';
import { isInstalled, runEditor, settingsIn } from './editors.ts';

/** What the settings of the page do, in an editor that may be older than they are. */
const SCRIPT = `
local configs = {}
vim.lsp.config = function(name, config) configs[name] = config end
vim.lsp.enable = function(name)
  local config = configs[name]
  assert(vim.tbl_contains(config.filetypes, 'yaml') and vim.tbl_contains(config.root_markers, '.git'))
  assert(config.cmd[1] == 'ecs-exec-lint')
  client = vim.lsp.start_client({ name = name, cmd = config.cmd, root_dir = vim.fn.getcwd() })
end
${settingsIn('lua')}
local function say(...) io.stdout:write(table.concat({ ... }, ' '), '\\n') end
local function ask(method, params) return vim.lsp.buf_request_sync(0, method, params, 30000)[client].result end
vim.cmd('silent edit stack.yml')
vim.lsp.buf_attach_client(0, client)
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 20)
for _, found in ipairs(vim.diagnostic.get(0)) do say(found.lnum + 1, found.source, found.code) end
local document = vim.lsp.util.make_text_document_params()
local position = { line = 21, character = 2 }
say(ask('textDocument/hover', { textDocument = document, position = position }).contents.value:match('[^\\n]*'))
local context = { diagnostics = {}, only = { 'source.fixAll.ecs-exec-lint' } }
local range = { start = position, ['end'] = position }
local action = ask('textDocument/codeAction', { textDocument = document, range = range, context = context })[1]
if not action.edit then action = ask('codeAction/resolve', action) end
vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
vim.cmd('silent write')
vim.wait(30000, function() return #vim.diagnostic.get(0) == 0 end, 20)
say('left: ' .. #vim.diagnostic.get(0))
`;

test.skipIf(!isInstalled('nvim'))('Neovim shows what is found, and fixes and saves it', () => {
  const cwd = folder({ 'stack.yml': FAULTY, 'script.lua': SCRIPT });
  const args = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', 'luafile script.lua', '-c', 'qa!'];
  const { stdout, stderr } = runEditor(cwd, 'nvim', args);
  expect(stdout.split('\n'), stderr).toEqual([
    '15 ecs-exec-lint logging-not-overridden',
    '22 ecs-exec-lint exec-not-enabled',
    '70 ecs-exec-lint task-role-lacks-ssmmessages',
    '70 ecs-exec-lint task-role-lacks-log-permissions',
    '90 ecs-exec-lint ssmmessages-on-execution-role',
    '**service Service is not ready**',
    'left: 0',
    '',
  ]);
  const fixed = run(cwd, ['--fix', '-'], { input: FAULTY }).out;
  expect(readFileSync(join(cwd, 'stack.yml'), 'utf8')).toBe(fixed);
});
