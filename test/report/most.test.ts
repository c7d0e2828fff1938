import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Report, Severity } from '../../src/index.ts';
import { markdown } from '../../src/report/markdown.ts';
import { sarif } from '../../src/report/sarif/sarif.ts';
import { worstFindings } from '../../src/report/worst.ts';
import { sarifProblems } from './readers.ts';
import { report, VIEW } from './support.ts';

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** So many findings, of all severities in turn, and as many launchers and fixes. */
function large(count: number): Report {
  const said = report('Resources: {A: {Type: AWS::ECS::Service}}');
  const [finding] = said.findings;
  const [service] = said.services;
  const all = Array.from({ length: count }, (_, i) => i);
  return {
    ...said,
    findings: finding
      ? all.map(i => ({ ...finding, severity: SEVERITIES[i % 3] ?? 'error', resource: `R${i}` }))
      : [],
    services: service ? all.map(i => ({ ...service, resource: `S${i}` })) : [],
  };
}

describe('the worst of findings', () => {
  const { findings } = large(6);
  const order: readonly Severity[] = ['error', 'info', 'warning', 'error', 'info', 'warning'];
  const all = findings.map((each, i) => ({ ...each, severity: order[i] ?? 'info' }));

  test.each([
    [6, [0, 1, 2, 3, 4, 5]],
    [7, [0, 1, 2, 3, 4, 5]],
    [5, [0, 1, 2, 3, 5]],
    [3, [0, 2, 3]],
    [1, [0]],
    [0, []],
  ])('%i at most, in their order', (most, kept) => {
    expect(worstFindings(all, most).map(each => each.resource)).toEqual(kept.map(i => `R${i}`));
  });
});

test('SARIF says how many results are left out, and has the worst', () => {
  const said = large(30);
  const log: Log = JSON.parse(sarif(said, { ...VIEW, most: 12 }));
  const [run] = log.runs;
  expect(sarifProblems(log)).toEqual([]);
  const levels = run?.results?.map(each => each.level);
  expect([levels?.filter(each => each === 'error').length, levels?.length]).toEqual([10, 12]);
  const [invocation] = run?.invocations ?? [];
  expect(invocation).toEqual({
    executionSuccessful: true,
    toolExecutionNotifications: [
      { level: 'warning', message: { text: '18 of 30 findings are left out, the least severe first.' } },
    ],
  });
  expect(JSON.parse(sarif(said, VIEW)).runs[0].invocations).toBeUndefined();
});

test('Markdown says how much is left out, and has the worst; what it counts is all', () => {
  const said = large(30);
  const text = markdown(said, { ...VIEW, most: 12 });
  expect(text).toContain('10 errors, 10 warnings, 10 infos in 1 template');
  expect(text).toContain('18 of 30 findings are left out, the least severe first.');
  expect(text.match(/^\| \*\*error\*\*/gm)).toHaveLength(10);
  expect(text.match(/^\| \*\*warning\*\*/gm)).toHaveLength(2);
  expect(text.match(/^\| \*\*not ready\*\*/gm)).toHaveLength(12);
  expect(text).toContain('18 of 30 services are left out.');
  expect(markdown(said, VIEW)).not.toContain('left out');
});
