import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import matcher from '../integrations/problem-matcher.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };
import { concise } from '../src/report/concise.ts';
import { CLI, FAULTY, folder, OFF, run } from './cli/harness.ts';
import { expected } from './fixtures.ts';
import { EVIL, EVIL_FILE, fixed, report, VIEW } from './report/support.ts';

const ROOT: string = dirname(dirname(CLI));
const text = (...names: readonly string[]): string => readFileSync(join(ROOT, ...names), 'utf8');

/** In place of npm's: it runs what is built here, whatever version is asked for. */
const NPX = `#!/bin/sh
printf '%s\\n' "$2" > asked
shift 2
exec '${process.execPath}' '${CLI}' "$@"
`;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly cwd: string;
}

function bash(
  command: string,
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Ran {
  const cwd = folder({ ...files, 'bin/npx': NPX });
  chmodSync(join(cwd, 'bin/npx'), 0o755);
  const PATH = `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`;
  const { status, stdout } = spawnSync('bash', ['-c', command], {
    cwd,
    encoding: 'utf8',
    env: { PATH, ...env },
  });
  return { code: status, out: stdout, cwd };
}

test('all of them ask for the version that they came with', () => {
  const files = readdirSync(join(ROOT, 'integrations'), { recursive: true, encoding: 'utf8' });
  const versions = ['action.yml', ...files.map(name => join('integrations', name))]
    .filter(name => /\.(?:yml|yaml|json)$/.test(name))
    .flatMap(name => [...text(name).matchAll(/ecs-exec-lint@([\d.]+)|default: (\d+\.\d+\.\d+)/g)])
    .map(([, package_, input]) => package_ ?? input);
  expect(versions.length).toBeGreaterThanOrEqual(6);
  expect(new Set(versions)).toEqual(new Set([manifest.version]));
});

test('their page shows them as they are', () => {
  const file = join(ROOT, 'docs', 'integrations.md');
  const page = text('docs', 'integrations.md');
  const blocks = /(?<=<!-- (integrations\/\S+) -->\n```yaml\n)[\s\S]*?(?=```\n)/g;
  const updated = page.replace(blocks, (_, name: string) => text(name));
  expect(updated).toBe(expected(file, updated, ''));
  expect([...page.matchAll(blocks)].length).toBeGreaterThanOrEqual(4);
});

describe('the action', () => {
  const action = parse(text('action.yml'));
  const script = text('action', 'run.sh');

  test('gives every input to its script as data', () => {
    const [lint, upload] = action.runs.steps;
    expect(action.runs.steps.filter((each: { run?: string }) => each.run?.includes('${{'))).toEqual([]);
    const used = JSON.stringify([lint, upload]);
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`inputs.${name}`);
    const variables = [...script.matchAll(/\bINPUT_\w+/g)].map(([name]) => name);
    expect(new Set(variables)).toEqual(new Set(Object.keys(lint.env)));
    expect(lint.run).toBe('bash "$GITHUB_ACTION_PATH/action/run.sh"');
    expect(upload.if).toMatch(/^always\(\)/);
  });

  const start = (inputs: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>): Ran =>
    bash(`bash '${join(ROOT, 'action', 'run.sh')}'`, files, {
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: 'output',
      GITHUB_STEP_SUMMARY: 'summary.md',
      INPUT_VERSION: manifest.version,
      ...inputs,
    });

  test('reports in the log, beside lines, in the summary and in SARIF, and fails when it should', () => {
    const { code, out, cwd } = start({ INPUT_SARIF: 'a.sarif' }, { 'a.yml': OFF });
    expect(code).toBe(1);
    expect(out).toMatch(/^error\[exec-not-enabled\].*\n::error file=a\.yml,/s);
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toMatch(/^## ecs-exec-lint/);
    expect(JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    expect(readFileSync(join(cwd, 'output'), 'utf8')).toBe('exit-code=1\n');
    expect(readFileSync(join(cwd, 'asked'), 'utf8')).toBe(`ecs-exec-lint@${manifest.version}\n`);
  });

  test('takes flags and paths, one a line, and never as code', () => {
    const inputs = {
      INPUT_ARGS: '--skip=exec-not-enabled\n\n--format=concise\n',
      INPUT_PATHS: 'my stack.yml\n$(touch pwned).yml\n`touch pwned`; touch pwned\n--version',
      INPUT_SUMMARY: 'false',
    };
    const { code, out, cwd } = start(inputs, { 'my stack.yml': OFF, '--version': OFF });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect([existsSync(join(cwd, 'pwned')), existsSync(join(cwd, 'summary.md'))]).toEqual([false, false]);
    expect(start({ INPUT_PATHS: 'my stack.yml' }, { 'my stack.yml': OFF, 'b.yml': OFF }).out).not.toContain(
      'b.yml',
    );
  });
});

describe('for pre-commit', () => {
  const hooks: readonly { readonly id: string; readonly entry: string }[] = [
    ...parse(text('integrations', 'pre-commit', '.pre-commit-hooks.yaml')),
    ...parse(text('integrations', 'pre-commit', 'local.yaml')).repos[0].hooks,
  ];

  test.each(hooks)('$entry', ({ entry }) => {
    const [command, ...args] = entry.split(' ');
    expect(command).toBe('ecs-exec-lint');
    expect(run(folder({ 'a.yml': 'kind: Pod\n' }), args).code).toBe(0);
    const cwd = folder({ 'a.yml': OFF });
    expect(run(cwd, args).code).toBe(args.includes('--fix') ? 0 : 1);
  });
});

describe('an example of a pipeline', () => {
  const workflow = parse(text('integrations', 'github-workflow.yml')).jobs.lint.steps[1].run;
  const gitlab = parse(text('integrations', 'gitlab-ci.yml'))['ecs-exec-lint'];
  const buildspec = parse(text('integrations', 'buildspec.yml'));
  const { files, 'base-directory': base } = buildspec.reports['ecs-exec-lint'];

  test.each([
    ['GitHub', [workflow], ['ecs-exec-lint.sarif', 'summary.md']],
    ['GitLab', gitlab.script, Object.values<string>(gitlab.artifacts.reports)],
    ['CodeBuild', buildspec.phases.build.commands, [join(base, files[0])]],
  ])('of %s fails when it should, and leaves its reports', (_, commands: readonly string[], reports) => {
    const { code, cwd } = bash(commands.join('\n'), { 'a.yml': OFF }, { GITHUB_STEP_SUMMARY: 'summary.md' });
    expect(code).toBe(1);
    for (const name of reports) expect(readFileSync(join(cwd, name), 'utf8')).toContain('exec-not-enabled');
  });
});

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

  test('but not what was mended', async () => {
    const lines = concise(await fixed(OFF), VIEW)
      .split('\n')
      .slice(0, -1);
    expect(lines.filter(line => line.includes(' fixed: '))).toHaveLength(1);
    expect(lines.filter(line => line.includes(' fixed: ') && regexp.test(line))).toEqual([]);
  });
});

/** What judges and mends, and a server that no run starts. */
const ENGINES = ['program.cjs', 'language-server.cjs'];

test('what is loaded on demand brings no engine of its own', () => {
  const files = readdirSync(join(ROOT, 'dist')).filter(
    name => name.endsWith('.cjs') && !ENGINES.includes(name),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter(name => text('dist', name).includes('dangling-reference'))).toEqual([]);
});
