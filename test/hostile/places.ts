import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { OFF } from '../cli/harness.ts';
import type { Trial } from './trial.ts';

const pipe = (cwd: string, name: string): void => {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  spawnSync('mkfifo', [name], { cwd });
};

/** What is beside the repository, which nobody gave. */
const outside = (cwd: string, name: string, text: string | Buffer): string => {
  writeFileSync(join(cwd, '..', name), text);
  return join('..', name);
};

const CONCISE = ['-f', 'concise'];

/** A link in place of a template: by its name, and come across. */
function linked(name: string, target: string): readonly Trial[] {
  const prepare = (cwd: string): void => symlinkSync(target, join(cwd, 'a.yml'));
  return [
    { name, prepare, args: [...CONCISE, 'a.yml'] },
    {
      name: `${name} among the templates of a folder`,
      files: () => ({ 'b.yml': OFF }),
      prepare,
      args: CONCISE,
    },
  ];
}

/** Where files are, and what they are. */
export const PLACES: readonly Trial[] = [
  {
    name: 'a pipe that nobody writes to',
    prepare: cwd => pipe(cwd, 'a.yml'),
    args: [...CONCISE, 'a.yml'],
  },
  {
    name: 'a pipe among the templates of a folder',
    files: () => ({ 'b.yml': OFF }),
    prepare: cwd => pipe(cwd, 'a.yml'),
    args: CONCISE,
  },
  { name: '`/dev/zero`', args: [...CONCISE, '/dev/zero'] },
  ...linked('a link to `/dev/zero`', '/dev/zero'),
  {
    name: '3 MB on standard input',
    args: [...CONCISE, '-'],
    input: OFF + '# a comment\n'.repeat(250_000),
  },
  ...linked('a link to itself', 'a.yml'),
  {
    name: 'a folder that holds a link to itself',
    files: () => ({ 'sub/a.yml': OFF }),
    prepare: cwd => symlinkSync('.', join(cwd, 'sub', 'loop')),
    args: CONCISE,
  },
  {
    name: 'the same, by the pattern `**/*.yml`',
    files: () => ({ 'sub/a.yml': OFF }),
    prepare: cwd => symlinkSync('.', join(cwd, 'sub', 'loop')),
    args: [...CONCISE, '**/*.yml'],
  },
  {
    name: 'a link that leads out of the folder, with `--fix`',
    files: () => ({ 'b.yml': OFF }),
    prepare: cwd => symlinkSync(outside(cwd, 'theirs.yml', OFF), join(cwd, 'a.yml')),
    args: ['--fix', ...CONCISE],
    writes: ['b.yml'],
  },
  {
    name: 'the same, by the pattern `*.yml`',
    files: () => ({ 'b.yml': OFF }),
    prepare: cwd => symlinkSync(outside(cwd, 'theirs.yml', OFF), join(cwd, 'a.yml')),
    args: ['--fix', ...CONCISE, '*.yml'],
    writes: ['b.yml'],
  },
  {
    name: 'a folder that is a link out of the folder, by the pattern `**/*.yml`',
    files: () => ({ 'b.yml': OFF }),
    prepare: cwd => {
      mkdirSync(join(cwd, '..', 'theirs'));
      outside(cwd, 'theirs/a.yml', OFF);
      symlinkSync('../theirs', join(cwd, 'sub'));
    },
    args: ['--fix', ...CONCISE, '**/*.yml'],
    writes: ['b.yml'],
  },
  {
    name: 'a link to a file that is not there',
    prepare: cwd => symlinkSync('nowhere.yml', join(cwd, 'a.yml')),
    args: [...CONCISE, 'a.yml'],
  },
  {
    name: 'a file name with a line break, a terminal escape and `::error::`',
    files: () => ({ 'a\u001b[31m\n::error::##[error]x.yml': OFF }),
    args: CONCISE,
  },
  {
    name: 'a file called `--fix.yml`, and one called `$(touch owned).yml`',
    files: () => ({ '--fix.yml': OFF, '$(touch owned).yml': OFF }),
    args: CONCISE,
  },
  {
    name: 'such a name that is not there',
    args: [...CONCISE, 'a\u001b[31m\n::error::##[error]x.yml'],
  },
  {
    name: 'a folder 400 deep',
    files: () => ({ [`${'a/'.repeat(400)}a.yml`]: OFF }),
    args: CONCISE,
    after: (_, { out }) => {
      expect(out).toMatch(/^(?:a\/){400}a\.yml:2:3: error/);
      return 'found';
    },
  },
];

/** Whether git tracks a template that it is to ignore is only known from its index. */
const IGNORED = { 'a.yml': OFF, 'b.yml': OFF, '.gitignore': 'b.yml\n' };

/** An index of git, version 4: all entries have the name of the first, which is as long as a path can be. */
function swollenIndex(entries: number): Buffer {
  const header = Buffer.from('DIRC\0\0\0\x04\0\0\0\0', 'latin1');
  header.writeUInt32BE(entries, 8);
  const first = Buffer.concat([Buffer.alloc(63), Buffer.from(`${'x'.repeat(4000)}.yml\0`)]);
  return Buffer.concat([header, first, Buffer.alloc((entries - 1) * 64), Buffer.alloc(20)]);
}

