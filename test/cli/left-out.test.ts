import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, OFF, READY, run } from './harness.ts';

const HAS_GIT = spawnSync('git', ['--version']).status === 0;
if (!HAS_GIT) console.warn('SKIPPED: there is no git on this machine, so nothing was tracked by it.');

const TOPIC = 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n';

interface Group {
  readonly reason: string;
  readonly by: readonly string[];
  readonly count: number;
  readonly names: readonly string[];
}

/** What a run found something in, and what it says of files that it left out. */
function look(cwd: string, ...args: string[]) {
  const { code, out, err } = run(cwd, ['-f', 'json', ...args]);
  const { findings, summary } = JSON.parse(out) as {
    findings: { file: string }[];
    summary: { unchecked: { files: Group[] } };
  };
  const left = summary.unchecked.files.map(({ reason, by, names }) => {
    return `${reason}${by.length > 0 ? ` (${by.join(', ')})` : ''}: ${names.join(', ')}`;
  });
  return { code, err, found: findings.map(each => each.file), left };
}

function git(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

function repository(files: Readonly<Record<string, string>>, tracked: readonly string[]): string {
  const cwd = folder(files);
  git(cwd, 'init', '--quiet');
  git(cwd, 'add', '--force', '--', ...tracked);
  return cwd;
}

describe.skipIf(!HAS_GIT)('what git tracks is checked', () => {
  const files = {
    '.gitignore': 'build/\n*.local.yml\n/deep/er/\n',
    'a.yml': READY,
    'build/tracked.yml': OFF,
    'build/new.yml': OFF,
    'build/inner/tracked.yml': OFF,
    'build/other/new.yml': OFF,
    'b.local.yml': OFF,
    'c.local.yml': OFF,
    'deep/er/d.yml': OFF,
    'deep/er/.gitignore': '!e.yml\n',
    'deep/er/e.yml': OFF,
    '.infra/f.yml': OFF,
    '.infra/new.yml': OFF,
    '.venv/g.yml': OFF,
  };
  const tracked = [
    'a.yml',
    'build/tracked.yml',
    'build/inner/tracked.yml',
    'b.local.yml',
    'deep/er/d.yml',
    '.infra/f.yml',
  ];
  const found = [
    '.infra/f.yml',
    '.infra/new.yml',
    'b.local.yml',
    'build/inner/tracked.yml',
    'build/tracked.yml',
    'deep/er/d.yml',
  ];

  test.each(['2', '4'])('whatever .gitignore says of it: index version %s', version => {
    const cwd = repository(files, tracked);
    git(cwd, 'update-index', '--index-version', version);
    expect(look(cwd)).toEqual({
      code: 1,
      err: '',
      found,
      left: [
        'gitignore (.gitignore): build/new.yml, build/other/, c.local.yml, deep/er/e.yml',
        'hidden: .venv/',
      ],
    });
    expect(look(cwd, '**/*.yml').found).toEqual(found.filter(each => !each.startsWith('.')));
  });

  test('below the root too', () => {
    const cwd = repository(files, tracked);
    expect(look(join(cwd, 'deep'))).toMatchObject({
      found: ['er/d.yml'],
      left: ['gitignore (.gitignore): er/e.yml'],
    });
    expect(look(cwd, 'build').found).toEqual([
      'build/inner/tracked.yml',
      'build/new.yml',
      'build/other/new.yml',
      'build/tracked.yml',
    ]);
  });

  test('but not what the configuration or a flag excludes', () => {
    const cwd = repository({ ...files, '.ecs-exec-lint.yml': 'ignorePatterns: [build/]\n' }, tracked);
    const { found: some, left } = look(cwd, '--ignore-pattern', '.infra/', '--ignore-pattern', '*.local.yml');
    expect(some).toEqual(['deep/er/d.yml']);
    expect(left).toEqual([
      'gitignore (.gitignore): deep/er/e.yml',
      'excluded (--ignore-pattern): .infra/, b.local.yml, c.local.yml',
      'excluded (.ecs-exec-lint.yml): build/',
      'hidden: .venv/',
    ]);
  });

  test('not where the index cannot be read, which is said', () => {
    const cwd = repository(files, tracked);
    writeFileSync(join(cwd, '.git/index'), 'something else');
    expect(look(cwd)).toMatchObject({
      found: [],
      left: [
        'maybe-tracked (.gitignore): b.local.yml, build/, c.local.yml, deep/er/',
        'hidden: .infra/, .venv/',
      ],
    });
    const other = repository(files, tracked);
    rmSync(join(cwd, '.git'), { recursive: true });
    writeFileSync(join(cwd, '.git'), `gitdir: ${join(other, '.git')}\n`);
    expect(look(cwd).left[0]).toMatch(/^maybe-tracked/);
  });

  test('nor where .git leads to what is not there, as that of a worktree in a container', () => {
    const cwd = folder({ '.git': 'gitdir: /nowhere/worktrees/a\n', '.gitignore': 'x.yml\n', 'x.yml': OFF });
    expect(look(cwd).left).toEqual(['maybe-tracked (.gitignore): x.yml']);
    rmSync(join(cwd, '.git'));
    symlinkSync('nowhere', join(cwd, '.git'));
    expect(look(cwd).left).toEqual(['maybe-tracked (.gitignore): x.yml']);
  });

  test('git passes over a folder that is only called .git', () => {
    const cwd = repository({ '.gitignore': '*.yml\n', 'sub/a.yml': OFF }, ['sub/a.yml']);
    mkdirSync(join(cwd, 'sub/.git'));
    writeFileSync(join(cwd, 'sub/.git/notes.txt'), '');
    expect(look(join(cwd, 'sub'))).toMatchObject({ found: ['a.yml'], left: [] });
  });

  test('an index is not read through a link', () => {
    const cwd = repository(files, tracked);
    const other = folder({ 'a.yml': READY, '.gitignore': 'x.yml\n', 'x.yml': OFF });
    symlinkSync(join(cwd, '.git'), join(other, '.git'));
    expect(look(other).left).toEqual(['maybe-tracked (.gitignore): x.yml']);
    rmSync(join(other, '.git'));
    git(other, 'init', '--quiet');
    symlinkSync(join(cwd, '.git/index'), join(other, '.git/index'));
    expect(look(other).left).toEqual(['maybe-tracked (.gitignore): x.yml']);
  });
});

describe('what is left out is named', () => {
  test('each kind with what leaves it out', () => {
    const outside = folder({ 'o.yml': OFF, 'folder/p.yml': OFF });
    const cwd = folder({
      '.gitignore': 'ignored.yml\n',
      '.git/HEAD': '',
      'a.yml': OFF,
      'ignored.yml': OFF,
      'sub/.gitignore': 'other.yml\n',
      'sub/other.yml': OFF,
      'excluded.yml': OFF,
      'pod.yml': 'kind: Pod\n',
      'topic.yml': TOPIC,
      'large.json': `{"a": "${'x'.repeat(2_000_000)}"}`,
      'infra.cf': OFF,
      'infra.yml.j2': OFF,
      'README.md': OFF,
      'notes.txt': 'Resources: none\n',
      'node_modules/m/n.yml': OFF,
      '.hidden/h.yml': OFF,
      '.dotfile.yml': OFF,
    });
    symlinkSync(join(outside, 'o.yml'), join(cwd, 'link.yml'));
    symlinkSync(join(outside, 'folder'), join(cwd, 'linked'));
    symlinkSync('sub', join(cwd, 'inside'));
    expect(look(cwd, '--ignore-pattern', 'excluded.yml')).toEqual({
      code: 1,
      err: '',
      found: ['.dotfile.yml', 'a.yml'],
      left: [
        'gitignore (.gitignore, sub/.gitignore): ignored.yml, sub/other.yml',
        'excluded (--ignore-pattern): excluded.yml',
        'hidden: .hidden/, node_modules/',
        'link: link.yml, linked/',
        'extension: infra.cf, infra.yml.j2',
        'not-a-template: pod.yml',
        'no-ecs: topic.yml',
        'too-large: large.json',
      ],
    });
  });

  test('a pattern that matches only what is ignored', () => {
    const cwd = folder({ '.gitignore': '*.yml\n', '.git/HEAD': '', 'a.yml': OFF });
    expect(run(cwd, ['*.yml'])).toEqual({
      code: 2,
      out: '',
      err: 'ecs-exec-lint: No file matches `*.yml`.\necs-exec-lint: left out: ignored by git (.gitignore): a.yml\n',
    });
  });

  test('of thousands, a few with their number', () => {
    const many = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [`t/${String(i).padStart(4, '0')}.yml`, TOPIC]),
    );
    const cwd = folder({ 'a.yml': OFF, ...many });
    const { out } = run(cwd, []);
    expect(out).toContain(
      '\nLeft out:\n  files that do not mention ECS: t/0000.yml, t/0001.yml, t/0002.yml and 2997\n    more\n',
    );
    expect(out.split('\n').every(line => line.length <= 80 || line.includes('https://'))).toBe(true);
    const { summary } = JSON.parse(run(cwd, ['-f', 'json']).out);
    expect(summary.unchecked.files).toEqual([
      { reason: 'no-ecs', by: [], count: 3000, names: expect.arrayContaining(['t/0000.yml', 't/0009.yml']) },
    ]);
    expect(summary.unchecked.files[0].names).toHaveLength(10);
  });
});

