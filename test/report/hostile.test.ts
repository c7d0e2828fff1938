import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES, loadFormat } from '../../src/cli/core/formats.ts';
import { escapeControls, escapeControlsInLine } from '../../src/report/escape-output.ts';
import { json } from '../../src/report/json.ts';
import { EVIL, EVIL_FILE, fixed, OBEYED, report, VIEW } from './support.ts';

const EVIL_REPORT = report(EVIL, EVIL_FILE);
const FIXED_REPORT = await fixed(EVIL, EVIL_FILE);

/** What a runner does with a line of a log: a command begins it, or an old one stands anywhere. */
function commands(log: string): readonly string[] {
  return log
    .split(/\r\n|\r|\n/)
    .filter(line => line.trimStart().startsWith('::') || /##(?:vso|teamcity)?\[/i.test(line));
}

test('there is something to be afraid of', () => {
  expect(EVIL_REPORT.documents[0]?.problems).toEqual([]);
  expect(EVIL_REPORT.findings.length).toBeGreaterThanOrEqual(10);
  expect(FIXED_REPORT.fixes.applied.length).toBeGreaterThanOrEqual(5);
});

describe.each(FORMAT_NAMES)('in %s', name => {
  test.each([
    ['as it is', EVIL_REPORT],
    ['fixed', FIXED_REPORT],
  ])('what a template says commands neither a terminal nor who reads a log: %s', async (_, said) => {
    const text = (await loadFormat(name))(said, VIEW);
    expect(text).not.toMatch(OBEYED);
    const own = name === 'github' ? /^::(?:error|warning|notice) [^:]*::[^\n]*$/ : undefined;
    expect(commands(text).filter(line => !own?.test(line))).toEqual([]);
  });
});

test('JSON says the same all the same', () => {
  const read = JSON.parse(json(EVIL_REPORT, VIEW));
  expect(read.findings.map((each: { resource: string }) => each.resource)).toEqual(
    EVIL_REPORT.findings.map(each => each.resource),
  );
  expect(read.findings[0].file).toBe(EVIL_FILE);
});

test('what is broken is spelled out, and nothing else changes', () => {
  expect(escapeControls('AWS::ECS::Service ##[group] #[x] ##VSO[y] ##teamcity[z] # # [')).toBe(
    'AWS::ECS::Service \\u0023#[group] #[x] \\u0023#VSO[y] \\u0023#teamcity[z] # # [',
  );
  expect(escapeControlsInLine('  ::error::x')).toBe('  \\u003a:error::x');
  expect(escapeControlsInLine('a ::error::x')).toBe('a ::error::x');
});
