import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { CLI, folder, OFF, READY, type Run } from '../cli/harness.ts';

const ROOT: string = dirname(dirname(CLI));
const dockerfile: string = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');

/** What an instruction of the Dockerfile is given. */
function instruction(name: string): string {
  const [, ...found] = new RegExp(`^${name} (.+)$`, 'm').exec(dockerfile) ?? [];
  return found.join('');
}

const HAS_BUILDAH =
  process.getuid?.() === 0 && ['buildah', 'busybox'].every(each => spawnSync(each, ['--help']).status === 0);
if (!HAS_BUILDAH)
  console.warn(
    'SKIPPED: buildah is not there, or not run by root: the steps of the Dockerfile were run in a folder.',
  );

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-image-'));
  cpSync(join(ROOT, 'Dockerfile'), join(work, 'Dockerfile'));
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', work], { cwd: ROOT });
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('the image runs as nobody who may write, and needs no more than it says', () => {
  expect(instruction('USER')).toBe('1000:1000');
  expect(instruction('FROM')).toBe('${BASE}');
  // Only the package gets into the image, whatever lies beside it.
  expect(readFileSync(join(ROOT, '.dockerignore'), 'utf8')).toBe('*\n!ecs-exec-lint-*.tgz\n');
});

/** What repositories hold, and the exit code. */
const REPOSITORIES: readonly (readonly [string, Readonly<Record<string, string>>, number, RegExp])[] = [
  ['clean', { 'ready.yml': READY }, 0, /^$/],
  ['found', { 'テンプレート.yml': OFF }, 1, /^テンプレート\.yml:2:3: error: .* \[exec-not-enabled\]$/m],
  ['broken', { 'broken.yml': 'Resources: [' }, 2, /parse-error/],
];

describe.runIf(HAS_BUILDAH)('the image, built by buildah upon the Node.js of this machine', () => {
  const buildah = (...args: readonly string[]): Run => {
    const roots = ['--storage-driver', 'vfs', '--root', join(work, 'root'), '--runroot', join(work, 'run')];
    const { status, stdout, stderr } = spawnSync('buildah', [...roots, ...args], { encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  };
  const done = (...args: readonly string[]): string => {
    const { code, out, err } = buildah(...args);
    expect(code, `buildah ${args.join(' ')}: ${err}`).toBe(0);
    return out.trim();
  };
  let container: string;

  beforeAll(() => {
    const base = done('from', 'scratch');
    layBase(done('mount', base));
    done('config', '--env', 'PATH=/usr/local/bin:/usr/bin:/bin', base);
    done('umount', base);
    done('commit', '--quiet', base, 'localhost/node');
    const args = ['--build-arg', 'BASE=localhost/node', '--tag', 'localhost/ecs-exec-lint', work];
    done('build', '--isolation', 'chroot', ...args);
    container = done('from', 'localhost/ecs-exec-lint');
  });
  afterAll(() => {
    buildah('rm', '--all');
    buildah('rmi', '--all', '--force');
  });

  /** A folder that others may read, as checkouts are. */
  const checkout = (files: Readonly<Record<string, string>> = {}): string => {
    const cwd = folder(files);
    chmodSync(cwd, 0o755);
    return cwd;
  };
  const run = (cwd: string, ...args: readonly string[]): Run => {
    const image = JSON.parse(done('inspect', '--type', 'image', 'localhost/ecs-exec-lint'));
    const entry: readonly string[] = image.OCIv1.config.Entrypoint;
    return buildah(
      'run',
      '--isolation',
      'chroot',
      '--volume',
      `${cwd}:/work:ro`,
      container,
      '--',
      ...entry,
      ...args,
    );
  };

  test('has this version, and runs as a user who may not write', () => {
    expect(run(checkout(), '--version').out).toBe(`${manifest.version}\n`);
    expect(done('run', '--isolation', 'chroot', container, '--', 'id', '-u')).toBe('1000');
    expect(
      buildah('run', '--isolation', 'chroot', container, '--', 'mkdir', '/opt/ecs-exec-lint/new').code,
    ).not.toBe(0);
  });

  test.each(REPOSITORIES)('checks what is mounted: %s', (_, files, expected, says) => {
    const cwd = checkout(files);
    const { code, out, err } = run(cwd, '-f', 'concise');
    expect(code, err).toBe(expected);
    expect(out).toMatch(says);
    expect(run(cwd, '--lang', 'ja').code).toBe(expected);
  });
});

/** Node.js with what it loads, a shell and a user: what the base image has. */
function layBase(root: string): void {
  const node = process.execPath;
  const libraries = execFileSync('ldd', [node], { encoding: 'utf8' }).match(/(?<=\s)\/\S+/g) ?? [];
  const busybox = execFileSync('sh', ['-c', 'command -v busybox'], { encoding: 'utf8' }).trim();
  const put = (from: string, to: string): void => {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    cpSync(from, join(root, to), { dereference: true });
  };
  put(node, 'usr/local/bin/node');
  for (const each of libraries) put(each, each);
  put(busybox, 'bin/busybox');
  mkdirSync(join(root, 'usr', 'bin'), { recursive: true });
  for (const name of ['sh', 'ln', 'id', 'mkdir']) symlinkSync('busybox', join(root, 'bin', name));
  symlinkSync('/bin/busybox', join(root, 'usr', 'bin', 'env'));
  mkdirSync(join(root, 'tmp'), { mode: 0o777 });
  mkdirSync(join(root, 'etc'));
  writeFileSync(join(root, 'etc', 'passwd'), 'node:x:1000:1000::/:/bin/sh\n');
}

describe('the steps of the Dockerfile, in a folder', () => {
  let root: string;
  beforeAll(() => {
    root = join(work, 'folder');
    const [, target = ''] = instruction('ADD').split(' ');
    for (const name of [target, 'usr/local/bin']) mkdirSync(join(root, name), { recursive: true });
    const [tarball = ''] = readdirSync(work).filter(each => each.endsWith('.tgz'));
    execFileSync('tar', ['-xzf', join(work, tarball), '-C', join(root, target)]);
    execFileSync('sh', ['-ec', instruction('RUN').replace(/ \//g, ` ${root}/`)]);
  });

  test.each(REPOSITORIES)('%s', (_, files, expected, says) => {
    const [entry = ''] = JSON.parse(instruction('ENTRYPOINT'));
    const cwd = folder(files);
    const program = join(root, 'usr', 'local', 'bin', entry);
    const { status, stdout, stderr } = spawnSync(program, ['-f', 'concise'], { cwd, encoding: 'utf8' });
    expect(status, stderr).toBe(expected);
    expect(stdout).toMatch(says);
  });
});
