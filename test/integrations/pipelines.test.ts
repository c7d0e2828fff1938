import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CLI, folder, OFF, READY, run } from '../cli/harness.ts';
import { Machine } from './machine.ts';

const ROOT: string = dirname(dirname(CLI));
const text = (...names: readonly string[]): string => readFileSync(join(ROOT, ...names), 'utf8');

/** What a checkout holds, and the exit code that a pipeline has to end with. */
const OUTCOMES: readonly (readonly [what: string, files: Readonly<Record<string, string>>, code: number])[] =
  [
    ['clean', { 'templates/ready.yml': READY }, 0],
    ['faulty', { 'templates/-faulty.yml': OFF }, 1],
    ['broken', { 'templates/broken.yml': 'Resources: [' }, 2],
  ];

/** What a report of each outcome has in it. */
const SAYS: readonly RegExp[] = [/^/, /exec-not-enabled/, /parse-error/];

const workflow = parse(text('integrations', 'github-workflow.yml')).jobs.lint.steps;
const gitlab = parse(text('integrations', 'gitlab-ci.yml'))['ecs-exec-lint'];
const buildspec = parse(text('integrations', 'buildspec.yml'));
const { files, 'base-directory': base } = buildspec.reports['ecs-exec-lint'];
const readme = (name: string): string => /(?<=```sh\n)checkout=[\s\S]*?(?=```\n)/.exec(text(name))?.[0] ?? '';

const PIPELINES: readonly (readonly [
  name: string,
  commands: readonly string[],
  reports: readonly string[],
])[] = [
  ['of GitHub', [workflow[1].run], []],
  ['of GitLab', gitlab.script, Object.values<string>(gitlab.artifacts.reports)],
  ['of CodeBuild', buildspec.phases.build.commands, [join(base, files[0])]],
  ['of the README', [readme('README.md')], []],
];

test('all READMEs show the same one', () => {
  expect(readme('README.md')).toContain('--ignore-scripts');
  expect(readme('README.ja.md')).toBe(readme('README.md'));
});

let machine: Machine;
beforeAll(async () => {
  machine = await Machine.start();
});
afterAll(() => machine.stop());

describe.each(PIPELINES)('the pipeline %s', (_name, commands, reports) => {
  test.each(OUTCOMES)('takes nothing of the checkout but templates: %s', async (_, files, expected) => {
    const { code, err, cwd, trapped } = await machine.run(commands.join('\n'), files);
    expect({ code, trapped }, err).toEqual({ code: expected, trapped: [] });
    for (const name of reports) expect(readFileSync(join(cwd, name), 'utf8')).toMatch(SAYS[expected] ?? '');
  });

  test('fails for what it is when nothing can be installed', async () => {
    const files = { 'templates/a.yml': OFF };
    const { code, trapped, err } = await machine.run(commands.join('\n'), files, { isRegistryEmpty: true });
    expect({ code, trapped }).toEqual({ code: 2, trapped: [] });
    expect(err).toContain('E404');
  });
});

test('that of the README takes a packed tarball in place of what is published', async () => {
  const commands = readme('README.md').replace(/ecs-exec-lint@[\d.]+/, machine.tarball);
  for (const [what, files, expected] of OUTCOMES) {
    const { code, trapped, err } = await machine.run(commands, files);
    expect({ what, code, trapped }, err).toEqual({ what, code: expected, trapped: [] });
  }
});

test('that of GitHub uploads a report that the checkout cannot hold', () => {
  expect(workflow[1].run).toContain('-f "sarif=$RUNNER_TEMP/ecs-exec-lint.sarif"');
  expect(workflow[2].with.sarif_file).toBe('${{ runner.temp }}/ecs-exec-lint.sarif');
});

/** The search path of the machine without what leads into the checkout. */
const OWN_PATH = `PATH='${process.env.PATH}'`;

test.each([
  ['npx ecs-exec-lint@0.1.0', 'npx --yes ecs-exec-lint@0.1.0'],
  ['npm', 'npm view ecs-exec-lint'],
])('%s would take what the checkout holds', async (_, command) => {
  const { trapped } = await machine.run(`${OWN_PATH} ${command} || true`, { 'a.yml': OFF });
  expect(trapped).not.toEqual([]);
});

interface Hook {
  readonly entry: string;
  readonly additional_dependencies: readonly string[];
}

const HAS_PRE_COMMIT = spawnSync('pre-commit', ['--version']).status === 0;
if (!HAS_PRE_COMMIT) console.warn('SKIPPED: pre-commit is not there, so its hooks were run without it.');

describe('the hooks for pre-commit', () => {
  const hooks: readonly Hook[] = [
    ...parse(text('integrations', 'pre-commit', '.pre-commit-hooks.yaml')),
    ...parse(text('integrations', 'pre-commit', 'local.yaml')).repos[0].hooks,
  ];

  const config = text('integrations', 'pre-commit', 'local.yaml');

  test.runIf(HAS_PRE_COMMIT)('they are installed outside of the checkout, and run there', async () => {
    const commands = `${OWN_PATH}; git init --quiet; git add --all; pre-commit run --all-files`;
    for (const [what, files, expected] of OUTCOMES) {
      const { code, out, trapped } = await machine.run(commands, {
        '.pre-commit-config.yaml': config,
        ...files,
      });
      expect({ what, code, trapped }, out).toEqual({ what, code: expected === 0 ? 0 : 1, trapped: [] });
      if (expected > 0) expect(out).toContain(`- exit code: ${expected}`);
    }
  });

  test('they install no script of a package', () => {
    for (const { additional_dependencies: installed } of hooks)
      expect(installed).toContain('--ignore-scripts');
  });

  test.each(hooks)('$entry', ({ entry }) => {
    const [command, ...args] = entry.split(' ');
    expect(command).toBe('ecs-exec-lint');
    expect(run(folder({ 'a.yml': 'kind: Pod\n' }), args).code).toBe(0);
    const cwd = folder({ 'a.yml': OFF });
    expect(run(cwd, args).code).toBe(args.includes('--fix') ? 0 : 1);
  });
});
