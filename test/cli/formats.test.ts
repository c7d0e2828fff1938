import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES } from '../../src/cli/core/formats.ts';
import { namer } from '../../src/cli/core/paths.ts';
import { folder, OFF, REPOSITORY, run } from './harness.ts';

const text = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

test('every format goes to a file of its own, all in one run', () => {
  const cwd = folder({ 'a.yml': OFF });
  const { code, out, err } = run(cwd, [
    ...FORMAT_NAMES.flatMap(each => ['-f', `${each}=out.${each}`]),
    'a.yml',
  ]);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('error[exec-not-enabled]');
  for (const name of FORMAT_NAMES) expect(text(cwd, `out.${name}`)).toContain('exec-not-enabled');
});

test('signs whose width takes a table to know are shown too', () => {
  const { code, out, err } = run(folder({ 'a.yml': OFF.replace('Service:', 'Service: # 🚀 e\u0301') }), [
    'a.yml',
  ]);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('2 |   Service: # 🚀 e\u0301\n  |   ^^^^^^^\n');
});

test('one of them may go to standard output', () => {
  const cwd = folder({ 'a.yml': OFF });
  const { out } = run(cwd, ['-f', 'sarif=a.sarif', '--format=junit', 'a.yml']);
  expect(out).toMatch(/^<\?xml /);
  expect(JSON.parse(text(cwd, 'a.sarif')).version).toBe('2.1.0');
});

describe('on GitHub', () => {
  const env = { GITHUB_ACTIONS: 'true' };

  test('annotations are printed below the report for people, unless a format is asked for', () => {
    const cwd = folder({ 'a.yml': OFF });
    const { out } = run(cwd, ['a.yml'], { env });
    expect(out).toMatch(/^error\[exec-not-enabled\].*\n::error file=a\.yml,line=2,.*\n$/s);
    expect(run(cwd, ['-f', 'concise', 'a.yml'], { env }).out).not.toContain('::error');
    expect(run(cwd, ['a.yml']).out).not.toContain('::error');
  });
});

describe('in a folder of a repository', () => {
  test('reports for machines name files from its root, those for people from where they are', () => {
    const cwd = folder({ ...REPOSITORY, 'infra/a.yml': OFF, 'b.yml': OFF });
    const infra = join(cwd, 'infra');
    const { out } = run(infra, ['-f', 'github', '-f', 'json=a.json', 'a.yml', '../b.yml']);
    expect(out.split('\n').map(line => /file=([^,]*)/.exec(line)?.[1])).toEqual([
      'b.yml',
      'infra/a.yml',
      undefined,
    ]);
    const { findings } = JSON.parse(text(infra, 'a.json'));
    expect(findings.map((each: { file: string }) => each.file)).toEqual([join(cwd, 'b.yml'), 'a.yml']);
  });

  test('what comes from standard input has no place in it', () => {
    const cwd = folder({ ...REPOSITORY, 'sub/a.yml': '' });
    const name = namer(join(cwd, 'sub'));
    expect([name('<stdin>'), name('a.yml'), name('/elsewhere/b.yml')]).toEqual([
      '<stdin>',
      'sub/a.yml',
      '/elsewhere/b.yml',
    ]);
    expect(namer('/')('a.yml')).toBe('a.yml');
  });
});
