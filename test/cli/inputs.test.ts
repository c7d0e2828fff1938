import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI, folder, OFF, READY, REPOSITORY, run } from './harness.ts';
import { PERMISSIONS_HOLD, restrict, runUnprivileged } from './unprivileged.ts';

/** The files that a run found something in. */
function found(cwd: string, ...args: string[]): readonly string[] {
  const { out } = run(cwd, ['-f', 'concise', ...args]);
  return out
    .trimEnd()
    .split('\n')
    .map(line => line.split(':')[0] ?? '');
}

describe('what cannot be checked is told in one line, exit code 2', () => {
  const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
  test.each([
    ['missing.yml', undefined, 'missing.yml: file not found.'],
    ['*.yaml', undefined, 'No file matches `*.yaml`.'],
    ['empty.yml', '', 'empty.yml: it is empty.'],
    ['latin1.yml', Buffer.from('Resources:\n  A: # \xe9\n', 'latin1'), 'latin1.yml:2:8: it is not UTF-8.'],
    ['utf16.yml', utf16(OFF), 'utf16.yml: it is UTF-16, and CloudFormation reads UTF-8.'],
    ['binary.yml', Buffer.from('a\nb\0c'), 'binary.yml:2:2: it is a binary file, or UTF-16.'],
    [
      'pod.yml',
      'apiVersion: v1\nkind: Pod\n',
      'pod.yml: skipped because it is not a CloudFormation template: no resource in it has a `Type`.',
    ],
    [
      'resources.yml',
      'Resources:\n  - cpu\n',
      'resources.yml: skipped because it is not a CloudFormation template: no resource in it has a `Type`.',
    ],
  ])('%s', (name, content, line) => {
    const cwd = folder(content === undefined ? {} : { [name]: content });
    expect(run(cwd, [name])).toEqual({ code: 2, out: '', err: `ecs-exec-lint: ${line}\n` });
  });

  test('a folder without templates', () => {
    const cwd = folder({ 'notes.txt': 'hello', 'sub/data.json': '{"a": 1}' });
    mkdirSync(join(cwd, 'empty'));
    expect(run(cwd, ['empty']).err).toBe('ecs-exec-lint: No CloudFormation templates found in empty.\n');
    const { code, out, err } = run(cwd, []);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'ecs-exec-lint: No template was checked.\n' +
        'ecs-exec-lint: left out: files that are not CloudFormation templates: sub/data.json\n',
    );
  });

  test('a pipe and a device', () => {
    const cwd = folder();
    spawnSync('mkfifo', ['pipe.yml'], { cwd });
    for (const name of ['pipe.yml', '/dev/null']) {
      const { code, out, err } = run(cwd, [name]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('it is not a regular file');
    }
  });

  test('a pipe of a shell', () => {
    const { stderr } = spawnSync('bash', ['-c', `'${process.execPath}' '${CLI}' <(cat)`], {
      encoding: 'utf8',
    });
    expect(stderr).toMatch(
      /^ecs-exec-lint: \/dev\/fd\/\d+: it is not a regular file; use `-` for a pipe\.\n$/,
    );
  });

  test.runIf(PERMISSIONS_HOLD)('a file that may not be read', () => {
    const cwd = folder({ 'a.yml': OFF });
    restrict(join(cwd, 'a.yml'), 0);
    expect(runUnprivileged(cwd, ['a.yml'])).toEqual({
      code: 2,
      out: '',
      err: 'ecs-exec-lint: a.yml: permission denied.\n',
    });
  });

  test.runIf(PERMISSIONS_HOLD)('a folder in a folder that may not be read', () => {
    const cwd = folder({ 'a.yml': OFF, 'closed/b.yml': OFF });
    chmodSync(join(cwd, 'a.yml'), 0o644);
    restrict(join(cwd, 'closed'), 0);
    const { code, out, err } = runUnprivileged(cwd, ['-f', 'concise']);
    expect({ code, err }).toEqual({ code: 2, err: 'ecs-exec-lint: closed: permission denied.\n' });
    expect(out).toMatch(/^a\.yml:2:3: error/);
  });

  test('the others are checked all the same', () => {
    const cwd = folder({ 'a.yml': OFF, 'pod.yml': 'kind: Pod\n' });
    expect(run(cwd, ['a.yml', 'missing.yml']).code).toBe(2);
    expect(found(cwd, 'a.yml', 'missing.yml')).toEqual(['a.yml']);
    const skipping = run(cwd, ['a.yml', 'pod.yml']);
    expect(skipping.code).toBe(2);
    expect(skipping.err).toContain('pod.yml: skipped');
  });
});

