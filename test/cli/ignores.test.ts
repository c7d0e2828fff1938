import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addIgnores, DEFAULT_OPTIONS, parse, rules } from '../../src/index.ts';
import { FAULTY, folder, OFF, READY, run, WARNED, whole } from './harness.ts';

const text = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

const IGNORED: string = OFF.replace('Service:', 'Service: # ecs-exec-lint: ignore[exec-not-enabled] why not');
const ADD: readonly string[] = ['--add-ignore', 'exec-not-enabled', '--reason', 'nobody needs a shell'];

describe('what a template ignores', () => {
  test('is left out and counted, in every report', () => {
    const cwd = folder({ 'a.yml': IGNORED });
    const { code, out, err } = run(cwd, ['-f', 'json=a.json', 'a.yml']);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: `Nothing found in a.yml: 1 service not checked, 1 finding ignored.

Left out:
  services not checked, since they are exempt from ECS Exec (a.yml): Service
    (a.yml:2)
  suppressed findings (--no-ignores shows them): 1 by a.yml
`,
      err: '',
    });
    expect(JSON.parse(text(cwd, 'a.json'))).toMatchObject({
      findings: [],
      summary: { ignored: 1, errors: 0 },
    });
  });

  test('is shown and counts with --no-ignores', () => {
    const { code, out } = run(folder({ 'a.yml': IGNORED }), ['--no-ignores', '-f', 'concise', 'a.yml']);
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.yml:2:3: error: .*\[exec-not-enabled\]\n$/);
  });

  test('is not fixed', () => {
    const cwd = folder({ 'a.yml': IGNORED });
    expect(run(cwd, ['--fix', 'a.yml']).code).toBe(0);
    expect(text(cwd, 'a.yml')).toBe(IGNORED);
  });
});

test('a text that cannot be read is told of even when no rule tells', () => {
  const { code, out, err } = run(folder({ 'a.yml': `${OFF}      - x\n` }), [
    '--skip',
    'parse-error',
    'a.yml',
  ]);
  expect(code).toBe(2);
  expect(err).toMatch(/^ecs-exec-lint: a\.yml:7: This is not valid YAML: .*\n$/);
  expect(out).toBe(
    'Nothing found in a.yml: 1 template not checked.\n\nLeft out:\n  rules that are off (--skip): parse-error\n',
  );
});

