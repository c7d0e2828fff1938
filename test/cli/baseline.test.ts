import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/index.ts';
import { FAULTY, folder, OFF, READY, REPOSITORY, run, whole } from './harness.ts';

const NAME = 'ecs-exec-lint-baseline.json';
const USE: readonly string[] = ['--baseline', NAME];

const text = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');
const write = (cwd: string, name: string, content: string): void => writeFileSync(join(cwd, name), content);

const baseline = (findings: object): string =>
  `${JSON.stringify({ tool: 'ecs-exec-lint', version: 1, findings }, null, 2)}\n`;
const KNOWN: string = baseline({ 'a.yml': { 'exec-not-enabled': { 'Resources/Service': 1 } } });

describe('known findings', () => {
  test('are written sorted, with their rule and place and without their line', () => {
    const cwd = folder({ 'b.yml': OFF, 'a.yml': OFF.replace('Resources', '# x\nResources') });
    const { code, err } = run(cwd, ['--write-baseline']);
    expect({ code, err }).toEqual({ code: 0, err: `ecs-exec-lint: wrote ${NAME} with 2 known findings.\n` });
    const place = { 'exec-not-enabled': { 'Resources/Service': 1 } };
    expect(text(cwd, NAME)).toBe(baseline({ 'a.yml': place, 'b.yml': place }));
    const first = text(cwd, NAME);
    expect(run(cwd, ['--write-baseline']).code).toBe(0);
    expect(text(cwd, NAME)).toBe(first);
  });

  test('are silent and counted, and their service is still not ready', () => {
    const cwd = folder({ 'a.yml': OFF, [NAME]: KNOWN });
    const { code, out, err } = run(cwd, [...USE, '-f', 'json=r.json']);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: `No new findings in a.yml: 1 service not ready by rules that are not shown, 1 known finding in ${NAME}.\n`,
      err: '',
    });
    expect(JSON.parse(text(cwd, 'r.json'))).toMatchObject({
      findings: [],
      summary: { errors: 0, ignored: 0, baseline: { file: NAME, known: 1, gone: 0 } },
      services: [{ resource: 'Service', verdict: 'not-ready' }],
    });
  });

  test('are told in Japanese, too', () => {
    const { out } = run(folder({ 'a.yml': OFF, [NAME]: KNOWN }), [...USE, '--lang', 'ja']);
    expect(out).toContain('新しい検出結果はありません');
    expect(out).toContain(`${NAME} に既知の検出結果 1 件`);
  });

  test('stay known where only their line changes, and do not hide others', () => {
    const cwd = folder({ 'a.yml': `# a comment\n\n${OFF}`, 'b.yml': OFF, [NAME]: KNOWN });
    const { code, out } = run(cwd, [...USE, '-f', 'concise']);
    expect(code).toBe(1);
    expect(out).toMatch(/^b\.yml:2:3: error: .*\[exec-not-enabled\]\n$/);
  });

  test('are as many as they were: one more of the same rule and place is new', () => {
    const ignores = (count: number): string =>
      `${'# ecs-exec-lint: ignore[nonsense] why\n'.repeat(count)}${READY}`;
    const cwd = folder({ 'a.yml': ignores(1) });
    const args = ['--fail-on', 'warning', '-f', 'concise'];
    expect(run(cwd, ['--write-baseline']).code).toBe(0);
    expect(run(cwd, [...USE, ...args])).toMatchObject({ code: 0, out: '' });
    write(cwd, 'a.yml', ignores(2));
    const { code, out } = run(cwd, [...USE, ...args]);
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.yml:2:\d+: warning: .*\n$/);
  });

  test('are shown and count with --no-ignores', () => {
    const cwd = folder({ 'a.yml': OFF, [NAME]: KNOWN });
    expect(run(cwd, [...USE, '--no-ignores', '-f', 'concise'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('[exec-not-enabled]'),
    });
  });

  test('are not fixed, nor by the fix of another finding', () => {
    const cwd = folder({ 'a.yml': FAULTY });
    const known = { 'task-role-lacks-log-permissions': { 'Resources/TaskRole': 1 } };
    write(cwd, NAME, baseline({ 'a.yml': known }));
    run(cwd, ['--fix', ...USE]);
    expect(text(cwd, 'a.yml')).toContain('EnableExecuteCommand: true');
    expect(run(cwd, ['-f', 'concise']).out).toContain('[task-role-lacks-log-permissions]');

    const silent = folder({ 'a.yml': OFF, [NAME]: KNOWN });
    expect(run(silent, ['--fix', ...USE]).code).toBe(0);
    expect(text(silent, 'a.yml')).toBe(OFF);
  });

  test('are skipped checks in JUnit', () => {
    const cwd = folder({ 'a.yml': OFF, [NAME]: KNOWN });
    expect(run(cwd, [...USE, '-f', 'junit']).out).toContain('failures="0"');
    expect(run(cwd, ['-f', 'junit']).out).toContain('failures="1"');
  });
});

