import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/lint/report.ts';
import { fixability } from '../../src/report/fixability.ts';
import { pretty } from '../../src/report/pretty.ts';
import { FAULTY, OFF, whole } from '../cli/harness.ts';
import { report, VIEW } from './support.ts';

const SAFE = report(OFF).findings.find(each => each.fix?.safety === 'safe');
const WITHOUT = report('Resources:\n  A: {\n    Type: AWS::ECS::Service\n').findings[0];

function saidOf(...findings: readonly (Diagnostic | undefined)[]): string | undefined {
  const said = fixability({ findings: findings.flatMap(each => each ?? []) });
  return said && String(said);
}

const unsafe = SAFE?.fix && { ...SAFE, fix: { ...SAFE.fix, safety: 'unsafe' as const } };
const left = (ruleId: string): Diagnostic | undefined => WITHOUT && { ...WITHOUT, ruleId };

describe('what fixes settle, and what is left', () => {
  test.each([
    ['It can be fixed with --fix', [SAFE]],
    ['Both can be fixed with --fix', [SAFE, SAFE]],
    ['All 3 can be fixed with --fix', [SAFE, SAFE, SAFE]],
    ['It can be fixed with --fix --unsafe-fixes', [unsafe]],
    ['1 of 2 can be fixed with --fix, 1 more with --fix --unsafe-fixes', [SAFE, unsafe]],
    ['1 of 2 can be fixed with --fix; 1 is left for you: a', [SAFE, left('a')]],
    ['1 of 3 can be fixed with --fix --unsafe-fixes; 2 are left for you: a', [unsafe, left('a'), left('a')]],
    [
      '1 of 6 can be fixed with --fix; 5 are left for you: a, b, c and 1 more',
      [SAFE, left('a'), left('b'), left('c'), left('d'), left('a')],
    ],
    [undefined, [left('a')]],
  ])('%s', (expected, findings) => {
    expect(saidOf(...findings)).toBe(expected);
  });

  test('what waits for the syntax to be fixed is not left', () => {
    const text = pretty(report(whole('pasted.yml')), VIEW);
    expect(text).toMatch(/^\d+ of \d+ can be fixed with --fix, \d+ more once the syntax is fixed/m);
  });

  test('a finding that another fix settles is not left', () => {
    expect(pretty(report(FAULTY), VIEW)).toContain('All 5 can be fixed with --fix.');
  });
});