describe('where templates are looked for', () => {
  test('below the current directory, or a folder that is named', () => {
    const cwd = folder({
      'b.yaml': OFF,
      'a.yml': OFF,
      'deep/er/c.template': OFF,
      'deep/d.json': '{"Resources": {"S": {"Type": "AWS::ECS::Service", "Properties": {}}}}',
      'deep/other.txt': OFF,
      'node_modules/x/e.yml': OFF,
      '.hidden/f.yml': OFF,
      'package.json': '{"name": "x"}',
    });
    expect(found(cwd)).toEqual(['a.yml', 'b.yaml', 'deep/d.json', 'deep/er/c.template']);
    expect(found(cwd, 'deep')).toEqual(['deep/d.json', 'deep/er/c.template']);
    expect(run(cwd, []).out).toContain('package.json');
  });

  test('in the order of paths, whatever the order given, and each once', () => {
    const cwd = folder({ 'a.yml': OFF, 'b.yml': OFF });
    symlinkSync('a.yml', join(cwd, 'c.yml'));
    expect(found(cwd, 'b.yml', './a.yml', '.', join(cwd, 'b.yml'))).toEqual(['a.yml', 'b.yml']);
  });

  test('by a pattern', () => {
    const cwd = folder({ 'a/x.yml': OFF, 'b/x.yml': OFF, 'b/y.yaml': OFF, 'we[i]rd.yml': OFF });
    expect(found(cwd, '*/x.yml')).toEqual(['a/x.yml', 'b/x.yml']);
    expect(found(cwd, '**/*.{yml,yaml}')).toHaveLength(4);
    expect(found(cwd, 'we[i]rd.yml')).toEqual(['we[i]rd.yml']);
  });

  test('not where .gitignore says so, unless it is named', () => {
    const cwd = folder({
      '.gitignore': 'out/\n*.tmp.yml\n',
      ...REPOSITORY,
      'a.yml': OFF,
      'a.tmp.yml': OFF,
      'out/b.yml': OFF,
      'out/.gitignore': 'no.yml\n',
      'out/no.yml': OFF,
      'sub/.gitignore': '*.yml\n!kept.yml\n',
      'sub/c.yml': OFF,
      'sub/kept.yml': OFF,
      'sub/kept.tmp.yml': OFF,
    });
    expect(found(cwd)).toEqual(['a.yml', 'sub/kept.yml']);
    expect(found(join(cwd, 'sub'))).toEqual(['kept.yml']);
    expect(found(cwd, 'a.tmp.yml', 'sub/c.yml')).toEqual(['a.tmp.yml', 'sub/c.yml']);
    expect(found(cwd, 'out')).toEqual(['out/b.yml']);
    expect(found(cwd, '**/*.yml')).toEqual(['a.yml', 'sub/kept.yml']);
  });

  test('nor where --ignore-pattern says so, unless it is named', () => {
    const cwd = folder({
      'a.yml': OFF,
      'b.old.yml': OFF,
      'old/c.yml': OFF,
      'deep/old/d.yml': OFF,
      'e/old.yml': OFF,
    });
    const args = ['--ignore-pattern', '*.old.yml', '--ignore-pattern', 'old/'];
    expect(found(cwd, ...args)).toEqual(['a.yml', 'e/old.yml']);
    expect(found(cwd, ...args, '**/*.yml')).toEqual(['a.yml', 'e/old.yml']);
    expect(found(cwd, ...args, 'b.old.yml')).toEqual(['b.old.yml']);
    expect(found(cwd, '--ignore-pattern=/old', 'deep')).toEqual(['deep/old/d.yml']);
  });

  test('but everywhere with --no-gitignore', () => {
    const cwd = folder({
      '.gitignore': 'out/\n',
      ...REPOSITORY,
      'a.yml': OFF,
      'out/b.yml': OFF,
      '.x/c.yml': OFF,
    });
    expect(found(cwd, '--no-gitignore')).toEqual(['a.yml', 'out/b.yml']);
    expect(found(cwd, '--no-gitignore', '**/*.yml')).toEqual(['a.yml', 'out/b.yml']);
  });

  test('a file above the current directory is called by its whole path', () => {
    const cwd = folder({ 'a.yml': OFF, 'sub/b.yml': READY });
    expect(found(join(cwd, 'sub'), '../a.yml')).toEqual([join(cwd, 'a.yml')]);
  });

  test('names with blanks, Japanese and a leading dash', () => {
    const cwd = folder({ 'my stack.yml': OFF, '雛形.yml': OFF, '-x.yml': OFF });
    expect(found(cwd)).toEqual(['-x.yml', 'my stack.yml', '雛形.yml']);
    expect(found(cwd, '--', '-x.yml')).toEqual(['-x.yml']);
  });
});

