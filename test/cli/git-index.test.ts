import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesInIndex } from '../../src/cli/files/git-index.ts';
import { folder } from './harness.ts';

const HAS_GIT = spawnSync('git', ['--version']).status === 0;
if (!HAS_GIT) console.warn('SKIPPED: there is no git on this machine, so no index of its own was read.');

const NAMES = ['a.yml', 'b/c.json', 'b/d.txt', 'b/deeper/e.template', 'b/日本.yml'];

function git(cwd: string, ...args: string[]): void {
  const config = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main'];
  const { status, stderr } = spawnSync('git', [...config, ...args], { cwd, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

function repository(names: readonly string[], ...args: string[]): string {
  const cwd = folder(Object.fromEntries(names.map(each => [each, each])));
  git(cwd, 'init', '--quiet', ...args);
  git(cwd, 'add', '.');
  return cwd;
}

const read = (cwd: string): readonly string[] | undefined =>
  namesInIndex(readFileSync(join(cwd, '.git', 'index')), () => true);

describe.skipIf(!HAS_GIT)('an index that git wrote', () => {
  test.each(['2', '3', '4'])('of version %s', version => {
    const cwd = repository(NAMES);
    git(cwd, 'update-index', '--index-version', version);
    expect(read(cwd)).toEqual(NAMES);
    writeFileSync(join(cwd, 'new.yml'), 'x');
    git(cwd, 'add', '--intent-to-add', 'new.yml');
    git(cwd, 'update-index', '--skip-worktree', 'a.yml');
    expect(read(cwd)).toEqual([...NAMES, 'new.yml']);
  });

  test('with names longer than its length field holds', () => {
    const cwd = repository(['a.yml', `${'long/'.repeat(700)}f.yml`]);
    expect(read(cwd)).toEqual(['a.yml', `${'long/'.repeat(700)}f.yml`]);
  });

  test('of SHA-256', () => {
    expect(read(repository(NAMES, '--object-format=sha256'))).toEqual(NAMES);
  });

  test('with extensions', () => {
    const cwd = repository(NAMES);
    git(cwd, 'commit', '--quiet', '-m', 'x');
    git(cwd, 'status');
    expect(read(cwd)).toEqual(NAMES);
  });

  test('that is empty', () => {
    const cwd = repository(NAMES);
    git(cwd, 'rm', '-r', '--quiet', '--cached', '.');
    expect(read(cwd)).toEqual([]);
  });

  test('that is split is not known', () => {
    const cwd = repository(NAMES);
    git(cwd, 'update-index', '--split-index');
    expect(read(cwd)).toBeUndefined();
  });

  test('that is sparse has no names for folders', () => {
    const cwd = repository(['a.yml', 'in/b.yml', 'out/c.yml']);
    git(cwd, 'commit', '--quiet', '-m', 'x');
    git(cwd, 'sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
    expect(readFileSync(join(cwd, '.git', 'index'), 'latin1')).toContain('sdir');
    expect(read(cwd)).toEqual(['a.yml', 'in/b.yml']);
  });
});

/** An index of version 2 to 4, with an entry for each name. */
function index(version: number, names: readonly string[], extensions: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.from('DIRC\0\0\0\0\0\0\0\0', 'latin1');
  header.writeUInt32BE(version, 4);
  header.writeUInt32BE(names.length, 8);
  const entries = names.map(name => {
    const fixed = Buffer.alloc(62);
    fixed.writeUInt32BE(0o100644, 24);
    const written = Buffer.from(name);
    fixed.writeUInt16BE(Math.min(written.length, 0xfff), 60);
    const padding = 8 - ((62 + written.length) % 8);
    return Buffer.concat([fixed, written, Buffer.alloc(padding)]);
  });
  return Buffer.concat([header, ...entries, extensions, Buffer.alloc(20)]);
}

function extension(signature: string, size = 4): Buffer {
  const header = Buffer.from(`${signature}\0\0\0\0`, 'latin1');
  header.writeUInt32BE(size, 4);
  return Buffer.concat([header, Buffer.alloc(size)]);
}

describe('a strange index is not known', () => {
  const whole = index(2, NAMES, extension('TREE'));
  const huge = Buffer.from(whole);
  huge.writeUInt32BE(0xffffffff, 8);
  const endless = Buffer.from(index(2, ['a.yml'], extension('TREE')));
  endless.writeUInt32BE(0xfffffff0, endless.length - 28);

  test('but a whole one is', () => {
    expect(namesInIndex(whole, name => !name.endsWith('.txt'))).toEqual(
      NAMES.filter(each => each !== 'b/d.txt'),
    );
    expect(namesInIndex(index(2, []), () => true)).toEqual([]);
  });

  test.each<[string, Buffer]>([
    ['empty', Buffer.alloc(0)],
    ['something else', Buffer.from('x'.repeat(500))],
    ['of version 1', index(1, NAMES)],
    ['of version 5', index(5, NAMES)],
    ['cut', whole.subarray(0, -30)],
    ['longer than it says', Buffer.concat([whole, Buffer.alloc(3)])],
    ['with more entries than bytes', huge],
    ['with an extension that must be understood', index(2, NAMES, extension('link'))],
    ['with an extension that never ends', endless],
    ['with a name that no path has', index(2, [`${'x'.repeat(5000)}.yml`])],
    ['with extended flags where there are none', flagged(index(2, ['a.yml']))],
  ])('%s', (_, bytes) => {
    expect(namesInIndex(bytes, () => true)).toBeUndefined();
  });

  test('whatever its bytes, it is read without a fault', () => {
    const header = fc.constantFrom(2, 3, 4).map(version => index(version, NAMES).subarray(0, 12));
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const names = namesInIndex(Buffer.concat([start, rest]), () => true);
        expect(names === undefined || names.length === NAMES.length).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        namesInIndex(changed, () => true);
      }),
    );
  });

  test('names that grow from entry to entry do not fill the memory', () => {
    const entry = (name: string): Buffer =>
      Buffer.concat([Buffer.alloc(62), Buffer.from([0]), Buffer.from(`${name}\0`)]);
    const header = index(4, []).subarray(0, 12);
    const many = 400_000;
    header.writeUInt32BE(many, 8);
    const all = [entry('x'.repeat(4000)), ...Array.from({ length: many - 1 }, () => entry(''))];
    const bytes = Buffer.concat([header, ...all, Buffer.alloc(20)]);
    const before = process.memoryUsage().heapUsed;
    expect(namesInIndex(bytes, () => true)).toBeUndefined();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
  });
});

function flagged(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt16BE(0x4005, 12 + 60);
  return changed;
}
