import { chownSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { OFF } from '../../cli/harness.ts';
import type { After, Trial } from '../trial.ts';
import { NOBODY, ONLY_ROOT } from './owners.ts';

const OFF_RULE = '.ecs-exec-lint.yml';
const SWITCHED_OFF = 'rules: {exec-not-enabled: off}\n';

const isNotFollowed: After = (_, { code, out }) => {
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('[exec-not-enabled]') });
  return '';
};

/** What somebody else may put where a configuration is looked for. */
export const PLANTED: readonly Trial[] = [
  {
    name: 'an empty folder named `.git` above, and a configuration beside it',
    files: () => ({ 'work/a.yml': OFF, [OFF_RULE]: SWITCHED_OFF }),
    prepare: cwd => {
      rmSync(join(cwd, '.git'), { recursive: true });
      mkdirSync(join(cwd, '.git'));
    },
    args: ['-f', 'concise'],
    shell: 'cd work; exec "$@"',
    after: isNotFollowed,
  },
  ...[OFF_RULE, 'package.json'].map((name): Trial => {
    const content =
      name === OFF_RULE ? SWITCHED_OFF : '{"ecs-exec-lint": {"rules": {"exec-not-enabled": "off"}}}\n';
    return {
      name: `\`${name}\` that belongs to another user`,
      files: () => ({ 'a.yml': OFF, [name]: content }),
      prepare: cwd => chownSync(join(cwd, name), NOBODY, NOBODY),
      args: ['-f', 'concise'],
      after: isNotFollowed,
      unless: ONLY_ROOT,
    };
  }),
];
