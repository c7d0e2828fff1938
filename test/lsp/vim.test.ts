import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULTY, folder } from '../cli/harness.ts';
import { isInstalled, runEditor, settingsIn } from './editors.ts';

/** Where Debian's package `vim-ale` is. */
const ALE = '/usr/share/vim-ale';

const SCRIPT = `
set nocompatible
set runtimepath+=${ALE}
filetype on
${settingsIn('vim')}
runtime plugin/ale.vim
edit stack.yml
ALELint
let s:left = 1200
while s:left > 0 && empty(getloclist(0))
  sleep 50m
  let s:left -= 1
endwhile
let s:said = []
for s:each in getloclist(0)
  call add(s:said, s:each.lnum . ' ' . s:each.type . ' ' . split(s:each.text, ':')[0])
endfor
call writefile(s:said, 'said.txt')
qa!
`;

const HAS_ALE: boolean = isInstalled('vim') && existsSync(ALE);
if (!HAS_ALE) console.warn('SKIPPED: there is no Vim with ALE, so the language server is not tried in it.');

test.skipIf(!HAS_ALE)('Vim with ALE shows what is found', () => {
  const cwd = folder({ 'stack.yml': FAULTY, 'script.vim': SCRIPT });
  const { stderr } = runEditor(cwd, 'vim', ['-es', '-u', 'NONE', '-i', 'NONE', '-n', '-S', 'script.vim']);
  expect(readFileSync(join(cwd, 'said.txt'), 'utf8').trim().split('\n').sort(), stderr).toEqual([
    '15 E logging-not-overridden',
    '22 E exec-not-enabled',
    '70 E task-role-lacks-ssmmessages',
    '70 W task-role-lacks-log-permissions',
    '90 E ssmmessages-on-execution-role',
  ]);
});
