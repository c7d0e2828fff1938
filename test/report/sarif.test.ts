import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log, PhysicalLocation, Region, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { say } from '../../src/i18n/sentence.ts';
import { DEFAULT_OPTIONS, lint, parse, type Report } from '../../src/index.ts';
import { lineHashes } from '../../src/report/sarif/line-hash.ts';
import { sarif } from '../../src/report/sarif/sarif.ts';
import { FAULTY, OFF, READY, whole } from '../cli/harness.ts';
import { cpu } from '../cpu.ts';
import { sarifProblems } from './readers.ts';
import { EVIL, EVIL_FILE, report, VIEW } from './support.ts';

const SHARED: string = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../../shared/data/schemas/sarif-2.1.0.json',
);

const read = (said: Report): Log => JSON.parse(sarif(said, VIEW));
const resultsOf = (said: Report): readonly Result[] => read(said).runs[0]?.results ?? [];

const REPORTS: readonly (readonly [string, Report])[] = [
  ['a faulty template', report(FAULTY)],
  ['its JSON', report(whole('fargate-stack.json'), 'a.json')],
  ['nothing found', lint([parse('a.yml', READY)], DEFAULT_OPTIONS)],
  ['nothing read', lint([], DEFAULT_OPTIONS)],
  ['a text that does not parse', report('Resources:\n  A: {\n')],
  ['hostile names', report(EVIL, EVIL_FILE)],
];

describe.each(REPORTS)('%s', (_, said) => {
  test('is valid by the schema of OASIS', () => {
    expect(sarifProblems(read(said))).toEqual([]);
  });

  test.runIf(existsSync(SHARED))('is valid by the published standard', () => {
    expect(sarifProblems(read(said), JSON.parse(readFileSync(SHARED, 'utf8')))).toEqual([]);
  });

  test('has what code scanning on GitHub asks for', () => {
    const [run] = read(said).runs;
    expect(run?.tool.driver.fullName).toBe('ecs-exec-lint 1.2.3');
    for (const rule of run?.tool.driver.rules ?? []) {
      expect(rule.name?.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase()).toBe(rule.id);
      expect(rule).toMatchObject({ shortDescription: { text: /./ }, fullDescription: { text: /./ } });
      expect(rule.help?.text).toMatch(/./);
    }
    expect(run?.results?.length).toBe(said.findings.length);
    for (const { ruleId, ruleIndex, message, locations, partialFingerprints } of run?.results ?? []) {
      expect(run?.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
      expect(message.text).toMatch(/./);
      expect(partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]+:\d+$/);
      const physical = locations?.[0]?.physicalLocation;
      expect(physical?.artifactLocation?.uri).toMatch(/^[\w.%~!'()*-]+(?:\/[\w.%~!'()*-]+)*$/);
      expect(decodeURIComponent(physical?.artifactLocation?.uri ?? '')).toBe(said.documents[0]?.file);
      for (const key of ['startLine', 'startColumn', 'endLine', 'endColumn'] as const)
        expect(physical?.region?.[key]).toBeGreaterThanOrEqual(1);
    }
  });
});

/** The text that a region is about. */
function within(
  text: string,
  { startLine = 1, startColumn = 1, endLine = 1, endColumn = 1 }: Region,
): string {
  const lines = text.split('\n').map(line => `${line}\n`);
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).join('').length + column - 1;
  return text.slice(offset(startLine, startColumn), offset(endLine, endColumn));
}

test('a region is what the finding is about, counted in UTF-16', () => {
  const text = FAULTY.replace('  Service:', '  "👍Service":');
  const [found] = resultsOf(report(text)).filter(each => each.ruleId === 'exec-not-enabled');
  const region = found?.locations?.[0]?.physicalLocation?.region;
  expect(region && within(text, region)).toBe('"👍Service"');
  expect(read(report(text)).runs[0]?.columnKind).toBe('utf16CodeUnits');
});

test('its fixes are those that --fix makes', () => {
  const said = report(FAULTY);
  for (const [i, result] of resultsOf(said).entries()) {
    const fix = said.findings[i]?.fix;
    expect(result.fixes?.length ?? 0).toBe(fix ? 1 : 0);
    const replacements = result.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
    expect(replacements.map(each => within(FAULTY, each.deletedRegion))).toEqual(
      (fix?.splices ?? []).map(each => FAULTY.slice(each.start, each.end)),
    );
    expect(replacements.map(each => each.insertedContent?.text)).toEqual(
      (fix?.splices ?? []).map(each => each.text),
    );
  }
});

test('files are named from the root of the repository', () => {
  const view = { ...VIEW, fromRoot: (file: string) => `infra/${file}` };
  const log: Log = JSON.parse(sarif(report(FAULTY), view));
  expect(log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
    uri: 'infra/a.yml',
    uriBaseId: '%SRCROOT%',
  });
});

test('what is ignored is no result', () => {
  const text = '# ecs-exec-lint: ignore-file[exec-not-enabled]\nResources:\n  A: {Type: AWS::ECS::Service}\n';
  expect(resultsOf(report(text))).toEqual([]);
});

/** The links in a message as SARIF defines them for plain text: `[label](id)`, with `\\`, `[` and `]` behind a backslash. */
function linksIn(text = ''): readonly (readonly [label: string, id: number])[] {
  return [...text.matchAll(/(?<!\\)\[((?:\\.|[^\\[\]])*)\]\((\d+)\)/g)].map(([, label = '', id]) => [
    label.replace(/\\(.)/g, '$1'),
    Number(id),
  ]);
}

