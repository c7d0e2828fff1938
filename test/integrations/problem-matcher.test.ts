import { describe, expect, test } from 'vitest';
import matcher from '../../integrations/problem-matcher.json' with { type: 'json' };
import { concise } from '../../src/report/concise.ts';
import { FAULTY, OFF } from '../cli/harness.ts';
import { EVIL, EVIL_FILE, fixed, report, VIEW } from '../report/support.ts';

describe('the problem matcher', () => {
  const [pattern] = matcher.problemMatcher[0]?.pattern ?? [];
  const regexp = new RegExp(pattern?.regexp ?? '');

  test.each([
    ['a faulty template', report(FAULTY)],
    ['hostile names', report(EVIL, EVIL_FILE)],
  ])('reads the concise report of %s', (_, said) => {
    const lines = concise(said, VIEW).split('\n').slice(0, -1);
    const read = lines.map(line => regexp.exec(line) ?? []);
    expect(
      read.map(found => [
        found[pattern?.line ?? 0],
        found[pattern?.severity ?? 0],
        found[pattern?.code ?? 0],
      ]),
    ).toEqual(
      said.findings.map(({ range, severity, ruleId }) => [String(range.start.line), severity, ruleId]),
    );
  });

  test('but not what was fixed', async () => {
    const lines = concise(await fixed(OFF), VIEW)
      .split('\n')
      .slice(0, -1);
    expect(lines.filter(line => line.includes(' fixed: '))).toHaveLength(1);
    expect(lines.filter(line => line.includes(' fixed: ') && regexp.test(line))).toEqual([]);
  });
});