describe('what is gone', () => {
  test('is counted with how to remove it, and removed by --write-baseline', () => {
    const gone = { 'exec-not-enabled': { 'Resources/Old': 2 } };
    const cwd = folder({
      'a.yml': READY,
      [NAME]: baseline({ 'a.yml': gone, 'deleted.yml': { 'no-such-rule': { '': 1 } } }),
    });
    expect(run(cwd, USE)).toMatchObject({
      code: 0,
      err: `ecs-exec-lint: ${NAME}: 3 known findings are gone; --write-baseline removes them.\n`,
    });
    const { code, err } = run(cwd, ['--write-baseline']);
    expect(code).toBe(0);
    expect(err).toContain(`${NAME}: known findings that are gone and were removed: 3.\n`);
    expect(text(cwd, NAME)).toBe(baseline({}));
  });

  test('is not what a run does not look at', () => {
    const cwd = folder({ 'a.yml': OFF, 'b.yml': FAULTY, 'broken.yml': OFF });
    run(cwd, ['--write-baseline']);
    const before = text(cwd, NAME);
    write(cwd, 'broken.yml', `${OFF}      - x\n`);
    expect(run(cwd, [...USE, 'a.yml']).err).toBe('');
    for (const args of [['a.yml'], ['--only', 'exec-not-enabled'], ['--quiet'], ['broken.yml']]) {
      run(cwd, ['--write-baseline', ...args]);
      expect(text(cwd, NAME), args.join()).toBe(before);
    }
  });
});

describe('the baseline of the configuration', () => {
  test('is named from its folder, and written there', () => {
    const cwd = folder({
      ...REPOSITORY,
      '.ecs-exec-lint.yml': 'baseline: lint/known.json\n',
      'stacks/a.yml': OFF,
    });
    const inStacks = join(cwd, 'stacks');
    expect(run(inStacks, ['-f', 'concise']).err).toContain('there is no such baseline.');
    expect(run(inStacks, ['--write-baseline']).code).toBe(0);
    expect(text(cwd, 'lint/known.json')).toContain('"../stacks/a.yml"');
    expect(run(cwd, ['-f', 'concise'])).toMatchObject({ code: 0, out: '' });
    expect(JSON.parse(run(cwd, ['--print-config']).out)).toMatchObject({
      baseline: join(cwd, 'lint/known.json'),
    });
  });

  test('is not written outside of its folder', () => {
    const cwd = folder({ 'in/a.yml': OFF, 'in/.ecs-exec-lint.yml': 'baseline: ../known.json\n' });
    const { code, err } = run(join(cwd, 'in'), ['--write-baseline']);
    expect(code).toBe(2);
    expect(err).toContain('cannot name a baseline outside of its folder');
    expect(existsSync(join(cwd, 'known.json'))).toBe(false);
  });
});

