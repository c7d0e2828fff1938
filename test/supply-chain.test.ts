import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  expect(shipped.length).toBeLessThanOrEqual(25);
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

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}

test.each(readdirSync(WORKFLOWS))(
  'the workflow %s gives its jobs no permission that they do not name',
  name => {
    const { permissions, jobs } = parse(readFileSync(join(WORKFLOWS, name), 'utf8'));
    expect(permissions).toEqual({});
    const steps: readonly Step[] = Object.values<{ steps: Step[] }>(jobs).flatMap(job => job.steps);
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  },
);

describe('a release', () => {
  const { check, publish } = parse(readFileSync(join(WORKFLOWS, 'release.yml'), 'utf8')).jobs;
  const scriptOf = (steps: readonly Step[], wanted: (step: Step) => boolean): string =>
    steps.find(wanted)?.run ?? 'exit 99';
  const bash = (script: string, cwd: string, env: Readonly<Record<string, string>> = {}): number | null =>
    spawnSync('bash', ['-e', '-c', script], { cwd, env: { PATH: process.env.PATH ?? '', ...env } }).status;

  test('is published by the workflow itself, and by nothing that runs code of the repository', () => {
    expect(publish.permissions).toEqual({ 'id-token': 'write' });
    expect(publish.needs).toBe('check');
    expect(JSON.stringify([check, publish])).not.toMatch(/secrets\./);
    const actions = publish.steps.flatMap(({ uses }: Step) => uses?.split('@')[0] ?? []);
    expect(actions).toEqual(['actions/download-artifact', 'actions/setup-node']);
    const commands: readonly string[] = publish.steps.flatMap(({ run }: Step) => run ?? []);
    expect(commands.map(each => each.split(' ').slice(0, 2).join(' '))).toEqual([
      'echo "$SHA256',
      'npm publish',
    ]);
    expect(commands.at(-1)).toMatch(/^npm publish "\.\/\$PACKAGE" --provenance .*--ignore-scripts$/);
  });

  test('is made of a commit on main', () => {
    const script = scriptOf(check.steps, ({ name }) => name === 'Is this commit on main?');
    const origin = folder({ 'a.txt': 'a' });
    const git = (cwd: string, ...args: string[]): void => {
      const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main'];
      expect(spawnSync('git', [...who, ...args], { cwd }).status, args.join(' ')).toBe(0);
    };
    git(origin, 'init');
    git(origin, 'add', '.');
    git(origin, 'commit', '-m', 'first');
    git(origin, 'commit', '--allow-empty', '-m', 'second');
    git(origin, 'checkout', '-b', 'side', 'HEAD~1');
    git(origin, 'commit', '--allow-empty', '-m', 'not on main');
    const clone = folder();
    git(clone, 'clone', origin, '.');
    const codes = ['origin/main', 'origin/main~1', 'origin/side'].map(commit => {
      git(clone, 'checkout', '--detach', commit);
      return bash(script, clone);
    });
    expect(codes).toEqual([0, 0, 1]);
  });

  test('is the very package that was tested', () => {
    const temporary = folder();
    const output = join(temporary, 'output');
    const pack = scriptOf(check.steps, ({ id }) => id === 'pack');
    expect(bash(pack, ROOT, { RUNNER_TEMP: temporary, GITHUB_OUTPUT: output })).toBe(0);
    const { package: name = '', sha256 = '' } = Object.fromEntries(
      readFileSync(output, 'utf8')
        .trim()
        .split('\n')
        .map(line => line.split('=')),
    );
    const is = scriptOf(publish.steps, ({ name }) => name === 'Is this the package that was tested?');
    const env = { PACKAGE: name, SHA256: sha256 };
    expect(bash(is, temporary, env)).toBe(0);
    writeFileSync(join(temporary, name), 'another');
    expect(bash(is, temporary, env)).toBe(1);
    const commands: readonly string[] = check.steps.flatMap(({ run }: Step) => run ?? []);
    expect(commands).toEqual(
      expect.arrayContaining(['.ci/run', 'npm run test:pack -- "$RUNNER_TEMP/$PACKAGE"']),
    );
  });
});