describe.each(REPORTS)('related locations: %s', (_, said) => {
  test('are linked in the message, in the text and in the Markdown, and nothing else is', () => {
    for (const { message, relatedLocations = [] } of resultsOf(said)) {
      const ids = relatedLocations.map((_, i) => i + 1);
      expect(relatedLocations.map(each => each.id)).toEqual(ids);
      expect(linksIn(message.text).map(([, id]) => id)).toEqual(ids);
      expect(message.text?.match(/\]\(/g) ?? []).toHaveLength(ids.length);
      expect([...(message.markdown ?? '').matchAll(/\]\((\d+)\)$/gm)].map(([, id]) => Number(id))).toEqual(
        ids,
      );
      expect(linksIn(message.text).map(([label]) => label)).toEqual(
        relatedLocations.map(each => each.message?.text),
      );
    }
  });
});

test('a link leads to the place that its label is about', () => {
  const [found] = resultsOf(report(FAULTY)).filter(each => each.ruleId === 'task-role-lacks-ssmmessages');
  expect(found?.message.text).toMatch(
    / fails with TargetNotConnectedException\. Related: \[service `Service` runs `TaskDefinition`\]\(1\); \[/,
  );
  const region = found?.relatedLocations?.[0]?.physicalLocation?.region;
  expect(region && within(FAULTY, region)).toBe('Service');
});

test('a label with brackets is one link', () => {
  const said = report(FAULTY);
  const [finding] = said.findings.filter(each => each.related.length > 0);
  const labeled = {
    ...said,
    findings: finding
      ? [{ ...finding, related: finding.related.map(each => ({ ...each, message: say`a [b](2) \\ c]` })) }]
      : [],
  };
  const [result] = resultsOf(labeled);
  expect(linksIn(result?.message.text)[0]).toEqual(['a [b] (2) \\ c]', 1]);
});

test('the Markdown of a message says what its fix does', () => {
  const [found] = resultsOf(report(OFF));
  expect(found?.message.markdown).toContain('Fix: Set `EnableExecuteCommand` to true (`--fix`).');
  expect(found?.message.markdown).toContain('`ecs-exec-lint --explain exec-not-enabled`');
});

describe('the text of a place', () => {
  const locationOf = (text: string): PhysicalLocation | undefined =>
    resultsOf(report(text))[0]?.locations?.[0]?.physicalLocation;

  test('is quoted, with the lines around it', () => {
    const { region, contextRegion } = locationOf(OFF) ?? {};
    expect(region?.snippet?.text).toBe('Service');
    expect(contextRegion).toEqual({
      startLine: 1,
      endLine: 3,
      snippet: { text: 'Resources:\n  Service:\n    Type: AWS::ECS::Service' },
    });
  });

  test.each([
    ['behind a byte order mark', `\uFEFF${OFF}`],
    ['with line ends of Windows', OFF.replace(/\n/g, '\r\n')],
    ['without a line after it', OFF.trimEnd()],
    ['on one line', '{"Resources": {"Service": {"Type": "AWS::ECS::Service"}}}'],
  ])('%s', (_, text) => {
    for (const { locations } of resultsOf(report(text))) {
      const { region = {}, contextRegion = {} } = locations?.[0]?.physicalLocation ?? {};
      expect(region.snippet?.text).toBe(within(text.replace('\uFEFF', ''), region));
      const { startLine = 0, endLine = 0 } = contextRegion;
      const lines = text
        .replace('\uFEFF', '')
        .split('\n')
        .slice(startLine - 1, endLine);
      expect(contextRegion.snippet?.text).toBe(lines.join('\n'));
      expect(lines.join('\n').length).toBeGreaterThan(region.snippet?.text?.length ?? 0);
    }
  });

  test('is left out where it is long, such as the one line of a minified template', () => {
    const resources = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`S${i}`, { Type: 'AWS::ECS::Service' }]),
    );
    const { region, contextRegion } = locationOf(JSON.stringify({ Resources: resources })) ?? {};
    expect(region?.snippet?.text).toBe('"S0"');
    expect(contextRegion).toBeUndefined();
  });
});

describe('the hash of a line is the one that GitHub computes', () => {
  const LOREM: readonly string[] = [
    ...[1, 2, 3, 4, 5, 6].map(i => `a7f2ff13bc495cf2:${i}`),
    'a7f2ff1481e87703:1',
    'a9cf91f7bbf1862b:1',
    '55ec222b86bcae53:1',
    'cc97dc7b1d7d8f7b:1',
    'c129715d7a2bc9a3:1',
  ];
  const GREETINGS: readonly string[] = [
    'e9496ae3ebfced30:1',
    'fb7c023a8b9ccb3f:1',
    'ce8ba1a563dcdaca:1',
    'e20e36e16fcb0cc8:1',
    'b3edc88f2938467e:1',
    'c8e28b0b4002a3a0:1',
    'c129715d7a2bc9a3:1',
  ];

  test.each([
    ['', ['c129715d7a2bc9a3:1']],
    [
      ' a\nb\n  \t\tc\n d',
      ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
    ],
    [' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', GREETINGS],
    [' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n', GREETINGS],
    [' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', GREETINGS],
    ['Lorem ipsum dolor sit amet.\n'.repeat(10), LOREM],
  ])('%j', (text, hashes) => {
    expect([...lineHashes(text)]).toEqual(hashes.map((hash, i) => [i + 1, hash]));
  });

  test('in a moment, for a long text', () => {
    const { answer, ms } = cpu(() => lineHashes('Resources: # of many\n'.repeat(50_000)));
    expect(answer.size).toBe(50_001);
    expect(ms).toBeLessThan(2000);
  });
});
