import { expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, lint, parse, type Settings } from '../../src/index.ts';
import { whole } from '../cli/harness.ts';

const CHOICES: readonly Partial<Settings>[] = [
  {},
  { logDestination: 's3' },
  { logDestination: 's3', keyPrefix: 'exec/' },
  { logDestination: 'both', retentionInDays: 30 },
  { kmsKeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' },
  { kmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
  { logDestination: 'both', kmsKeyId: 'alias/exec' },
];

const TEMPLATES: readonly string[] = ['bare-service.yml', 'fargate-stack.yml', 'fargate-stack.json'];

test.each(TEMPLATES.flatMap(name => CHOICES.map(choice => [name, choice] as const)))(
  '%s is ready after one run with %j',
  async (name, choice) => {
    const options = { ...DEFAULT_OPTIONS, settings: { ...DEFAULT_OPTIONS.settings, ...choice } };
    const { report, changed } = await fix([parse(name, whole(name))], { ...options, unsafe: false });
    expect(report.services.map(each => each.verdict)).toEqual(['ready']);
    expect(report.findings.filter(each => each.severity !== 'info')).toEqual([]);
    const after = changed[0]?.after ?? '';
    for (const said of [choice.kmsKeyId, choice.keyPrefix, choice.retentionInDays])
      expect(after).toContain(String(said ?? ''));
    expect((await fix([parse(name, after)], { ...options, unsafe: false })).changed).toEqual([]);
    expect(lint([parse(name, after)], options).fixes.refused).toEqual([]);
  },
);
