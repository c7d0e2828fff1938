import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { FLAG_NAMES } from '../../src/cli/args/flags.ts';
import { SHELLS } from '../../src/cli/core/shells.ts';
import { rules } from '../../src/index.ts';
import { folder, run } from './harness.ts';

const scriptOf = (shell: string): string => run(folder(), ['--completion', shell]).out;

const isInstalled = (shell: string): boolean => {
  const isThere = spawnSync(shell, ['--version']).status === 0;
  if (!isThere) console.warn(`SKIPPED: there is no ${shell}, so its completion was not tried.`);
  return isThere;
};

/** What a shell offers in place of the last word. */
const OFFERS: Readonly<Record<string, (cwd: string, words: readonly string[]) => string>> = {
  bash: (cwd, words) =>
    `cd '${cwd}'; source completion; COMP_WORDS=(${words.map(each => `'${each}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _ecs_exec_lint; printf '%s\\n' "\${COMPREPLY[@]}"`,
  fish: (cwd, words) => `cd '${cwd}'; source completion; complete -C "${words.join(' ')}" | cut -f1`,
};

const CASES: readonly (readonly [words: readonly string[], offered: readonly string[]])[] = [
  [['ecs-exec-lint', '--add'], ['--add-ignore']],
  [['ecs-exec-lint', '--only', 'task-role-shared'], ['task-role-shared']],
  [
    ['ecs-exec-lint', '--log-destination', ''],
    ['both', 'cloudwatch', 's3'],
  ],
  [['ecs-exec-lint', '-f', 'js'], ['json']],
  [['ecs-exec-lint', 'sta'], ['stack.yml']],
];

for (const shell of ['bash', 'fish'])
  test.skipIf(!isInstalled(shell)).each(CASES)(`${shell} completes %j`, (words, offered) => {
    const cwd = folder({ completion: scriptOf(shell), 'stack.yml': '' });
    const script = OFFERS[shell]?.(cwd, words) ?? '';
    const args = shell === 'bash' ? ['--norc', '-c', script] : ['--no-config', '-c', script];
    const { stdout, stderr } = spawnSync(shell, args, {
      encoding: 'utf8',
      env: { ...process.env, HOME: cwd },
    });
    expect([
      stdout
        .split('\n')
        .filter(each => each !== '')
        .sort(),
      stderr,
    ]).toEqual([offered, '']);
  });

test.skipIf(!isInstalled('bash'))(
  'bash completes the value after =, which is a word of its own there',
  () => {
    const cwd = folder({ completion: scriptOf('bash') });
    const script = OFFERS.bash?.(cwd, ['ecs-exec-lint', '--format', '=', 'sa']) ?? '';
    expect(spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' }).stdout).toBe('sarif\n');
  },
);

/** Types into a Zsh of its own, and prints what that shows. */
const ZSH = `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1=; autoload -U compinit; compinit -u -D; source ./completion; LISTMAX=1000; print READY"
zpty -r -m z out "*READY*READY*"
zpty -w -n z $'ecs-exec-lint --log-dest\\t'
sleep 1
zpty -w -n z $'clo\\t'
sleep 1
zpty -r -m z out '*ination*udwatch*' && print found
zpty -d z
`;

test.skipIf(!isInstalled('zsh'))('zsh completes a flag and its value', () => {
  const cwd = folder({ completion: scriptOf('zsh') });
  const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', ZSH], { cwd, encoding: 'utf8', timeout: 30_000 });
  expect([stdout.trim(), stderr]).toEqual(['found', '']);
});

test.each(SHELLS)('the script for %s has all flags and rules', shell => {
  const script = scriptOf(shell);
  for (const name of FLAG_NAMES) expect(script).toMatch(new RegExp(`(?:--|-l )${name}\\b`));
  for (const { id } of rules) expect(script).toContain(id);
});

test('another shell is refused', () => {
  const { code, out, err } = run(folder(), ['--completion', 'tcsh']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('--completion');
});