/** What else is read besides templates. */
export const STEERING: readonly Trial[] = [
  {
    name: 'a `.gitignore` that is a pipe',
    files: () => ({ 'a.yml': OFF }),
    prepare: cwd => pipe(cwd, '.gitignore'),
    args: CONCISE,
  },
  {
    name: 'a `.gitignore` that is a link to `/dev/zero`',
    files: () => ({ 'a.yml': OFF }),
    prepare: cwd => symlinkSync('/dev/zero', join(cwd, '.gitignore')),
    args: CONCISE,
  },
  {
    name: 'a `.gitignore` whose pattern tries for years',
    files: () => ({ '.gitignore': `${'**/a/'.repeat(20)}**/b\n`, [`${'a/'.repeat(60)}a.yml`]: OFF }),
    args: CONCISE,
    isHeavy: true,
  },
  {
    name: 'a `.git/index` that is a pipe',
    files: () => IGNORED,
    prepare: cwd => pipe(cwd, '.git/index'),
    args: CONCISE,
  },
  {
    name: 'a `.git/index` that is a link to `/dev/zero`',
    files: () => IGNORED,
    prepare: cwd => symlinkSync('/dev/zero', join(cwd, '.git/index')),
    args: CONCISE,
  },
  {
    name: 'a `.git/index` of 12 MB whose names would take 700 MB',
    files: () => ({ ...IGNORED, '.git/index': swollenIndex(180_000) }),
    args: CONCISE,
  },
  {
    name: 'a `.git` that names a folder outside of the repository',
    files: () => ({ 'a.yml': OFF, 'b.yml': OFF, '.gitignore': 'b.yml\n' }),
    prepare: cwd => {
      rmSync(join(cwd, '.git'), { recursive: true });
      mkdirSync(join(cwd, '..', 'theirs'));
      outside(cwd, 'theirs/index', swollenIndex(1));
      writeFileSync(join(cwd, '.git'), 'gitdir: ../theirs\n');
    },
    args: CONCISE,
  },
  {
    name: 'a configuration that is a pipe',
    files: () => ({ 'a.yml': OFF }),
    prepare: cwd => pipe(cwd, '.ecs-exec-lint.yml'),
    args: CONCISE,
  },
  {
    name: 'a configuration that is a link out of the repository',
    files: () => ({ 'a.yml': OFF }),
    prepare: cwd =>
      symlinkSync(outside(cwd, 'secrets.yml', 'password: 1\n'), join(cwd, '.ecs-exec-lint.yml')),
    args: CONCISE,
  },
  {
    name: 'a `package.json` that is a pipe',
    files: () => ({ 'a.yml': OFF }),
    prepare: cwd => pipe(cwd, 'package.json'),
    args: CONCISE,
  },
  {
    name: 'a configuration of aliases that repeat one another',
    files: () => ({
      'a.yml': OFF,
      '.ecs-exec-lint.yml': `rules: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 10 }, (_, i) => `r${i}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]\n`).join('')}`,
    }),
    args: CONCISE,
  },
  {
    name: 'a configuration of 3 MB',
    files: () => ({ 'a.yml': OFF, '.ecs-exec-lint.yml': '# a comment\n'.repeat(250_000) }),
    args: CONCISE,
  },
  {
    name: 'a configuration whose report would overwrite a file elsewhere',
    files: () => ({ 'a.yml': OFF, '.ecs-exec-lint.yml': 'format: json=../theirs.json\n' }),
    prepare: cwd => outside(cwd, 'theirs.json', 'theirs'),
    args: ['a.yml'],
  },
  {
    name: 'a configuration whose report would overwrite a script of the repository',
    files: () => ({
      'a.yml': OFF,
      'deploy.sh': 'echo deploy\n',
      '.ecs-exec-lint.yml': 'format: concise=deploy.sh\n',
    }),
    args: ['--fix'],
  },
  {
    name: 'a report file that is a link out of the repository',
    files: () => ({ 'a.yml': OFF }),
    prepare: cwd => symlinkSync(outside(cwd, 'theirs.json', 'theirs'), join(cwd, 'report.json')),
    args: ['-f', 'json=report.json', ...CONCISE, 'a.yml'],
  },
  {
    name: 'a report that would overwrite a template',
    files: () => ({ 'a.yml': OFF }),
    args: ['-f', 'json=a.yml', ...CONCISE, 'a.yml'],
  },
  {
    name: 'a report that would overwrite a template by a hard link to it, with `--fix --overwrite`',
    files: () => ({ 'a.yml': OFF }),
    prepare: cwd => linkSync(join(cwd, 'a.yml'), join(cwd, 'report.json')),
    args: ['-f', 'json=report.json', '--fix', '--overwrite', ...CONCISE, 'a.yml'],
  },
  {
    name: 'a report that would overwrite what is no report',
    files: () => ({ 'a.yml': OFF, 'notes.json': '{"mine": true}' }),
    args: ['-f', 'json=notes.json', ...CONCISE, 'a.yml'],
  },
  {
    name: 'a configuration whose `resources` pattern tries for years',
    files: () => ({
      'a.yml': OFF.replaceAll('Service:', `${'a'.repeat(255)}:`),
      '.ecs-exec-lint.yml': `ignores: [{rules: exec-not-enabled, reason: x, resources: "${'*a'.repeat(40)}b"}]\n`,
    }),
    args: [...CONCISE, 'a.yml'],
  },
];
