import { expect } from 'vitest';
import { OFF, READY } from '../../cli/harness.ts';
import type { Trial } from '../trial.ts';
import { says } from './says.ts';

const NOTES = 'kind: Pod\nmetadata: {name: Resources}\n';

/** `Resources`, `AWS::ECS::Service` and the like, with escapes in them that say the same. */
const escaped = (text: string): string =>
  text.replace(/Resources|ECS|Enable/g, word => `\\u00${word.charCodeAt(0).toString(16)}${word.slice(1)}`);

const ESCAPED_JSON = escaped(
  JSON.stringify({
    Resources: { Service: { Type: 'AWS::ECS::Service', Properties: { Cluster: 'a', TaskDefinition: 'b' } } },
  }),
);
const ESCAPED_YAML = `"\\x52esources":\n  Service:\n    Type: "AWS::\\x45CS::Service"\n    Properties: {Cluster: a, TaskDefinition: b}\n`;

const OFF_RULE = '.ecs-exec-lint.yml';

/** What would make a report look better than the templates are. */
export const ALL_CLEAR: readonly Trial[] = [
  {
    name: 'a configuration that switches a rule off',
    files: () => ({ 'a.yml': OFF, [OFF_RULE]: 'rules: {exec-not-enabled: off}\n' }),
    args: ['a.yml'],
    after: says(0, OFF_RULE, 'exec-not-enabled'),
  },
  {
    name: 'a configuration that lowers a rule to info',
    files: () => ({ 'a.yml': OFF, [OFF_RULE]: 'rules: {exec-not-enabled: info}\n' }),
    args: ['a.yml'],
    after: says(0, OFF_RULE, 'exec-not-enabled'),
  },
  {
    name: 'a configuration that ignores every finding',
    files: () => ({
      'a.yml': OFF,
      [OFF_RULE]: 'ignores: [{rules: exec-not-enabled, reason: nobody needs it}]\n',
    }),
    args: ['a.yml'],
    after: says(0, 'ignore'),
  },
  {
    name: 'a configuration whose `ignorePatterns` hide the template',
    files: () => ({ 'a.yml': OFF, 'b.yml': READY, [OFF_RULE]: 'ignorePatterns: [a.yml]\n' }),
    args: [],
    after: says(0, OFF_RULE, 'a.yml'),
  },
  {
    name: '`exec: optional` in the configuration',
    files: () => ({ 'a.yml': OFF, [OFF_RULE]: 'exec: optional\n' }),
    args: ['a.yml'],
    after: says(0, OFF_RULE, 'optional'),
  },
  {
    name: '`Resources` and `ECS` written with escapes, in JSON',
    files: () => ({ 'a.json': ESCAPED_JSON, 'b.yml': READY }),
    args: ['-f', 'concise'],
    after: says(1, 'a.json:1:'),
  },
  {
    name: 'the same in YAML',
    files: () => ({ 'a.yml': ESCAPED_YAML, 'b.yml': READY }),
    args: ['-f', 'concise'],
    after: says(1, 'a.yml:2:'),
  },
  {
    name: 'no template at all, with `--no-error-on-unmatched-pattern`',
    files: () => ({ 'notes.yml': NOTES }),
    args: ['--no-error-on-unmatched-pattern'],
    after: says(0, 'notes.yml'),
  },
  {
    name: 'no file at all, with `--no-error-on-unmatched-pattern`',
    args: ['--no-error-on-unmatched-pattern'],
    after: (cwd, outcome) => {
      expect(outcome.err).not.toBe('');
      return says(0)(cwd, outcome);
    },
  },
  {
    name: 'a file that is named and is not a template, beside one that is',
    files: () => ({ 'a.yml': READY, 'notes.yml': NOTES }),
    args: ['a.yml', 'notes.yml'],
    after: says(2, 'notes.yml'),
  },
  {
    name: 'a file that is named and hidden by `.gitignore` and the configuration',
    files: () => ({ 'a.yml': OFF, '.gitignore': '*\n', [OFF_RULE]: 'ignorePatterns: ["*"]\n' }),
    args: ['-f', 'concise', 'a.yml'],
    after: says(1, 'a.yml:2:3'),
  },
];