describe('--add-ignore', () => {
  test.each([[[]], [['--diff']]])(
    'says of a rule that has no findings that there is nothing to suppress %j',
    more => {
      const cwd = folder({ 'a.yml': OFF });
      const rules = ['--add-ignore', 'exec-not-enabled,task-role-missing', '--reason', 'why not'];
      const { err } = run(cwd, [...rules, ...more, '-f', 'json=r.json', 'a.yml']);
      expect(err).toContain(
        'ecs-exec-lint: --add-ignore: `task-role-missing` has no findings to suppress here.\n',
      );
      expect(err).not.toContain('exec-not-enabled` has no');
    },
  );

  test('writes a comment, with the reason, and exits by what remains', () => {
    const cwd = folder({ 'a.yml': OFF });
    const { code, err } = run(cwd, [...ADD, 'a.yml']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(text(cwd, 'a.yml')).toBe(
      OFF.replace(
        '  Service:',
        '  # ecs-exec-lint: ignore[exec-not-enabled] nobody needs a shell\n  Service:',
      ),
    );
    expect(run(cwd, [...ADD, '-f', 'json', 'a.yml']).out).toContain('"ignored": 1');
  });

  test('shows what it would write with --diff', () => {
    const cwd = folder({ 'a.yml': OFF });
    const { code, out } = run(cwd, [...ADD, '--diff', 'a.yml']);
    expect(code).toBe(1);
    expect(out.split('\n').filter(line => /^[+-] /.test(line))).toEqual([
      '+  # ecs-exec-lint: ignore[exec-not-enabled] nobody needs a shell',
    ]);
    expect(text(cwd, 'a.yml')).toBe(OFF);
  });

  test('fixes nothing else', () => {
    const cwd = folder({ 'a.yml': FAULTY });
    const rules = ['--add-ignore', 'logging-not-overridden', '--add-ignore', 'task-role-lacks-ssmmessages'];
    const { code } = run(cwd, [...rules, '--reason', 'later', 'a.yml']);
    expect(code).toBe(1);
    const added = text(cwd, 'a.yml')
      .split('\n')
      .filter(line => !FAULTY.split('\n').includes(line));
    expect(added).toEqual([
      '  # ecs-exec-lint: ignore[logging-not-overridden] later',
      '  # ecs-exec-lint: ignore[task-role-lacks-ssmmessages] later',
    ]);
  });

  test('takes all findings at once, of several files', () => {
    const cwd = folder({ 'a.yml': FAULTY, 'b.json': whole('fargate-stack.json'), 'c.yml': WARNED });
    const all = ['--add-ignore', 'all', '--fail-on', 'warning', '-f', 'concise'];
    expect(run(cwd, [...all, '--reason', 'known at adoption']).code).toBe(0);
    expect(text(cwd, 'a.yml')).toContain('# ecs-exec-lint: ignore[exec-not-enabled] known at adoption\n');
    expect(text(cwd, 'b.json')).toContain('"known at adoption"');
    expect(run(cwd, ['--fail-on', 'warning', '-f', 'concise'])).toMatchObject({ code: 0, out: '' });
    expect(run(cwd, [...all, '--reason', 'again']).err).toContain(
      'ecs-exec-lint: --add-ignore: there are no findings to suppress here.\n',
    );
  });

  test('leaves what is wrong with ignores to be put right', () => {
    const unused = READY.replace('Resources:', '# ecs-exec-lint: ignore[parse-error] why\nResources:');
    const cwd = folder({ 'a.yml': unused });
    const { out } = run(cwd, ['--add-ignore', 'all', '--reason', 'known', '-f', 'concise']);
    expect(out).toContain('[unused-ignore]');
    expect(text(cwd, 'a.yml')).toBe(unused);
  });

  test.each([
    [['--add-ignore', 'all'], 'The flag --add-ignore requires a reason.'],
    [['--add-ignore', 'exec-not-enabled'], 'The flag --add-ignore requires a reason.'],
    [['--add-ignore', 'exec-not-enabled', '--reason', 'a\nb'], 'The reason must be one line of text.'],
    [['--add-ignore', 'exec', '--reason', 'x'], 'There is no rule `exec`.'],
    [['--reason', 'x'], 'The flag --reason requires --add-ignore.'],
    [[...ADD, '--fix'], 'Use either --fix or --add-ignore, not both.'],
    [[...ADD, '--no-ignores'], 'The flag --add-ignore cannot be combined with --no-ignores.'],
    [[...ADD, '--unsafe-fixes'], 'The flag --unsafe-fixes requires --fix or --diff.'],
  ])('%j is a mistake', (args, line) => {
    const { code, out, err } = run(folder({ 'a.yml': OFF }), [...args, 'a.yml']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')[0]).toBe(`ecs-exec-lint: ${line}`);
  });
});

describe('an ignore that is added', () => {
  async function added(template: string, file = 'a.yml', rules = ['exec-not-enabled']): Promise<string> {
    const options = { ...DEFAULT_OPTIONS, rules, reason: 'so', errorsOnly: false };
    const { changed, report, verificationFailures } = await addIgnores([parse(file, template)], options);
    expect(verificationFailures).toEqual([]);
    expect(report.findings.filter(each => rules.includes(each.ruleId))).toEqual([]);
    expect(report.findings.filter(each => each.ruleId === 'unused-ignore')).toEqual([]);
    const after = changed[0]?.after ?? template;
    const again = await addIgnores([parse(file, after)], options);
    expect(again.changed).toEqual([]);
    return after;
  }

  const COMMENT = '# ecs-exec-lint: ignore[exec-not-enabled] so';

  test('stands above the line of the finding, with its indentation and line end', async () => {
    const off = `${OFF}      EnableExecuteCommand: false\n`.replaceAll('\n', '\r\n');
    expect(await added(off)).toBe(
      off.replace('      EnableExecuteCommand', `      ${COMMENT}\r\n      EnableExecuteCommand`),
    );
  });

  test('stands behind a byte order mark', async () => {
    const flow = '{Resources: {Web: {Type: AWS::ECS::Service, Properties: {Cluster: a}}}}';
    expect(await added(`\uFEFF${flow}`)).toBe(`\uFEFF${COMMENT}\n${flow}`);
  });

  test('is one for findings of one line', async () => {
    const two = `Resources: {A: {Type: AWS::ECS::Service}, B: {Type: AWS::ECS::Service}}\n`;
    expect(await added(two)).toBe(`${COMMENT}\n${two}`);
  });

  test('stands in the metadata of JSON, beside what is there', async () => {
    const minified = '{"Resources":{"S":{"Type":"AWS::ECS::Service","Properties":{"Cluster":"a"}}}}';
    const after: unknown = JSON.parse(await added(minified, 'a.json'));
    expect(after).toMatchObject({
      Resources: {
        S: { Metadata: { 'ecs-exec-lint': { ignore: [{ rule: 'exec-not-enabled', reason: 'so' }] } } },
      },
    });
    const other = whole('fargate-stack.json').replace(
      '"Type": "AWS::ECS::Service",',
      '"Type": "AWS::ECS::Service", "Metadata": {"ecs-exec-lint": {"ignore": ["parse-error"]}},',
    );
    const { Resources } = JSON.parse(await added(other.replace('parse-error', 'unused-ignore'), 'a.json'));
    expect(Resources.Service.Metadata['ecs-exec-lint'].ignore).toEqual([
      'unused-ignore',
      { rule: 'exec-not-enabled', reason: 'so' },
    ]);
  });

  test('comes first where others have nothing to find after it', async () => {
    const after = await added(FAULTY, 'a.yml', ['logging-not-overridden', 'exec-not-enabled']);
    expect(after.split('\n').length).toBe(FAULTY.split('\n').length + 1);
  });

  test('is refused where the template is not clear, and says why', async () => {
    const twice = `${OFF}      Cluster: other\n`;
    const options = { ...DEFAULT_OPTIONS, rules: ['exec-not-enabled'], reason: 'so', errorsOnly: false };
    const { changed, report } = await addIgnores([parse('a.yml', twice)], options);
    expect(changed).toEqual([]);
    expect(report.fixes.refused.map(each => each.ruleId)).toContain('exec-not-enabled');
  });
});

const FIXTURES: readonly string[] = readdirSync(new URL('../../fixtures/whole/', import.meta.url))
  .filter(each => /\.(?:yml|json)$/.test(each) && !/settings\.json$/.test(each))
  .filter(each => parse(each, whole(each)).problems.length === 0);

test.each(FIXTURES)('ignores for all rules leave nothing to report in %s', async file => {
  const options = {
    ...DEFAULT_OPTIONS,
    rules: rules.filter(each => !each.checkIgnores).map(each => each.id),
    reason: 'known at adoption',
    errorsOnly: false,
    fixGenerated: true,
  };
  const { report, verificationFailures } = await addIgnores([parse(file, whole(file))], options);
  expect(verificationFailures).toEqual([]);
  const found = new Set(report.findings.map(each => each.ruleId));
  found.delete('unused-ignore');
  expect([...found]).toEqual([]);
});
