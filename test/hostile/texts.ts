import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { FORMAT_NAMES } from '../../src/cli/core/formats.ts';
import { EVIL, EVIL_FILE, OBEYED } from '../report/support.ts';
import type { Trial } from './trial.ts';

const FILE = EVIL_FILE.replaceAll('/', '');

/** What begins a line of a log is a command to GitHub Actions, and what stands anywhere one to older runners. */
const COMMANDS = /^\s*::|##\[|##vso\[/im;

const ANNOTATION = /^::(?:error|warning|notice) [^:]*::/;

const REASON = 'a\u001b[31m \u009b2J \u202ex ##[error]x ##vso[x]y ::error::x <b>](http://x) | `x`';

const ROLELESS = `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {EnableExecuteCommand: true, TaskDefinition: !Ref Task}
  Task:
    Type: AWS::ECS::TaskDefinition
`;

const neutral = (text: string, allowed?: RegExp): string => {
  const lines = text.split('\n').filter(line => !allowed?.test(line));
  expect(text).not.toMatch(OBEYED);
  expect(lines.join('\n')).not.toMatch(COMMANDS);
  return 'nothing that a terminal or a runner obeys';
};

const ALL_FORMATS = ['--pedantic', ...FORMAT_NAMES.flatMap(format => ['-f', `${format}=${format}`])];

const allNeutral: Trial['after'] = (cwd, { out, err }) => {
  for (const format of FORMAT_NAMES)
    neutral(readFileSync(join(cwd, format), 'utf8'), format === 'github' ? ANNOTATION : undefined);
  neutral(err);
  return neutral(out);
};

/** Names, values, comments and a file name full of escapes, commands, markup and signs that turn the direction. */
export const TEXTS: readonly Trial[] = [
  {
    name: `such a template, in all formats: ${FORMAT_NAMES.map(each => `\`${each}\``).join(', ')}`,
    files: () => ({ [FILE]: EVIL }),
    args: ALL_FORMATS,
    writes: FORMAT_NAMES,
    after: allNeutral,
    isRace: true,
  },
  {
    name: 'such reasons to ignore something, in the template and in a configuration',
    files: () => ({
      'a.yml': ROLELESS.replace('  Task:', `  # ecs-exec-lint: ignore[task-role-missing] ${REASON}\n  Task:`),
      'b.yml': ROLELESS,
      '.ecs-exec-lint.yml': JSON.stringify({
        ignores: [{ rules: 'task-role-missing', files: ['b.yml'], reason: REASON }],
      }),
    }),
    args: [...ALL_FORMATS, 'a.yml', 'b.yml'],
    writes: FORMAT_NAMES,
    after: (cwd, said) => {
      expect(readFileSync(join(cwd, 'json'), 'utf8')).toContain('\\u0023#[error]x');
      return allNeutral(cwd, said);
    },
    isRace: true,
  },
  {
    name: 'such a configuration, printed by `--print-config`',
    files: () => ({
      '.ecs-exec-lint.yml': JSON.stringify({
        parameters: { [REASON]: REASON },
        ignores: [{ rules: 'exec-not-enabled', reason: REASON }],
      }),
    }),
    args: ['--print-config'],
    after: (_, { out, err }) => {
      expect(JSON.parse(out).ignores[0].reason).toBe(REASON);
      neutral(err);
      return neutral(out);
    },
    isRace: true,
  },
  {
    name: 'such a template, as a patch on GitHub Actions',
    files: () => ({ [FILE]: EVIL }),
    args: ['--diff', '-f', 'concise'],
    env: { GITHUB_ACTIONS: 'true' },
    after: (_, { out, err }) => {
      neutral(err);
      const [first = '', ...patch] = out.trimEnd().split('\n');
      const [, token] = /^::stop-commands::([0-9a-f]{64})$/.exec(first) ?? [];
      expect(token).toBeDefined();
      expect(patch.at(-1)).toBe(`::${token}::`);
      expect(patch.slice(0, -1).join('\n')).not.toContain(token);
      return 'the runner is told not to obey until the end of the patch';
    },
    isRace: true,
  },
  {
    name: 'such a template, fixed, reported to a file',
    files: () => ({ [FILE]: EVIL }),
    args: ['--fix', '-f', 'markdown=report.md'],
    writes: [FILE, 'report.md'],
    after: (cwd, { out, err }) => {
      neutral(err);
      neutral(readFileSync(join(cwd, 'report.md'), 'utf8'));
      return neutral(out);
    },
    isRace: true,
  },
];
