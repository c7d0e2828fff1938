import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../package.json' with { type: 'json' };
import { CLI, folder } from './cli/harness.ts';

const ROOT: string = dirname(dirname(CLI));
const WORKFLOWS: string = join(ROOT, '.github', 'workflows');

/** What is installed with the package, by its path. */
const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
);
const installed = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'));

interface Locked {
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

test('all dependencies are locked to what they were when they were chosen', () => {
  expect(installed.filter(([, each]) => each.integrity === undefined).map(([path]) => path)).toEqual([]);
});

test('few packages come with it, and none of them runs anything when it is installed', () => {
  const shipped = installed.filter(([, each]) => each.dev !== true);
  expect(shipped.length).toBeLessThanOrEqual(40);
  expect(shipped.filter(([, each]) => each.hasInstallScript).map(([path]) => path)).toEqual([]);
  for (const name of ['preinstall', 'install', 'postinstall'])
    expect(Object.keys(manifest.scripts)).not.toContain(name);
});

test('no script of a dependency runs in a clone either, and nobody is asked about one', () => {
  const scripted = installed.filter(([, each]) => each.hasInstallScript).map(([path]) => basename(path));
  expect(manifest.allowScripts).toEqual(Object.fromEntries(scripted.map(name => [name, false])));
});

test('what runs before a change lands is what `npm run check` runs, and more', () => {
  const scripts = (text: string): readonly string[] =>
    [...text.matchAll(/\bnpm (?:run )?([\w:]+)/g)].map(([, name = '']) => name);
  const ci = scripts(readFileSync(join(ROOT, '.ci', 'run'), 'utf8'));
  expect(scripts(manifest.scripts.check).length).toBeGreaterThan(3);
  expect(ci).toEqual(expect.arrayContaining([...scripts(manifest.scripts.check)]));
});

describe('the audit', () => {
  const known = (total: number): string =>
    JSON.stringify({
      metadata: { vulnerabilities: { total }, dependencies: { total: 100 } },
      vulnerabilities:
        total > 0
          ? {
              evil: {
                name: 'evil',
                severity: 'low',
                range: '<2',
                via: [{ title: 'It is.', url: 'https://x' }],
              },
            }
          : {},
    });

  test.each([
    ['passes where nothing is known', known(0), 0, 'Something is known against 0 of 100 dependencies.'],
    ['fails on whatever is known', known(1), 1, 'low: evil <2: It is. https://x'],
    ['says so when there is no answer', '{"message": "405 Not Allowed"}', 3, 'was NOT checked'],
    ['says so when the answer is nonsense', '<html>', 3, 'The registry does not answer'],
  ])('%s', (_, answer, code, line) => {
    const cwd = folder({ npm: `#!/bin/sh\ncat <<'END'\n${answer}\nEND\nexit 1\n` });
    chmodSync(join(cwd, 'npm'), 0o755);
    const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'audit.mjs')], {
      encoding: 'utf8',
      env: { PATH: `${cwd}${delimiter}${process.env.PATH}` },
    });
    expect({ status, stdout }).toEqual({ status: code, stdout: expect.stringContaining(line) });
  });
});

describe.each(readdirSync(WORKFLOWS))('the workflow %s', name => {
  const text = readFileSync(join(WORKFLOWS, name), 'utf8');
  const workflow: { permissions: unknown; jobs: Record<string, { steps: Step[] }> } = parse(text);
  const steps = Object.values(workflow.jobs).flatMap(job => job.steps);

  test('uses actions as they were when they were chosen', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const each of used) expect(each).toMatch(/@[0-9a-f]{40}$/);
  });

  test('gives its jobs no right that they do not name, and takes no input for code', () => {
    expect(workflow.permissions).toEqual({});
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

test('packages come from the workflow, by its own identity', () => {
  const { jobs } = parse(readFileSync(join(WORKFLOWS, 'release.yml'), 'utf8'));
  expect(jobs.publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  expect(JSON.stringify(jobs)).not.toMatch(/secrets\./);
  const commands: string[] = jobs.publish.steps.flatMap((each: Step) => each.run ?? []);
  expect(commands.at(-1)).toMatch(/^npm publish --provenance .*--ignore-scripts$/);
});

test('where weaknesses are reported is said', () => {
  expect(existsSync(join(ROOT, 'SECURITY.md'))).toBe(true);
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('(SECURITY.md)');
});