describe('--list-files', () => {
  test('lists the templates, and checks nothing', () => {
    const cwd = folder({
      'b.yml': OFF,
      'a.json': '{"Resources": {"S": {"Type": "AWS::S3::Bucket"}}}',
      'c.json': '{}',
    });
    expect(run(cwd, ['--list-files'])).toEqual({
      code: 0,
      out: 'a.json\nb.yml\n',
      err: 'ecs-exec-lint: left out: files that are not CloudFormation templates: c.json\n',
    });
    expect(run(cwd, ['--list-files', 'c.json']).code).toBe(2);
    expect(run(cwd, ['--list-files', '--fix']).err).toContain('The flag --list-files cannot be combined');
  });

  test('lists what it cannot be sure of too, and names that are no commands', () => {
    const cwd = folder({ 'a.yml': 'Resources:\n  A: {\n', '::error::\u001bb.yml': OFF });
    expect(run(cwd, ['--list-files']).out).toBe('\\u003a:error::\\u001bb.yml\na.yml\n');
  });
});

describe('with --no-error-on-unmatched-pattern', () => {
  test.each([
    ['a folder without templates', ['empty'], 0],
    ['a pattern that matches nothing', ['*.yaml'], 0],
    ['what is no template', ['pod.yml'], 0],
    ['a file that is not there', ['missing.yml'], 2],
    ['a text that does not parse', ['broken.yml'], 2],
  ])('%s', (_, inputs, code) => {
    const cwd = folder({ 'pod.yml': 'kind: Pod\n', 'broken.yml': 'Resources:\n  A: {\n' });
    mkdirSync(join(cwd, 'empty'));
    expect(run(cwd, ['--no-error-on-unmatched-pattern', ...inputs]).code).toBe(code);
  });
});

describe('standard input', () => {
  test('is a template like others', () => {
    const { code, out } = run(folder(), ['-f', 'concise', '-'], { input: OFF });
    expect(code).toBe(1);
    expect(out).toMatch(/^<stdin>:2:3: error: /);
  });

  test('is called as is wanted', () => {
    const { out } = run(folder(), ['-f', 'concise', '--stdin-filename', 'x.yml', '-'], { input: OFF });
    expect(out).toMatch(/^x\.yml:2:3: error: /);
  });

  test('is not read unless it is asked for', () => {
    expect(found(folder({ 'a.yml': OFF }))).toEqual(['a.yml']);
  });

  test('may be empty', () => {
    expect(run(folder(), ['-'])).toEqual({ code: 2, out: '', err: 'ecs-exec-lint: <stdin>: it is empty.\n' });
  });
});
