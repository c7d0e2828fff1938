import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES } from '../../src/cli/core/formats.ts';
import { CLI, FAULTY, folder, OFF, READY, REPOSITORY, type Run, run } from './harness.ts';
import { PERMISSIONS_HOLD, runUnprivileged } from './unprivileged.ts';

const NOTES = 'My own notes.\n';

const text = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

/** One clear line, and nothing else: no report, no fix. */
function expectRefused({ code, out, err }: Run, why: string): void {
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: `ecs-exec-lint: ${why}\n` });
}

/** Runs a script of a shell, in which `$LINT` is the command line. */
function shell(cwd: string, script: string, env: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LINT: `${process.execPath} ${CLI}`, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('a discovered configuration cannot write reports to files', () => {
  const LINES = [
    'ecs-exec-lint: $: The setting `format` of a discovered configuration cannot name a file: `concise=notes.txt`.',
    'ecs-exec-lint: Use --format concise=notes.txt, or pass the configuration with --config.',
    '',
  ];

  const refused = (place: string): Run => ({
    code: 2,
    out: '',
    err: LINES.join('\n').replace('$', place),
  });

  test.each([
    ['.ecs-exec-lint.yml', 'format: ["concise=notes.txt"]\n', '1:10'],
    ['.ecs-exec-lint.yml', 'exec: required\nformat:\n  - pretty\n  - concise=notes.txt\n', '4:5'],
    ['.ecs-exec-lint.yaml', 'format: concise=notes.txt', '1:9'],
    ['.ecs-exec-lint.json', '{"format": "concise=notes.txt"}', '1:12'],
    ['package.json', '{"ecs-exec-lint": {"format": ["concise=notes.txt"]}}', '1:31'],
  ])('%s: %s', (name, config, place) => {
    const cwd = folder({ ...REPOSITORY, [name]: config, 'a.yml': OFF, 'notes.txt': NOTES, 'sub/b.yml': OFF });
    expect(run(cwd, ['--fix', '--overwrite'])).toEqual(refused(`${name}:${place}`));
    expect(run(join(cwd, 'sub'), []).code).toBe(2);
    expect(text(cwd, 'notes.txt')).toBe(NOTES);
    expect(text(cwd, 'a.yml')).toBe(OFF);
  });

  test.each([
    [[]],
    [['--fix']],
    [['--print-config']],
    [['--list-files']],
    [['-f', 'json']],
    [['--overwrite']],
  ])('with the flags %j', args => {
    const config = '{"ecs-exec-lint": {"format": ["concise=notes.txt"]}}';
    const cwd = folder({ ...REPOSITORY, 'package.json': config, 'a.yml': OFF, 'notes.txt': NOTES });
    expect(run(cwd, args)).toEqual(refused('package.json:1:31'));
    expect(text(cwd, 'notes.txt')).toBe(NOTES);
    expect(text(cwd, 'a.yml')).toBe(OFF);
  });

  test('one that somebody names does, and keeps to the same rules', () => {
    const cwd = folder({ 'ci.yml': 'format: ["json=out/report.json", "concise=notes.txt"]\n', 'a.yml': OFF });
    const args = ['-c', 'ci.yml', 'a.yml'];
    expect(run(cwd, args)).toMatchObject({ code: 1, err: '' });
    expect(run(cwd, args)).toMatchObject({ code: 1, err: '' });
    expect(text(cwd, 'notes.txt')).toMatch(/^a\.yml:2:3: error: /);
    writeFileSync(join(cwd, 'notes.txt'), NOTES);
    expectRefused(
      run(cwd, args),
      'notes.txt: no report was written: it is not an earlier concise report (--overwrite replaces it).',
    );
    expect(text(cwd, 'notes.txt')).toBe(NOTES);
    expect(run(cwd, [...args, '--overwrite']).code).toBe(1);
  });
});

describe('a report goes to a file', () => {
  test('that is new, empty or an earlier report, in every format', () => {
    const cwd = folder({ 'a.yml': FAULTY, 'b.yml': READY });
    for (const format of FORMAT_NAMES) writeFileSync(join(cwd, `empty-${format}`), '');
    const into = (prefix: string): string[] =>
      FORMAT_NAMES.flatMap(format => ['-f', `${format}=${prefix}${format}`]);
    const texts = (prefix: string): readonly string[] =>
      FORMAT_NAMES.map(format => text(cwd, prefix + format));
    const flags = into('report-');
    expect(run(cwd, [...flags, ...into('empty-'), 'a.yml'])).toMatchObject({ code: 1, err: '' });
    const first = texts('report-');
    expect(texts('empty-')).toEqual(first);
    for (const args of [
      ['b.yml'],
      ['a.yml', '--pedantic', '--lang', 'ja', '--color', 'always'],
      ['a.yml', '--diff'],
      ['a.yml'],
    ])
      expect(run(cwd, [...flags, ...args])).toMatchObject({
        code: expect.any(Number),
        err: expect.not.stringContaining('no report'),
      });
    expect(texts('report-')).toEqual(first);
    expect(run(cwd, [...flags, 'a.yml', '--fix'])).toMatchObject({ err: '' });
    expect(run(cwd, [...flags, 'a.yml'])).toMatchObject({ err: '' });
  });

  test.each(FORMAT_NAMES)('and not to one that holds something else, unless that is wanted: %s', format => {
    const cwd = folder({ 'a.yml': OFF, notes: NOTES });
    const args = ['-f', `${format}=notes`, '-f', 'concise=other', '--fix', 'a.yml'];
    expectRefused(
      run(cwd, args),
      `notes: no report was written: it is not an earlier ${format} report (--overwrite replaces it).`,
    );
    expect(text(cwd, 'notes')).toBe(NOTES);
    expect(text(cwd, 'a.yml')).toBe(OFF);
    expect(existsSync(join(cwd, 'other'))).toBe(false);
    expect(run(cwd, ['--overwrite', ...args])).toMatchObject({ code: 0, err: '' });
    expect(text(cwd, 'notes')).not.toContain('My own notes');
  });

  test('nor to an earlier report in another format', () => {
    const cwd = folder({ 'a.yml': OFF });
    run(cwd, ['-f', 'json=report', 'a.yml']);
    expect(run(cwd, ['-f', 'sarif=report', 'a.yml']).code).toBe(2);
    expect(JSON.parse(text(cwd, 'report')).version).toBe(1);
  });

  test('nor to one that holds nothing, but more than a megabyte of it', () => {
    const cwd = folder({ 'a.yml': OFF, notes: ' '.repeat(3_000_000) });
    expect(run(cwd, ['-f', 'json=notes', 'a.yml']).code).toBe(2);
  });

  test('that keeps its mode and its other names', () => {
    const cwd = folder({ 'a.yml': OFF, report: '' });
    chmodSync(join(cwd, 'report'), 0o640);
    linkSync(join(cwd, 'report'), join(cwd, 'other'));
    expect(run(cwd, ['-f', 'json=report', 'a.yml'])).toMatchObject({ code: 1, err: '' });
    expect(text(cwd, 'other')).toBe(text(cwd, 'report'));
    expect(statSync(join(cwd, 'report')).mode & 0o777).toBe(0o640);
  });

  test('in folders that it creates', () => {
    const cwd = folder({ 'a.yml': OFF });
    expect(run(cwd, ['-f', 'json=out/of/reports/a.json', '-f', 'junit=out/b.xml', 'a.yml'])).toMatchObject({
      code: 1,
      err: '',
    });
    expect(JSON.parse(text(cwd, 'out/of/reports/a.json')).version).toBe(1);
    expect(text(cwd, 'out/b.xml')).toMatch(/^<\?xml/);
  });

  test('whose folder is behind a link', () => {
    const cwd = folder({ 'a.yml': OFF, 'real/x': '' });
    symlinkSync('real', join(cwd, 'link'));
    expect(run(cwd, ['-f', 'json=link/new/a.json', 'a.yml'])).toMatchObject({ code: 1, err: '' });
    expect(existsSync(join(cwd, 'real/new/a.json'))).toBe(true);
  });

  test.each([
    ['a folder', 'dir', 'it is a directory'],
    ['what is to be a folder', 'new/', 'it is a directory'],
    ['a file in a file', 'file/x.json', 'file is not a folder'],
    ['a file far below a file', 'file/of/x.json', 'file is not a folder'],
    ['a link to a file', 'link', 'it is a link to another file'],
    ['a link to nowhere', 'nowhere', 'it is a link to another file'],
    ['a file below a link to nowhere', 'nowhere/x.json', 'file not found'],
  ])('and not to %s', (_, name, why) => {
    const cwd = folder({ 'a.yml': OFF, 'dir/x': '', file: '', target: '' });
    symlinkSync('target', join(cwd, 'link'));
    symlinkSync('gone', join(cwd, 'nowhere'));
    for (const args of [[], ['--overwrite'], ['--fix']])
      expectRefused(
        run(cwd, ['-f', `json=${name}`, ...args, 'a.yml']),
        `${name}: no report was written: ${why}.`,
      );
    expect(text(cwd, 'target')).toBe('');
    expect(text(cwd, 'a.yml')).toBe(OFF);
    expect(existsSync(join(cwd, 'gone'))).toBe(false);
  });

  test('and not to one that is read-only', () => {
    const cwd = folder({ 'a.yml': OFF, report: '' });
    chmodSync(join(cwd, 'report'), 0o444);
    expectRefused(
      run(cwd, ['-f', 'json=report', '--fix', 'a.yml']),
      'report: no report was written: it is read-only.',
    );
  });

  test.runIf(PERMISSIONS_HOLD)('and not into a folder that may not be written to', () => {
    const cwd = folder({ 'a.yml': OFF, 'closed/old.json': '' });
    for (const each of [cwd, join(cwd, 'closed'), join(cwd, 'a.yml')]) chmodSync(each, 0o755);
    for (const name of ['closed/new.json', 'closed/sub/new.json', 'closed/old.json'])
      expect(runUnprivileged(cwd, ['-f', `json=${name}`, 'a.yml'])).toEqual({
        code: 2,
        out: '',
        err: `ecs-exec-lint: ${name}: no report was written: permission denied.\n`,
      });
  });
});

describe('a report never takes the place of what was given', () => {
  const CHECKED = 'it is one of the files being checked';

  const WAYS: readonly (readonly string[])[] = [[], ['--overwrite'], ['--fix', '--overwrite']];

  /** With and without --overwrite, and before anything else is written. */
  function expectKept(
    cwd: string,
    name: string,
    why: string,
    args: readonly string[],
    { kept = name, ways = WAYS } = {},
  ): void {
    const before = text(cwd, kept);
    for (const more of ways)
      expectRefused(
        run(cwd, ['-f', `json=${name}`, '-f', 'sarif=other', ...more, ...args]),
        `${name}: no report was written: ${why}.`,
      );
    expect(text(cwd, kept)).toBe(before);
    expect(existsSync(join(cwd, 'other'))).toBe(false);
  }

  test('a template, whatever it is called', () => {
    const cwd = folder({ 'a.yml': OFF, 'sub/x': '' });
    linkSync(join(cwd, 'a.yml'), join(cwd, 'hard'));
    symlinkSync('a.yml', join(cwd, 'soft.yml'));
    symlinkSync('.', join(cwd, 'here'));
    const names = [
      'a.yml',
      './a.yml',
      'sub/../a.yml',
      join(cwd, 'a.yml'),
      'hard',
      'here/a.yml',
      'here/here/hard',
    ];
    const inputs = ['a.yml', 'soft.yml', 'here/a.yml', 'hard', '.', '*.yml'];
    // Every pair one way, and every name and every input each way.
    for (const [i, name] of names.entries())
      for (const [k, input] of inputs.entries())
        expectKept(cwd, name, CHECKED, [input], {
          kept: 'a.yml',
          ways: WAYS.filter((_, way) => way === (i + k) % WAYS.length),
        });
  });

  test('what was named and is no template', () => {
    const cwd = folder({
      'a.yml': OFF,
      'pod.yml': 'kind: Pod\n',
      'empty.yml': '',
      'broken.yml': 'Resources:\n  A: {\n',
    });
    for (const name of ['pod.yml', 'empty.yml', 'broken.yml'])
      expectKept(cwd, name, CHECKED, ['a.yml', name]);
  });

  test('an earlier report that was named', () => {
    const cwd = folder({ 'a.yml': OFF });
    run(cwd, ['-f', 'json=report.json', 'a.yml']);
    expectKept(cwd, 'report.json', CHECKED, ['a.yml', 'report.json']);
  });

  test('a template that was found and has nothing to do with ECS', () => {
    const bucket = 'Resources:\n  B:\n    Type: AWS::S3::Bucket\n';
    const cwd = folder({
      'a.yml': OFF,
      'b.yml': bucket,
      'large.yml': `${bucket}#${' '.repeat(2_000_000)}\n`,
    });
    for (const name of ['b.yml', 'large.yml']) expectKept(cwd, name, CHECKED, []);
  });

  test('a file that was named and is not there', () => {
    const cwd = folder({ 'a.yml': OFF });
    expectRefused(
      run(cwd, ['-f', 'json=gone.yml', 'a.yml', './gone.yml']),
      `gone.yml: no report was written: ${CHECKED}.`,
    );
    expect(readdirSync(cwd)).toEqual(['a.yml']);
  });

  test('what is read from standard input', () => {
    const cwd = folder({ 'a.yml': OFF });
    const { code, err } = shell(cwd, '$LINT -f json=a.yml --overwrite - <a.yml');
    expect({ code, err }).toEqual({
      code: 2,
      err: `ecs-exec-lint: a.yml: no report was written: ${CHECKED}.\n`,
    });
    expectRefused(
      run(cwd, ['-f', 'json=./a.yml', '--overwrite', '--stdin-filename', 'a.yml', '-'], { input: OFF }),
      `./a.yml: no report was written: ${CHECKED}.`,
    );
    expect(text(cwd, 'a.yml')).toBe(OFF);
  });

  test('the configuration', () => {
    const cwd = folder({
      ...REPOSITORY,
      'package.json': '{"ecs-exec-lint": {}}',
      'sub/a.yml': OFF,
      'sub/ci.yml': 'exec: required\n',
    });
    const why = 'it is the configuration';
    expectKept(join(cwd, 'sub'), '../package.json', why, ['a.yml']);
    expectKept(join(cwd, 'sub'), 'ci.yml', why, ['-c', './ci.yml', 'a.yml']);
  });

  test('a parameter file', () => {
    const cwd = folder({ 'a.yml': `Parameters:\n  A: {Type: String}\n${OFF}`, 'p.json': '{"A": "1"}' });
    expectKept(cwd, 'p.json', 'it is a parameter file', ['--parameter-file', './p.json', 'a.yml']);
  });

  test('but an earlier report that was only found', () => {
    const cwd = folder({ 'a.yml': FAULTY });
    for (let i = 0; i < 2; i++) {
      const { code, err } = run(cwd, ['-f', 'json=report.json', '-f', 'sarif=sub/report.json']);
      expect(code).toBe(1);
      expect(err).not.toContain('no report was written');
    }
    expect(run(cwd, ['-f', 'sarif=report.json']).code).toBe(2);
    expect(run(cwd, ['-f', 'sarif=report.json', '--overwrite']).code).toBe(1);
    expect(JSON.parse(text(cwd, 'report.json')).runs).toHaveLength(1);
  });

  test('what was found and is no template', () => {
    const cwd = folder({ 'a.yml': OFF, 'data.json': '{"a": 1}', 'sub/pod.yml': 'kind: Pod\n' });
    for (const name of ['data.json', 'sub/pod.yml']) expectKept(cwd, name, CHECKED, []);
  });

  test('but an empty file that was found', () => {
    const cwd = folder({ 'a.yml': OFF, 'report.json': '' });
    expect(run(cwd, ['-f', 'json=report.json']).code).toBe(1);
    expect(JSON.parse(text(cwd, 'report.json')).version).toBe(1);
  });
});

describe('two reports cannot go to one file', () => {
  test.each([
    ['x', 'x'],
    ['x', './x'],
    ['x', 'sub/../x'],
    ['x', 'here/x'],
    ['old', 'hard'],
    ['new/x', 'here/new/x'],
    ['x.json', 'X.JSON'],
    ['/dev/stdout', '/dev/fd/1'],
    ['pipe', 'here/pipe'],
  ])('%s and %s', (one, other) => {
    const cwd = folder({ 'a.yml': OFF, old: '', 'sub/y': '' });
    linkSync(join(cwd, 'old'), join(cwd, 'hard'));
    symlinkSync('.', join(cwd, 'here'));
    spawnSync('mkfifo', ['pipe'], { cwd });
    expectRefused(
      run(cwd, ['-f', `json=${one}`, '-f', `sarif=${other}`, '--fix', '--overwrite', 'a.yml']),
      `Two reports cannot be written to the same file, ${other}.`,
    );
    expect(text(cwd, 'a.yml')).toBe(OFF);
  });

  test('nor one where standard output goes', () => {
    const cwd = folder({ 'a.yml': OFF });
    const why = 'no report was written: standard output or standard error is redirected to it';
    expect(shell(cwd, '$LINT -f json=x a.yml >x')).toEqual({
      code: 2,
      out: '',
      err: `ecs-exec-lint: x: ${why}.\n`,
    });
    expect(shell(cwd, '$LINT -f json=./x a.yml 2>x').code).toBe(2);
    expect(text(cwd, 'x')).toBe(`ecs-exec-lint: ./x: ${why}.\n`);
  });
});

describe('what is no file takes reports too', () => {
  test('standard output, before and behind what else goes there', () => {
    const cwd = folder({ 'a.yml': OFF });
    for (const script of ['$LINT -f json=/dev/stdout a.yml >x', '$LINT -f json=/dev/fd/1 a.yml | cat >x']) {
      expect(shell(cwd, script).err).toBe('');
      const [, json = '', rest = ''] = /^(\{.*?^\}\n)(.*)$/ms.exec(text(cwd, 'x')) ?? [];
      expect(JSON.parse(json).findings).toHaveLength(1);
      expect(rest).toMatch(/^error\[exec-not-enabled\]/);
    }
    // A socket cannot be opened by its name.
    expect(run(cwd, ['-f', 'json=/dev/stdout', 'a.yml'])).toMatchObject({ code: 1, err: '' });
    expect(run(cwd, ['-f', 'concise=/dev/stderr', 'a.yml'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^a\.yml:2:3: error: .*\n$/),
    });
  });

  test('a device that takes everything', () => {
    const cwd = folder({ 'a.yml': OFF });
    expect(run(cwd, ['-f', 'json=/dev/null', 'a.yml'])).toMatchObject({ code: 1, err: '' });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a pipe, by its name and by a number', () => {
    const cwd = folder({ 'a.yml': OFF });
    spawnSync('mkfifo', ['pipe'], { cwd });
    expect(shell(cwd, 'cat pipe >x & $LINT -f concise=pipe a.yml; wait').err).toBe('');
    expect(text(cwd, 'x')).toMatch(/^a\.yml:2:3: error: .*\n$/);
    expect(shell(cwd, '$LINT -f concise=>(cat >y) a.yml; sleep 0.2').err).toBe('');
    expect(text(cwd, 'y')).toBe(text(cwd, 'x'));
  });

  test('a file by its number, under the same rules', () => {
    const cwd = folder({ 'a.yml': OFF, notes: NOTES });
    expect(shell(cwd, '$LINT -f concise=/dev/fd/3 a.yml 3>x').err).toBe('');
    expect(text(cwd, 'x')).toMatch(/^a\.yml:2:3: error: .*\n$/);
    expect(shell(cwd, '$LINT -f concise=/dev/fd/3 a.yml 3>>notes').code).toBe(2);
    expect(shell(cwd, '$LINT -f concise=/dev/fd/3 a.yml --overwrite 3>>a.yml').code).toBe(2);
    expect([text(cwd, 'notes'), text(cwd, 'a.yml')]).toEqual([NOTES, OFF]);
  });
});

describe('the summary of a job on GitHub', () => {
  const summary = (cwd: string, ...args: string[]): Run =>
    run(cwd, [...args, 'a.yml'], { env: { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') } });

  test('is added to, whatever it holds', () => {
    const cwd = folder({ 'a.yml': READY, 'summary.md': '# Before\n' });
    for (let i = 0; i < 2; i++)
      expect(summary(cwd, '-f', 'markdown=summary.md')).toMatchObject({ code: 0, err: '' });
    expect(text(cwd, 'summary.md')).toMatch(/^# Before\n## ecs-exec-lint\n[^#]*## ecs-exec-lint\n[^#]*$/);
  });

  test('may be new', () => {
    const cwd = folder({ 'a.yml': READY });
    summary(cwd, '-f', 'markdown=summary.md');
    expect(text(cwd, 'summary.md')).toMatch(/^## ecs-exec-lint\n/);
  });

  test('is no template, and no link', () => {
    const cwd = folder({ 'a.yml': READY });
    symlinkSync('a.yml', join(cwd, 'summary.md'));
    expect(summary(cwd, '-f', 'markdown=summary.md').code).toBe(2);
    const GITHUB_STEP_SUMMARY = join(cwd, 'a.yml');
    expect(run(cwd, ['-f', 'markdown=a.yml', 'a.yml'], { env: { GITHUB_STEP_SUMMARY } }).code).toBe(2);
    expect(text(cwd, 'a.yml')).toBe(READY);
  });

  test('and any other file in Markdown is replaced', () => {
    const cwd = folder({ 'a.yml': READY });
    for (let i = 0; i < 2; i++) summary(cwd, '-f', 'markdown=other.md');
    expect(text(cwd, 'other.md').match(/^## /gm)).toHaveLength(1);
  });
});

test('a report that cannot be written leaves the others alone', () => {
  const cwd = folder({ 'a.yml': READY });
  const { code, err } = run(cwd, ['-f', 'json=/dev/full', '-f', 'sarif=a.sarif', 'a.yml']);
  expect({ code, err }).toEqual({ code: 2, err: 'ecs-exec-lint: /dev/full: no space left on the disk.\n' });
  expect(JSON.parse(text(cwd, 'a.sarif')).runs[0].results).toEqual([]);
});

test('with --list-files no report is written', () => {
  const cwd = folder({ 'a.yml': OFF, notes: NOTES });
  mkdirSync(join(cwd, 'dir'));
  expect(run(cwd, ['--list-files', '-f', 'json=notes']).out).toBe('a.yml\n');
  expect(text(cwd, 'notes')).toBe(NOTES);
});