describe('a file that was named and not judged is exit code 2', () => {
  test.each([
    ['alone', ['pod.yml']],
    ['beside a template', ['a.yml', 'pod.yml']],
    ['beside a template without findings', ['ready.yml', 'pod.yml']],
    ['from standard input', ['-', 'a.yml']],
  ])('%s', (_, names) => {
    const cwd = folder({ 'a.yml': OFF, 'ready.yml': READY, 'pod.yml': 'kind: Pod\n' });
    const { code, err } = run(cwd, names, { input: 'kind: Pod\n' });
    expect(code).toBe(2);
    expect(err).toContain('skipped because it is not a CloudFormation template');
    expect(run(cwd, ['--exit-zero', ...names], { input: 'kind: Pod\n' }).code).toBe(2);
  });

  test('unless somebody says that it may be', () => {
    const cwd = folder({ 'ready.yml': READY, 'pod.yml': 'kind: Pod\n' });
    const { code, err } = run(cwd, ['--no-error-on-unmatched-pattern', 'ready.yml', 'pod.yml']);
    expect(code).toBe(0);
    expect(err).toContain('pod.yml: skipped');
  });
});

describe('--no-error-on-unmatched-pattern says what was not checked', () => {
  test.each([
    ['a folder without templates', ['empty'], 'No template was checked.\n'],
    ['a pattern that matches nothing', ['*.yaml'], 'No template was checked.\n'],
    [
      'what is not a template',
      ['.'],
      'No template was checked.\necs-exec-lint: left out: files that are not CloudFormation templates: pod.yml\n',
    ],
  ])('%s', (_, names, said) => {
    const cwd = folder({ 'pod.yml': 'kind: Pod\n' });
    mkdirSync(join(cwd, 'empty'));
    const { code, out, err } = run(cwd, ['--no-error-on-unmatched-pattern', ...names]);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: `ecs-exec-lint: ${said}` });
  });
});