describe('a mistake', () => {
  test.each([
    [
      '{"tool": "ecs-exec-lint",\n  "version": 2, "findings": {}}\n',
      '2:14: The setting `version` cannot be `2`',
    ],
    ['{"tool": "ecs-exec-lint", "version": 1,\n"findings": {"a.yml": 3}}\n', '2:23: '],
    ['{"tool": "ecs-exec-lint",\n<<<<<<< HEAD\n}\n', '2:1: '],
    ['my notes\n', '1:1: A baseline takes a map.'],
    [OFF, '1:1: '],
  ])('in a baseline is told with its place, and nothing is written: %j', (content, message) => {
    const cwd = folder({ 'a.yml': OFF, [NAME]: content });
    for (const args of [USE, ['--write-baseline']]) {
      const { code, out, err } = run(cwd, args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`ecs-exec-lint: ${NAME}:${message}`);
      expect(text(cwd, NAME)).toBe(content);
    }
  });

  test('is a baseline that is not there', () => {
    const { code, err } = run(folder({ 'a.yml': OFF }), USE);
    expect(code).toBe(2);
    expect(err).toBe(
      `ecs-exec-lint: ${NAME}: there is no such baseline.\necs-exec-lint: Create it with --write-baseline.\n`,
    );
  });

  test('is a link, another file or a report in place of the baseline', () => {
    const cwd = folder({ 'a.yml': OFF, 'real.json': KNOWN });
    symlinkSync('real.json', join(cwd, NAME));
    expect(run(cwd, ['--write-baseline', 'a.yml'])).toMatchObject({ code: 2 });
    expect(text(cwd, 'real.json')).toBe(KNOWN);
    run(cwd, ['-f', 'json=r.json', 'a.yml']);
    const report = text(cwd, 'r.json');
    expect(run(cwd, ['--write-baseline', '--baseline', 'r.json', 'a.yml']).code).toBe(2);
    expect(text(cwd, 'r.json')).toBe(report);
    expect(
      run(cwd, ['--baseline', 'real.json', '--overwrite', '-f', 'json=real.json', 'a.yml']),
    ).toMatchObject({
      code: 2,
      err: expect.stringContaining('it is the baseline'),
    });
    expect(text(cwd, 'real.json')).toBe(KNOWN);
  });

  test.each(['--fix', '--diff', '--no-ignores', '--list-files', '--caller-policy'])(
    'is %s beside it',
    flag => {
      const cwd = folder({ 'a.yml': OFF });
      expect(run(cwd, ['--write-baseline', flag])).toMatchObject({ code: 2, out: '' });
      expect(existsSync(join(cwd, NAME))).toBe(false);
    },
  );

  test('is a run without a template: nothing is written', () => {
    const cwd = folder({ 'notes.txt': 'x' });
    expect(run(cwd, ['--write-baseline']).code).toBe(2);
    expect(existsSync(join(cwd, NAME))).toBe(false);
  });
});

test('a repository of 200 templates is adopted by one command', { timeout: 120_000 }, () => {
  const fixtures = readdirSync(new URL('../../fixtures/whole/', import.meta.url))
    .filter(each => /\.(?:yml|json)$/.test(each))
    .filter(each => parse(each, whole(each)).problems.length === 0);
  const cwd = folder(
    Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [
        `stack-${i}/template.yml`,
        whole(fixtures[i % fixtures.length] ?? ''),
      ]),
    ),
  );
  const before = run(cwd, ['-f', 'concise'], { patience: 100_000 });
  expect(before.code).toBe(1);
  expect(run(cwd, ['--write-baseline'], { patience: 100_000 }).err).toContain(`wrote ${NAME} with`);
  const after = run(cwd, [...USE, '-f', 'concise'], { patience: 100_000 });
  expect(after).toMatchObject({ code: 0, out: '' });
  write(cwd, 'stack-7/template.yml', OFF.replaceAll('Service:', 'New:'));
  const later = run(cwd, [...USE, '-f', 'concise'], { patience: 100_000 });
  expect(later.code).toBe(1);
  expect(later.out).toContain('stack-7/template.yml:2:3: error:');
  rmSync(join(cwd, 'stack-7'), { recursive: true });
  expect(run(cwd, [...USE, '-f', 'concise'], { patience: 100_000 }).code).toBe(0);
});
