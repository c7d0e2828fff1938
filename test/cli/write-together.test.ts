import { spawnSync } from 'node:child_process';
import fs, { chmodSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readBeginning } from '../../src/cli/core/read-file.ts';
import { type Change, writeTogether } from '../../src/cli/files/write-together.ts';
import { say } from '../../src/i18n/sentence.ts';
import { openSet } from '../report/support.ts';
import { folder, OFF, run } from './harness.ts';

const TITLE = say`Set it`;

function change(cwd: string, file: string): Change {
  const path = join(cwd, file);
  const real = realpathSync(path);
  const original = { path, real, ...readBeginning(real) };
  return { file, before: 'old', after: 'new', original };
}

/** What the files in a folder hold. */
function texts(cwd: string): readonly string[] {
  return readdirSync(cwd)
    .sort()
    .map(name => `${name}: ${readFileSync(join(cwd, name), 'utf8')}`);
}

describe('files that one fix changes', () => {
  const files = { a: 'old', b: 'old', c: 'old', d: 'old' };
  const fixes = [
    { ruleId: 'x', file: 'a', files: ['a', 'c'], title: TITLE },
    { ruleId: 'x', file: 'b', title: TITLE },
    { ruleId: 'y', file: 'c', files: ['c', 'd'], title: TITLE },
  ];

  test('are all written', () => {
    const cwd = folder(files);
    const { failed, problems } = writeTogether(
      ['a', 'b', 'c', 'd'].map(each => change(cwd, each)),
      fixes,
    );
    expect([failed.size, problems]).toEqual([0, []]);
    expect(texts(cwd)).toEqual(['a: new', 'b: new', 'c: new', 'd: new']);
  });

  test.each(['a', 'c', 'd'])('are all left as they were where one cannot be written: %s', name => {
    const cwd = folder(files);
    const changes = ['a', 'b', 'c', 'd'].map(each => change(cwd, each));
    chmodSync(join(cwd, name), 0o444);
    const { mode } = fs.statSync(join(cwd, 'a'));
    const { failed, problems } = writeTogether(changes, fixes);
    expect(texts(cwd)).toEqual(['a: old', 'b: new', 'c: old', 'd: old']);
    expect(problems).toEqual([]);
    expect([...failed].map(([file, why]) => `${file}: ${why}`).sort()).toEqual(
      ['a', 'c', 'd'].map(each =>
        each === name
          ? `${each}: it is read-only`
          : `${each}: a fix changes ${name} too, and there it is read-only`,
      ),
    );
    expect(fs.statSync(join(cwd, 'a')).mode).toBe(mode);
  });

  test('are told where one cannot be put back, since somebody else has changed it', () => {
    const cwd = folder(files);
    const changes = ['a', 'c'].map(each => change(cwd, each));
    chmodSync(join(cwd, 'c'), 0o444);
    const { renameSync } = fs;
    onTestFinished(() => {
      fs.renameSync = renameSync;
      syncBuiltinESMExports();
    });
    fs.renameSync = (from, to) => {
      renameSync(from, to);
      fs.writeFileSync(to, 'mine');
    };
    syncBuiltinESMExports();
    const { failed, problems } = writeTogether(changes, fixes);
    expect(texts(cwd).slice(0, 1)).toEqual(['a: mine']);
    expect([...failed.keys()]).toEqual(['c']);
    expect(problems.map(String)).toEqual([
      'a: part of a fix was written and could not be undone: it was changed by another program in the meantime.',
    ]);
  });
});

test('the command line undoes half of a fix, says so, and fixes the rest', () => {
  const set = Object.fromEntries(openSet('role-to-move').map(({ file, text }) => [file, text]));
  const cwd = folder({ ...set, 'other.yml': OFF });
  chmodSync(join(cwd, 'task-role.yml'), 0o444);
  const { code, out, err } = run(cwd, ['--fix', '-f', 'json']);
  expect(code).toBe(2);
  expect(err).toContain('task-role.yml: nothing was written: it is read-only.');
  expect(err).toContain(
    'service.yml: nothing was written: a fix changes task-role.yml too, and there it is read-only.',
  );
  for (const [name, text] of Object.entries(set)) expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
  expect(readFileSync(join(cwd, 'other.yml'), 'utf8')).toContain('EnableExecuteCommand: true');
  const { fixes, findings } = JSON.parse(out);
  expect(fixes.applied.map((each: { file: string }) => each.file)).toEqual(['other.yml']);
  expect(fixes.refused).toMatchObject([
    { ruleId: 'ssmmessages-on-execution-role', files: ['task-role.yml', 'service.yml'] },
  ]);
  expect(findings.map((each: { ruleId: string }) => each.ruleId)).toContain('ssmmessages-on-execution-role');
});

test('git takes a patch of both, or nothing', () => {
  const set = Object.fromEntries(openSet('role-to-move').map(({ file, text }) => [file, text]));
  const cwd = folder(set);
  const { out } = run(cwd, ['--diff']);
  expect(spawnSync('git', ['apply', '-'], { cwd, input: out }).status).toBe(0);
  const other = folder(set);
  run(other, ['--fix']);
  expect(texts(cwd)).toEqual(texts(other));
});
