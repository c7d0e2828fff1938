import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { FLAG_NAMES } from '../../src/cli/args/flags.ts';
import { inShort } from '../../src/cli/output/rule-pages.ts';
import { english } from '../../src/i18n/words.ts';
import { rules } from '../../src/index.ts';
import { nearest } from '../../src/util/did-you-mean.ts';
import { CLI, FAULTY, folder, OFF, READY, run, WARNED } from './harness.ts';

describe('what only tells something', () => {
  test('--help names every flag and the exit codes, within 80 columns', () => {
    const { code, out, err } = run(folder(), ['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of FLAG_NAMES) expect(out).toContain(`--${name}`);
    expect(out).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {5}.*\n {2}2 /);
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
  });

  test.each(['--version', '-V', '-v'])('%s', flag => {
    expect(run(folder(), [flag])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  test('--list-rules -f json: what programs may ask of the rules', () => {
    const { code, out } = run(folder(), ['--list-rules', '-f', 'json']);
    const listed: readonly { readonly id: string; readonly sources: readonly string[] }[] = JSON.parse(out);
    expect([code, listed.map(each => each.id)]).toEqual([0, rules.map(each => each.id)]);
    expect(listed[0]).toMatchObject({ severity: 'error', fix: 'safe', summary: expect.any(String) });
    const wrong = run(folder(), ['--list-rules', '-f', 'sarif']);
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toContain('The flag --list-rules takes no format but json.');
  });

  test('--list-rules: one rule a line, its id first', () => {
    const { code, out } = run(folder(), ['--list-rules']);
    const ids = out
      .trimEnd()
      .split('\n')
      .map(line => line.split(' ')[0]);
    expect({ code, ids }).toEqual({ code: 0, ids: rules.map(each => each.id) });
  });

  test('--explain says what, why, and where that is written', () => {
    const [rule] = rules;
    const { code, out } = run(folder(), ['--explain', rule?.id ?? '']);
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(join(CLI, '..', '..', 'docs', 'rules', `${rule?.id}.md`), 'utf8'));
    for (const text of [rule?.summary, rule?.why, ...(rule?.sources ?? [])]) {
      expect(out).toContain(text);
      expect(inShort(rule?.id ?? '', english, 1000)).toContain(text);
    }
  });
});

describe('--explain finds a rule', () => {
  const explain = (text: string): ReturnType<typeof run> => run(folder(), ['--explain', text]);

  test('by the beginning of its id', () => {
    expect(explain('task-role-m')).toEqual(explain('task-role-missing'));
    expect(explain('exec-enabled').out).toMatch(/^# exec-enabled\n/);
  });

  test('by an error message', () => {
    const { code, out } = explain(
      'An error occurred (TargetNotConnectedException) when calling the ExecuteCommand',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^TargetNotConnectedException\n {2}ECS Exec is on/);
    expect(out).toContain('\ntask-role-lacks-ssmmessages\n    The task role');
    expect(explain('SessionManagerPlugin is not found').out).not.toContain('Rules that find');
  });
});

describe('a mistake is told in two lines, and nothing is checked', () => {
  test.each([
    [['--fxi'], 'There is no flag --fxi.', 'Did you mean --fix?'],
    [['--ony', 'a'], 'There is no flag --ony.', 'Did you mean --only?'],
    [['-x'], 'There is no flag -x.', '--help'],
    [['--only'], 'The flag --only needs a value.', '--help'],
    [['--skip='], 'The flag --skip needs a value.', '--help'],
    [['--fix=maybe'], 'The flag --fix takes no value.', '--help'],
    [['--only', 'exec-enable'], 'There is no rule `exec-enable`.', 'Did you mean `exec-enabled`?'],
    [['--skip', 'nonsense'], 'There is no rule `nonsense`.', '--list-rules'],
    [['--explain', 'task-role-l'], 'Several rules begin with `task-role-l`.', 'task-role-lacks-ssmmessages'],
    [['--explain', 'nonsense'], 'There is no rule `nonsense`.', '--list-rules'],
    [['-f', 'jsn'], 'There is no format `jsn`.', 'Did you mean json?'],
    [['-f', 'json', '-f', 'concise'], 'Only one report can go to standard output.', 'FORMAT=FILE'],
    [['-f', 'json='], 'In --format json= the file is missing.', '--help'],
    [['--color', 'sometimes'], 'The flag --color takes auto, always, never, not `sometimes`.', '--help'],
    [['--fail-on', 'fatal'], 'The flag --fail-on takes error, warning, info, not `fatal`.', '--help'],
    [['--max-warnings', 'many'], 'The flag --max-warnings takes a number, not `many`.', '--help'],
    [['--max-warnings', '-1'], 'The flag --max-warnings takes a number, not `-1`.', '--help'],
    [['--unsafe-fixes'], 'The flag --unsafe-fixes requires --fix or --diff.', '--help'],
    [['--fix', '--diff'], 'Use either --fix or --diff, not both.', '--help'],
  ])('%j', (args, first, second) => {
    const { code, out, err } = run(folder({ 'a.yml': OFF }), ['a.yml', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(`ecs-exec-lint: ${first}`);
    expect(lines[1]).toContain(second);
  });

  test('--help comes before a mistake', () => {
    expect(run(folder(), ['--fxi', '--help'])).toMatchObject({ code: 0, err: '' });
  });
});

describe('nearest', () => {
  test.each([
    ['fixe', 'fix'],
    ['fxi', 'fix'],
    ['formt', 'format'],
    ['qiuet', 'quiet'],
    ['FORMAT', 'format'],
    ['nothing-like-it', undefined],
    ['x', undefined],
    ['__proto__', undefined],
  ])('%s', (wrong, meant) => {
    expect(nearest(wrong, FLAG_NAMES)).toBe(meant);
  });
});

describe('which rules count', () => {
  const rulesOf = (...args: string[]): string[] => {
    const { out } = run(folder({ 'a.yml': FAULTY }), ['-f', 'concise', ...args, 'a.yml']);
    return [...out.matchAll(/\[([\w-]+)\]$/gm)].map(([, id]) => id ?? '').sort();
  };

  test('--only, repeated and with commas', () => {
    expect(rulesOf('--only', 'exec-not-enabled,logging-not-overridden')).toEqual([
      'exec-not-enabled',
      'logging-not-overridden',
    ]);
    expect(rulesOf('--only', 'exec-not-enabled', '--only', 'logging-not-overridden')).toHaveLength(2);
  });

  test('--only shows advice that it names', () => {
    expect(rulesOf()).not.toContain('init-process-disabled');
    expect(rulesOf('--only', 'init-process-disabled')).toEqual(['init-process-disabled']);
  });

  test('--skip', () => {
    const all = rulesOf();
    expect(rulesOf('--skip', 'logging-not-overridden')).toEqual(
      all.filter(each => each !== 'logging-not-overridden'),
    );
  });

  test('--quiet shows errors only', () => {
    expect(rulesOf()).toContain('task-role-lacks-log-permissions');
    expect(rulesOf('--quiet')).not.toContain('task-role-lacks-log-permissions');
  });
});

describe('exit codes', () => {
  test.each([
    ['nothing found', READY, [], 0],
    ['an error', OFF, [], 1],
    ['a warning', WARNED, [], 0],
    ['a warning that counts', WARNED, ['--fail-on', 'warning'], 1],
    ['an error where warnings count', OFF, ['--fail-on', 'warning'], 1],
    ['as many warnings as are allowed', WARNED, ['--max-warnings', '1'], 0],
    ['too many warnings', WARNED, ['--max-warnings', '0'], 1],
    ['too many warnings that are not shown', WARNED, ['--max-warnings', '0', '--quiet'], 1],
    ['an error, with --exit-zero', OFF, ['--exit-zero'], 0],
    ['no template, with --exit-zero', 'kind: Pod\n', ['--exit-zero'], 2],
    ['an error that is skipped', OFF, ['--skip', 'exec-not-enabled'], 0],
    ['a text that does not parse', 'Resources:\n  A: {\n', [], 2],
    ['a text that does not parse, and no rule for it', 'Resources:\n  A: {\n', ['--skip', 'parse-error'], 2],
    ['a key that is there twice', `${OFF}      Cluster: other\n`, [], 2],
  ])('%s', (_, text, args, code) => {
    const cwd = folder({ 'a.yml': text });
    expect(run(cwd, [...args, 'a.yml']).code).toBe(code);
    expect(run(cwd, [...args, '-f', 'json', 'a.yml']).code).toBe(code);
  });

  test('--max-warnings says why it failed', () => {
    const { err } = run(folder({ 'a.yml': WARNED }), ['--max-warnings', '0', '--quiet', 'a.yml']);
    expect(err).toContain('--max-warnings allows 0');
  });
});

describe('formats', () => {
  test('json is all there is on standard output', () => {
    const { out, err } = run(folder({ 'a.yml': FAULTY }), ['--pedantic', '-f', 'json', 'a.yml']);
    expect(JSON.parse(out)).toMatchObject({ version: 1, tool: { name: 'ecs-exec-lint' } });
    expect(err).toBe('');
  });

  test('json is written even when nothing could be checked', () => {
    const { code, out } = run(folder(), ['-f', 'json', 'missing.yml']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ findings: [], services: [], summary: { files: 0 } });
  });

  test('concise is a line a finding, and nothing when there is none', () => {
    const cwd = folder({ 'a.yml': OFF, 'b.yml': READY });
    expect(run(cwd, ['-f', 'concise', 'a.yml']).out).toMatch(
      /^a\.yml:2:3: error: .+ \[exec-not-enabled\]\n$/,
    );
    expect(run(cwd, ['-f', 'concise', 'b.yml'])).toEqual({ code: 0, out: '', err: '' });
  });

  test('several, to files and to standard output', async () => {
    const cwd = folder({ 'a.yml': OFF });
    const both = run(cwd, ['-f', 'json=report.json', '-f', 'concise', 'a.yml']);
    expect(both).toMatchObject({ code: 1, err: '' });
    expect(both.out).toMatch(/^a\.yml:2:3: error/);
    const { default: report } = await import(`${cwd}/report.json`, { with: { type: 'json' } });
    expect(report.findings).toHaveLength(1);
    expect(run(cwd, ['-f', 'json=other.json', 'a.yml']).out).toContain('error[exec-not-enabled]');
  });

  test('a report that cannot be written is no success', () => {
    const { code, err } = run(folder({ 'a.yml': READY }), ['-f', 'json=/dev/full', 'a.yml']);
    expect({ code, err }).toEqual({ code: 2, err: 'ecs-exec-lint: /dev/full: no space left on the disk.\n' });
  });

  test('one line when clean', () => {
    const { out } = run(folder({ 'a.yml': READY }), ['a.yml']);
    expect(out).toBe('Nothing found in a.yml: 1 service ready.\n');
  });

  test('--pedantic adds what could not be decided', () => {
    const cwd = folder({ 'a.yml': OFF });
    expect(run(cwd, ['a.yml']).out).not.toContain('undecided[');
    expect(run(cwd, ['--pedantic', 'a.yml']).out).toMatch(
      /undecided\[task-role-missing\]: .+\n(?: {2}.+\n)* {2}--> a\.yml:2/,
    );
  });
});

describe('--statistics', () => {
  test('counts what each rule found, the most first, below what people read', () => {
    const cwd = folder({ 'a.yml': FAULTY, 'b.yml': OFF });
    const { out, err } = run(cwd, ['--statistics']);
    expect(err).toBe('');
    const table = out.slice(out.lastIndexOf('\n\n') + 2).split('\n');
    expect(table.some(line => /^2 {2}exec-not-enabled +2 with a fix$/.test(line))).toBe(true);
    expect(table.some(line => /^1 {2}task-role-lacks-ssmmessages$/.test(line))).toBe(true);
    const counts = table.map(Number.parseFloat).filter(each => each > 0);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  test('and beside what programs read', () => {
    const { out, err } = run(folder({ 'a.yml': OFF }), ['--statistics', '-f', 'json', 'a.yml']);
    expect(JSON.parse(out).findings).toHaveLength(1);
    expect(err).toBe('1  exec-not-enabled  1 with a fix\n');
  });
});

describe('an internal error', () => {
  const breaking = (...args: string[]): ReturnType<typeof run> => {
    const cwd = folder({ 'a.yml': OFF, 'break.cjs': 'JSON.stringify = () => { throw new Error("boom"); };' });
    return run(cwd, [...args, '-f', 'json', 'a.yml'], { env: { NODE_OPTIONS: '--require ./break.cjs' } });
  };

  test('is one line, and how to report it', () => {
    const { code, out, err } = breaking();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^ecs-exec-lint: internal error: boom\necs-exec-lint: .*Please report it.*\n$/);
  });

  test('shows where it comes from with --debug', () => {
    expect(breaking('--debug').err).toMatch(/\n {4}at /);
  });
});
