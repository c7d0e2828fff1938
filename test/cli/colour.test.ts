import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { isColoured } from '../../src/cli/output/colour.ts';
import { CLI, folder, OFF, run } from './harness.ts';

test.each([
  ['auto', {}, true, true],
  ['auto', {}, false, false],
  ['auto', { TERM: 'dumb' }, true, false],
  ['auto', { NO_COLOR: '1' }, true, false],
  ['auto', { NO_COLOR: '' }, true, true],
  ['auto', { FORCE_COLOR: '1' }, false, true],
  ['auto', { FORCE_COLOR: '' }, false, true],
  ['auto', { FORCE_COLOR: '0' }, true, false],
  ['auto', { FORCE_COLOR: 'false' }, true, false],
  ['auto', { FORCE_COLOR: '1', NO_COLOR: '1', TERM: 'dumb' }, false, true],
  ['never', { FORCE_COLOR: '1' }, true, false],
  ['always', { NO_COLOR: '1', FORCE_COLOR: '0', TERM: 'dumb' }, false, true],
] as const)('--color %s, %j, on a terminal: %s', (said, environment, isTerminal, coloured) => {
  expect(isColoured(said, environment, isTerminal)).toBe(coloured);
});

const ESCAPE = '\u001b[';

test.each([
  [[], {}, false],
  [['--color', 'always'], { NO_COLOR: '1' }, true],
  [['--color=always', '--no-color'], {}, true],
  [['--no-color'], { FORCE_COLOR: '1' }, false],
  [[], { FORCE_COLOR: '1' }, true],
  [['-f', 'json', '--color', 'always'], {}, false],
  [['-f', 'concise', '--color', 'always'], {}, false],
])('into a pipe, %j %j', (args, env, coloured) => {
  const { out, err } = run(folder({ 'a.yml': OFF }), [...args, 'a.yml'], { env });
  expect(out.includes(ESCAPE)).toBe(coloured);
  expect(err).toBe('');
});

test('a patch has the colours of Git only where it is asked for, since it could not be applied', () => {
  const cwd = folder({ 'a.yml': OFF });
  const diff = (...args: readonly string[]): string =>
    run(cwd, ['--diff', 'a.yml', ...args], { env: { FORCE_COLOR: '1' } }).out;
  expect(diff()).not.toContain(ESCAPE);
  const coloured = diff('--color=always');
  expect(coloured).toContain(`${ESCAPE}32m+      EnableExecuteCommand: true${ESCAPE}39m\n`);
  expect(coloured).toContain(`${ESCAPE}36m@@ `);
  expect(stripVTControlCharacters(coloured)).toBe(diff());
});

test.runIf(spawnSync('script', ['--version']).status === 0)('on a terminal', () => {
  const cwd = folder({ 'a.yml': OFF });
  const command = `'${process.execPath}' '${CLI}' a.yml`;
  const onTerminal = (env: Readonly<Record<string, string>>): string =>
    spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
    }).stdout.toString();
  expect(onTerminal({ TERM: 'xterm' })).toContain(ESCAPE);
  expect(onTerminal({ TERM: 'xterm', NO_COLOR: '1' })).not.toContain(ESCAPE);
  expect(onTerminal({ TERM: 'dumb' })).not.toContain(ESCAPE);

  const LINK = '\u001b]8;;https://docs.aws.amazon.com/';
  expect(onTerminal({ TERM: 'xterm', FORCE_HYPERLINK: '1' })).toContain(LINK);
  expect(onTerminal({ TERM: 'xterm', FORCE_HYPERLINK: '1', NO_COLOR: '1' })).not.toContain(LINK);
  expect(onTerminal({ TERM: 'xterm', FORCE_HYPERLINK: '0' })).not.toContain(LINK);
});

test('nothing can be clicked at in a pipe', () => {
  const { out } = run(folder({ 'a.yml': OFF }), ['--color', 'always', 'a.yml'], {
    env: { FORCE_HYPERLINK: '1' },
  });
  expect(out).not.toContain('\u001b]8');
});