describe('what a release consists of beside the package', () => {
  const jobs = parse(readFileSync(join(WORKFLOWS, 'release.yml'), 'utf8')).jobs;
  const scriptOf = (job: string, wanted: (step: Step) => boolean): string =>
    jobs[job].steps.find(wanted)?.run ?? 'exit 99';
  const DIGEST = `sha256:${'a'.repeat(64)}`;

  test('is built and run where nothing may be published, and published where nothing of the repository runs', () => {
    expect(jobs.image.permissions).toEqual({ contents: 'read' });
    for (const [name, writes] of [
      ['release', { contents: 'write' }],
      ['push-image', { packages: 'write' }],
    ] as const) {
      expect(jobs[name].permissions).toEqual({ attestations: 'write', 'id-token': 'write', ...writes });
      expect(jobs[name].needs).toContain('publish');
      const actions = jobs[name].steps.flatMap(({ uses }: Step) => uses?.split('@')[0] ?? []);
      expect(actions).toEqual(['actions/download-artifact', 'actions/attest-build-provenance']);
      const commands: string = jobs[name].steps.map(({ run = '' }: Step) => run).join('\n');
      expect(commands).not.toMatch(/\b(?:npm|npx|node|bash|sh|docker run)\b/);
    }
  });

  /** Runs a step with a docker that writes down what it is asked for. */
  function withDocker(
    script: string,
    digest: string,
  ): { readonly code: number | null; readonly asked: string } {
    const docker = `#!/bin/sh\necho "$*" >>asked\n[ "$2" != imagetools ] || echo '${digest}'\n`;
    const cwd = folder({ 'bin/docker': docker, Dockerfile: readFileSync(join(ROOT, 'Dockerfile')) });
    chmodSync(join(cwd, 'bin', 'docker'), 0o755);
    const env = {
      PATH: `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`,
      GITHUB_REF_NAME: 'v1.2.3',
      GITHUB_SHA: 'b'.repeat(40),
      GITHUB_REPOSITORY: 'Owner/ecs-exec-lint',
      GITHUB_OUTPUT: join(cwd, 'output'),
    };
    const { status } = spawnSync('bash', ['-e', '-c', script], { cwd, env });
    return { code: status, asked: readFileSync(join(cwd, 'asked'), 'utf8') };
  }

  test('is an image upon the digest of its base, or none', () => {
    const script = scriptOf('image', ({ name }) => name === 'Build it');
    const { code, asked } = withDocker(script, DIGEST);
    expect(code).toBe(0);
    expect(asked).toContain(`--build-arg BASE=node:24-alpine@${DIGEST} `);
    expect(asked).toContain(`org.opencontainers.image.base.digest=${DIGEST} `);
    expect(withDocker(script, '').code).toBe(1);
    expect(withDocker(script, 'latest').asked).not.toContain('build --pull');
  });

  test('is pushed by the name of the repository, as registries take it', () => {
    const { code, asked } = withDocker(
      scriptOf('push-image', ({ id }) => id === 'push'),
      DIGEST,
    );
    expect(code).toBe(0);
    expect(asked).toContain('push ghcr.io/owner/ecs-exec-lint:1.2.3\n');
  });

  test('is a list of checksums that can be checked', () => {
    const cwd = folder({ 'a.tgz': 'a' });
    const sum = spawnSync('sha256sum', ['a.tgz'], { cwd, encoding: 'utf8' }).stdout.split(' ')[0] ?? '';
    const script = scriptOf('release', ({ name }) => name === 'Is this the package that was tested?');
    const check = (SHA256: string): number | null =>
      spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
        cwd,
        env: { PATH: process.env.PATH, PACKAGE: 'a.tgz', SHA256 },
      }).status;
    expect(check('0'.repeat(64))).toBe(1);
    expect(check(sum)).toBe(0);
    expect(spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd }).status).toBe(0);
  });
});

describe('new facts', () => {
  const { generate, propose } = parse(readFileSync(join(WORKFLOWS, 'facts.yml'), 'utf8')).jobs;

  test('are made by one job, and proposed by another that runs no code of the repository', () => {
    expect(generate.permissions).toEqual({ contents: 'read' });
    expect(propose.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
    expect(propose.needs).toBe('generate');
    const actions = propose.steps.flatMap(({ uses }: Step) => uses?.split('@')[0] ?? []);
    expect(actions).toEqual(['actions/checkout', 'actions/download-artifact']);
    const commands: readonly string[] = propose.steps.flatMap(({ run }: Step) => run?.split('\n') ?? []);
    expect(commands.filter(each => /\b(?:npm|npx|node|bash|sh)\b/.test(each))).toEqual([]);
  });

  test.each([
    [['src/iam/aws-managed-policies.facts.json'], 0],
    [['scripts/facts/package-lock.json', 'scripts/facts/package.json', 'test/facts/a.facts.json'], 0],
    [['src/iam/aws-managed-policies.facts.json', 'src/iam/arn.ts'], 1],
    [['package.json'], 1],
    [['.github/workflows/a.facts.json'], 1],
  ])('may change %j: %d', (files, code) => {
    const temporary = folder();
    const patch = files.map(each => `--- a/${each}\n+++ b/${each}\n@@ -1 +1 @@\n-a\n+b\n`).join('');
    writeFileSync(join(temporary, 'facts.patch'), patch);
    const script: string = propose.steps.find(({ name = '' }: Step) => name.startsWith('Does it')).run;
    const env = { PATH: process.env.PATH ?? '', RUNNER_TEMP: temporary };
    expect(spawnSync('bash', ['-e', '-c', script], { cwd: temporary, env }).status).toBe(code);
  });

  test('come from packages that are locked, without the address of a registry, and run nothing', () => {
    const read = (name: string): Readonly<Record<string, Readonly<Record<string, Locked>>>> =>
      JSON.parse(readFileSync(join(ROOT, 'scripts', 'facts', name), 'utf8'));
    const locked = Object.entries(read('package-lock.json').packages ?? {}).filter(([path]) => path !== '');
    expect(locked.length).toBeGreaterThan(4);
    expect(locked.filter(([, each]) => !each.integrity && !('inBundle' in each))).toEqual([]);
    expect(JSON.stringify(locked)).not.toContain('"resolved"');
    for (const version of Object.values(read('package.json').devDependencies ?? {}))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

test('where weaknesses are reported is said', () => {
  expect(existsSync(join(ROOT, 'SECURITY.md'))).toBe(true);
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('(SECURITY.md)');
});
