import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CODE_SCANNING, cut, stepSummary } from '../../src/cli/files/limits.ts';
import type { Report } from '../../src/index.ts';
import { markdown } from '../../src/report/markdown.ts';
import { sarif } from '../../src/report/sarif/sarif.ts';
import { report, VIEW } from '../report/support.ts';
import { folder, OFF, run } from './harness.ts';

const MIB = 1_048_576;

/** So many findings, every third of them an error. */
function large(count: number): Report {
  const said = report(OFF);
  const [finding] = said.findings;
  const severities = ['info', 'warning', 'error'] as const;
  const all = Array.from({ length: count }, (_, i) => severities[i % 3] ?? 'error');
  return { ...said, findings: finding ? all.map(severity => ({ ...finding, severity })) : [] };
}

describe('code scanning on GitHub', () => {
  const render =
    (said: Report) =>
    (most: number): string =>
      sarif(said, { ...VIEW, most });

  test('gets all results that it shows', () => {
    const said = large(4000);
    expect(cut(said, CODE_SCANNING, 'a.sarif', render(said))).toEqual({ text: sarif(said, VIEW), notes: [] });
  });

  test('gets all results that it takes, and it is said that it does not show all', () => {
    const said = large(6000);
    const { text = '', notes } = cut(said, CODE_SCANNING, 'a.sarif', render(said));
    expect(JSON.parse(text).runs[0].results).toHaveLength(6000);
    expect(notes.map(String)).toEqual([
      'a.sarif: of these 6000 findings 5000 are shown, since code scanning on GitHub takes 25,000 results and 10 MB, and shows 5,000.',
    ]);
  });

  test('gets the worst 25,000 of more, and both are told', () => {
    const said = large(27_000);
    const { text = '', notes } = cut(said, CODE_SCANNING, 'a.sarif', render(said));
    const [{ results, invocations }] = JSON.parse(text).runs;
    expect(results).toHaveLength(25_000);
    expect(results.filter((each: { level: string }) => each.level === 'error')).toHaveLength(9000);
    expect(invocations[0].toolExecutionNotifications[0].message.text).toBe(
      '2000 of 27000 findings are left out, the least severe first.',
    );
    expect(String(notes[0])).toContain('a.sarif: 2000 of 27000 findings are left out, since');
  });

  test('gets no more than 10 MB, compressed', () => {
    const said = large(900);
    const noise = randomBytes(12_000).toString('base64');
    const { text = '', notes } = cut(said, CODE_SCANNING, 'a.sarif', most =>
      JSON.stringify(Array.from({ length: most }, (_, i) => noise.slice(i) + noise.slice(0, i))),
    );
    const kept = JSON.parse(text).length;
    expect(kept).toBe(900);
    expect(notes).toEqual([]);
    const apart = cut(said, CODE_SCANNING, 'a.sarif', most =>
      Array.from({ length: most }, () => randomBytes(15_000).toString('base64')).join(),
    );
    const size = gzipSync(apart.text ?? '').length;
    expect(size).toBeLessThanOrEqual(10_000_000);
    expect(size).toBeGreaterThan(7_000_000);
    expect(String(apart.notes[0])).toMatch(/^a\.sarif: \d+ of 900 findings are left out, since/);
  });
});

describe('the summary of a step on GitHub', () => {
  test('is no longer than it may be, with what is there already', () => {
    const said = large(6000);
    const { text = '', notes } = cut(said, stepSummary(MIB / 2), 's.md', most =>
      markdown(said, { ...VIEW, most }),
    );
    const size = Buffer.byteLength(text);
    expect(size).toBeLessThanOrEqual(MIB / 2);
    expect(size).toBeGreaterThan(MIB / 3);
    expect(text).toContain('findings are left out, the least severe first.');
    expect(String(notes[0])).toMatch(
      /^s\.md: \d+ of 6000 findings are left out, since the summary of a step/,
    );
  });

  test('gets nothing where there is no room, and that is a failure', () => {
    const cwd = folder({ 'a.yml': OFF, 'summary.md': 'x'.repeat(MIB - 10) });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    const { code, err } = run(cwd, ['-f', 'markdown=summary.md', 'a.yml'], { env });
    expect(code).toBe(2);
    expect(err).toContain('summary.md: no report was written: the summary of a step on GitHub takes 1 MiB.');
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toHaveLength(MIB - 10);
  });

  test('is cut by the command line, which says so, and another file is not', () => {
    const services = Array.from({ length: 3500 }, (_, i) =>
      OFF.slice(OFF.indexOf('  ')).replace('Service:', `Service${i}:`),
    );
    const cwd = folder({ 'a.yml': `Resources:\n${services.join('')}` });
    writeFileSync(join(cwd, 'summary.md'), '# Before\n');
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    const { err } = run(
      cwd,
      ['-f', 'markdown=summary.md', '-f', 'markdown=all.md', '-f', 'concise', 'a.yml'],
      {
        env,
        patience: 0,
      },
    );
    const summary = readFileSync(join(cwd, 'summary.md'), 'utf8');
    expect(summary).toMatch(/^# Before\n## ecs-exec-lint/);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MIB);
    expect(err).toMatch(
      /summary\.md: \d+ of 3500 findings are left out, since the summary of a step on GitHub takes 1 MiB/,
    );
    expect(readFileSync(join(cwd, 'all.md'), 'utf8').match(/^\| \*\*error\*\*/gm)).toHaveLength(3500);
  });
});
