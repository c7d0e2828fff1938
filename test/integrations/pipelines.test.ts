import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder, OFF, READY } from '../cli/harness.ts';
import { Machine } from './machine.ts';
import { commandsOnPage, RECIPES, recipeOf, WORKFLOW } from './recipes.ts';

/** What a checkout holds, the exit code that a pipeline has to end with, and what a report has in it. */
const REPOSITORIES: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  code: number,
  says: RegExp,
])[] = [
  ['clean', { 'templates/ready.yml': READY }, 0, /./],
  ['found', { 'templates/-テンプレート.yml': OFF }, 1, /exec-not-enabled/],
  ['broken', { 'templates/broken.yml': 'Resources: [' }, 2, /parse-error/],
];

let machine: Machine;
beforeAll(async () => {
  machine = await Machine.start();
});
afterAll(() => machine.stop());

/** Commands with the packed tarball in place of what is published. */
const withTarball = (commands: string): string => {
  expect(commands).toMatch(/ecs-exec-lint@[\d.]+/);
  return commands.replace(/ecs-exec-lint@[\d.]+/g, machine.tarball);
};

/** At once, since most of an installation is waiting. */
async function onEach(ran: (...repository: (typeof REPOSITORIES)[number]) => Promise<void>): Promise<void> {
  await Promise.all(REPOSITORIES.map(each => ran(...each)));
}

describe.each(RECIPES)('the recipe for $name', ({ commands, shell, env, reports }) => {
  test('with the packed tarball: 0 for a clean repository, 1 for a finding, 2 for a broken template', async () => {
    await onEach(async (what, files, expected, says) => {
      const temporary = folder();
      // What a machine in Japan sets changes nothing.
      const variables = { ...env(temporary), LANG: 'ja_JP.UTF-8' };
      const ran = await machine.run(withTarball(commands), files, { env: variables, shell });
      const { code, out, err, cwd, trapped } = ran;
      // Nothing is taken of the checkout but templates.
      expect({ what, code, trapped }, err).toEqual({ what, code: expected, trapped: [] });
      if (expected === 1) expect(out).toMatch(/^(?:error\[exec-not-enabled\]|::error )/m);
      for (const name of reports(temporary)) expect(readFileSync(resolve(cwd, name), 'utf8')).toMatch(says);
    });
  });

  test('fails for what it is when nothing can be installed', async () => {
    const files = { 'templates/a.yml': OFF };
    const circumstances = { env: env(folder()), shell, isRegistryEmpty: true };
    const { code, trapped, err } = await machine.run(commands, files, circumstances);
    expect({ code, trapped }).toEqual({ code: 2, trapped: [] });
    expect(err).toContain('E404');
  });
});

test('all READMEs show the same one, which also takes what is published', async () => {
  expect(recipeOf('README.md')).toContain('--ignore-scripts');
  expect(recipeOf('README.ja.md')).toBe(recipeOf('README.md'));
  const { code, err } = await machine.run(recipeOf('README.md'), { 'templates/a.yml': OFF });
  expect(code, err).toBe(1);
});

test('that for GitHub uploads a report that the checkout cannot hold', () => {
  expect(WORKFLOW[1]?.run).toContain('-f "sarif=$RUNNER_TEMP/ecs-exec-lint.sarif"');
  expect(WORKFLOW[2]?.with.sarif_file).toBe('${{ runner.temp }}/ecs-exec-lint.sarif');
});

describe('what the page puts in place of the last line', () => {
  const [install = ''] = (WORKFLOW[1]?.run ?? '').split('"$node" "$tool/');

  test('reviewdog gets a report, and the exit code stays', async () => {
    const bin = folder({ reviewdog: '#!/bin/sh\necho "reviewdog $*" && cat\n' });
    chmodSync(join(bin, 'reviewdog'), 0o755);
    const commands = withTarball(install) + commandsOnPage('## reviewdog');
    await onEach(async (what, files, expected, says) => {
      const env = { RUNNER_TEMP: folder(), PATH: `${bin}:${process.env.PATH}` };
      const { code, out, err, trapped } = await machine.run(commands, files, { env, shell: ['bash', '-e'] });
      expect({ what, code, trapped }, err).toEqual({ what, code: expected, trapped: [] });
      const [first, ...json] = out.slice(out.indexOf('reviewdog -f')).split('\n');
      expect(first).toBe('reviewdog -f=rdjson -reporter=github-pr-review');
      expect(JSON.parse(json.join('\n'))).toMatchObject({ source: { name: 'ecs-exec-lint' } });
      expect(json.join('\n')).toMatch(says);
    });
  });

  test('the problem matcher is in the package', async () => {
    const commands =
      withTarball(install) +
      commandsOnPage(
        'Steps that print the `concise` format can use the problem matcher. Instead of the last line above:',
      );
    const { code, out, err } = await machine.run(commands, { 'a.yml': OFF }, { shell: ['bash', '-e'] });
    expect(code, err).toBe(1);
    const [, added = ''] = /^::add-matcher::(.*)$/m.exec(out) ?? [];
    expect(JSON.parse(readFileSync(added, 'utf8')).problemMatcher).toHaveLength(1);
    expect(out).toMatch(/^a\.yml:2:3: error: .* \[exec-not-enabled\]$/m);
  });
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
