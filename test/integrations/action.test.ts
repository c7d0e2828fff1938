import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { CLI, OFF, READY } from '../cli/harness.ts';
import { Machine, type Ran } from './machine.ts';

const ROOT: string = dirname(dirname(CLI));
const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
const script = readFileSync(join(ROOT, 'action', 'run.sh'), 'utf8');

let machine: Machine;
let folder: string;
beforeAll(async () => {
  machine = await Machine.start();
  folder = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-action-'));
});
afterAll(() => {
  machine.stop();
  rmSync(folder, { recursive: true });
});

interface Acted extends Ran {
  readonly outputs: string;
  readonly summary: string;
}

/** Runs the step of the action, with the package as it is published. */
async function act(
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): Promise<Acted> {
  const [outputs, summary] = ['outputs', 'summary.md'].map(name => join(folder, name));
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_OUTPUT: outputs ?? '',
    GITHUB_STEP_SUMMARY: summary ?? '',
    INPUT_VERSION: machine.tarball,
    ...inputs,
  };
  const ran = await machine.run(action.runs.steps[0].run, files, { env });
  const read = (name = ''): string => {
    const said = existsSync(name) ? readFileSync(name, 'utf8') : '';
    rmSync(name, { force: true });
    return said;
  };
  return { ...ran, outputs: read(outputs), summary: read(summary) };
}

test('gives every input to its script as data', () => {
  const [lint, upload] = action.runs.steps;
  expect(action.runs.steps.filter((each: { run?: string }) => each.run?.includes('${{'))).toEqual([]);
  const used = JSON.stringify([lint, upload]);
  for (const name of Object.keys(action.inputs)) expect(used).toContain(`inputs.${name}`);
  const variables = [...script.matchAll(/\bINPUT_\w+/g)].map(([name]) => name);
  expect(new Set(variables)).toEqual(new Set(Object.keys(lint.env)));
  expect(lint.run).toBe('bash "$GITHUB_ACTION_PATH/action/run.sh"');
  expect(upload.if).toMatch(/^always\(\) && steps\.lint\.outputs\.sarif == 'true' && /);
});

test.each<[string, Readonly<Record<string, string>>, number]>([
  ['clean', { 'a.yml': READY }, 0],
  ['faulty', { '-a.yml': OFF }, 1],
  ['broken', { 'a.yml': 'Resources: [' }, 2],
])('takes nothing of the checkout but templates: %s', async (_, files, expected) => {
  const { code, outputs, trapped, err } = await act({}, files);
  expect({ code, outputs, trapped }, err).toEqual({
    code: expected,
    outputs: `exit-code=${expected}\n`,
    trapped: [],
  });
});

test('reports in the log, beside lines, in the summary and in SARIF', async () => {
  const { out, cwd, outputs, summary } = await act({ INPUT_SARIF: 'a.sarif' }, { 'a.yml': OFF });
  expect(out).toMatch(/^error\[exec-not-enabled\].*\n::error file=a\.yml,/s);
  expect(summary).toMatch(/^## ecs-exec-lint/);
  expect(JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
  expect(outputs).toBe('sarif=true\nexit-code=1\n');
});

test('takes the version that it came with from the registry of the machine', async () => {
  const { code, trapped } = await act({ INPUT_VERSION: manifest.version }, { 'a.yml': OFF });
  expect({ code, trapped }).toEqual({ code: 1, trapped: [] });
  expect(action.inputs.version.default).toBe(manifest.version);
});

test.each([
  ['a version that is not there', '9.9.9', 'ecs-exec-lint@9.9.9 could not be installed.'],
  ['a tag', 'latest', 'the version `latest` is neither'],
  ['a range', '^0.1.0', 'the version `^0.1.0` is neither'],
  ['another package', 'npm:another@1.2.3', 'is neither'],
  ['a folder of the checkout', 'node_modules/ecs-exec-lint', 'is neither'],
  ['a flag', '--version', 'is neither'],
  ['nothing', '', 'is neither'],
  ['a package that is not there', '/nowhere.tgz', '/nowhere.tgz could not be installed.'],
])('ends with 2 where it is asked for %s', async (_, INPUT_VERSION, said) => {
  const planted = { 'a.yml': OFF, 'a.sarif': '{}' };
  const { code, out, err, outputs, trapped } = await act({ INPUT_VERSION, INPUT_SARIF: 'a.sarif' }, planted);
  expect({ code, out, outputs, trapped }).toEqual({
    code: 2,
    out: '',
    outputs: 'exit-code=2\n',
    trapped: [],
  });
  expect(err).toContain(said);
});

test('takes flags and paths, one a line, and never as code', async () => {
  const inputs = {
    INPUT_ARGS: '--skip=exec-not-enabled\n\n--format=concise\n',
    INPUT_PATHS: 'my stack.yml\n$(touch pwned).yml\n`touch pwned`; touch pwned\n--version',
    INPUT_SUMMARY: 'false',
  };
  const { code, out, cwd, summary } = await act(inputs, { 'my stack.yml': OFF, '--version': OFF });
  expect({ code, out, summary }).toEqual({ code: 2, out: '', summary: '' });
  expect(existsSync(join(cwd, 'pwned'))).toBe(false);
  const one = await act({ INPUT_PATHS: 'my stack.yml' }, { 'my stack.yml': OFF, 'b.yml': OFF });
  expect(one.out).not.toContain('b.yml');
});

test.each([
  ['-p', '-p/a.yml', 1],
  ['-', '-/a.yml', 1],
  ['$(touch pwned)', '$(touch pwned)/a.yml', 1],
  ['missing', 'a.yml', 2],
])('checks the working directory %s', async (INPUT_WORKING_DIRECTORY, name, expected) => {
  const files = { [name]: OFF, 'broken.yml': 'Resources: [' };
  const { code, outputs, trapped, cwd } = await act({ INPUT_WORKING_DIRECTORY }, files);
  expect({ code, trapped }).toEqual({ code: expected, trapped: [] });
  expect(outputs).toBe(`exit-code=${expected}\n`);
  expect(existsSync(join(cwd, 'pwned'))).toBe(false);
});

test('leaves nothing behind, and runs no program of the checkout by its full path', async () => {
  const RUNNER_TEMP = mkdtempSync(join(folder, 'temporary-'));
  const commands = `GITHUB_WORKSPACE=$PWD PATH="$PWD/node_modules/.bin:$PATH" ${action.runs.steps[0].run.replace('bash', '/bin/bash')}`;
  const env = { GITHUB_ACTION_PATH: ROOT, INPUT_VERSION: machine.tarball, RUNNER_TEMP };
  const { code, trapped, err } = await machine.run(commands, { 'a.yml': OFF }, { env });
  expect({ code, trapped }, err).toEqual({ code: 1, trapped: [] });
  expect(readdirSync(RUNNER_TEMP)).toEqual([]);
});
