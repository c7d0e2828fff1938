import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse as readYaml } from 'yaml';
import { problemsIn } from '../../src/cli/config/config-problems.ts';
import { EXAMPLE } from '../../src/cli/config/init.ts';
import { readConfig } from '../../src/cli/config/read-config.ts';
import { configSchema } from '../../src/cli/config/schema.ts';
import { say } from '../../src/i18n/sentence.ts';
import { parse, rules } from '../../src/index.ts';
import { expected } from '../fixtures.ts';
import { FAULTY, folder, OFF, REPOSITORY, run, WARNED } from './harness.ts';

const FULL = `$schema: ./schema/config.schema.json
exec: optional
rules:
  exec-not-enabled: error
  logging-not-overridden: warning
  ssmmessages-restricted: info
  parse-error: "off"
ignores:
  - rules: exec-not-enabled
    files: [legacy/, "*.old.yml"]
    resources: "*Worker"
    reason: nobody needs a shell there
  - rules: [task-role-missing, parse-error]
    reason: known
logging:
  destination: s3
  keyPrefix: exec/
  kmsKeyId: alias/exec
  retentionInDays: 365
parameters:
  Stage: prod
  Count: 3
  Exec: true
ignorePatterns: [cdk.out/]
format: [concise, sarif=out.sarif]
failOn: warning
maxWarnings: 10
rulePages: https://docs.example.com/rules
`;

const SCHEMA: string = join(dirname(fileURLToPath(import.meta.url)), '../../schema/config.schema.json');
const TITLE = 'Configuration of ecs-exec-lint';

const shipped: AnySchemaObject = JSON.parse(
  JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...configSchema(rules),
    title: TITLE,
  }),
);
const isValid: ValidateFunction = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(shipped);

const problems = (text: string): readonly string[] =>
  problemsIn(parse('x.yml', text).root, configSchema(rules), say`A configuration`).map(each =>
    String(each.message),
  );

describe('the schema', () => {
  test('is shipped', () => {
    const text = `${JSON.stringify(shipped, null, 2)}\n`;
    expect(text).toBe(expected(SCHEMA, text, ''));
  });

  test.each([
    ['the example', EXAMPLE],
    ['nothing', '{}'],
    ['every setting', FULL],
    ['a rule that is off', 'rules: {exec-not-enabled: off}'],
    ['an unknown setting', 'exce: required'],
    ['an unknown setting in a map', 'logging: {days: 3}'],
    ['an unknown rule', 'rules: {exec-enabled: off}'],
    ['an unknown severity', 'rules: {exec-not-enabled: fatal}'],
    ['a list in place of a map', 'rules: [exec-not-enabled]'],
    ['a map in place of a list', 'ignores: {rules: exec-not-enabled, reason: x}'],
    ['an ignore without a reason', 'ignores: [{rules: exec-not-enabled}]'],
    ['an ignore of no rule that there is', 'ignores: [{rules: [nonsense], reason: x}]'],
    ['a number of days that AWS does not take', 'logging: {retentionInDays: 91}'],
    ['an empty text', 'logging: {keyPrefix: ""}'],
    ['a number in place of a text', 'logging: {keyPrefix: 7}'],
    ['a list as the value of a parameter', 'parameters: {A: [1]}'],
    ['an unknown format', 'format: [pretty, sarf=x]'],
    ['too few warnings', 'maxWarnings: -1'],
    ['a script as an address', 'rulePages: javascript:alert(1)'],
    ['an address that ends a link', 'rulePages: "https://example.com/) [x](https://example.org"'],
    ['half a warning', 'maxWarnings: 1.5'],
    ['what is no map', '- exec'],
  ])('and what is said of %s agree', (_, text) => {
    const valid = isValid(readYaml(text));
    expect(problems(text).length === 0, problems(text).join()).toBe(valid);
  });
});

test('what is wrong is told with its place and the nearest name, all at once', () => {
  const cwd = folder({
    'a.yml': OFF,
    '.ecs-exec-lint.yml':
      'exce: required\nrules:\n  exec-not-enabld: off\n  parse-error: eror\nfailOn: [x]\n',
  });
  const { code, out, err } = run(cwd, ['a.yml']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.split('\n')).toEqual([
    'ecs-exec-lint: .ecs-exec-lint.yml:1:1: There is no setting `exce`: did you mean `exec`?',
    'ecs-exec-lint: .ecs-exec-lint.yml:3:3: There is no rule `exec-not-enabld`: did you mean `exec-not-enabled`?',
    'ecs-exec-lint: .ecs-exec-lint.yml:4:16: The rule `parse-error` cannot be `eror`: did you mean `error`?',
    'ecs-exec-lint: .ecs-exec-lint.yml:5:9: The setting `failOn` cannot be a list: it takes error, warning, info.',
    'ecs-exec-lint: schema/config.schema.json in the package lists every setting.',
    '',
  ]);
});

describe('the configuration', () => {
  const OPTIONAL = 'exec: optional\n';
  const execOf = (cwd: string, named?: string): string | undefined =>
    readConfig(named, cwd, { rules, parse })?.exec;

  test.each([
    ['.ecs-exec-lint.yml', OPTIONAL],
    ['.ecs-exec-lint.yaml', OPTIONAL],
    ['.ecs-exec-lint.json', '{"exec": "optional"}'],
    ['package.json', '{"name": "x", "ecs-exec-lint": {"exec": "optional"}}'],
  ])('is found in %s, from the current directory up to the root of the repository', (name, text) => {
    const cwd = folder({ [name]: text, ...REPOSITORY, 'a/b/package.json': '{"ecs-exec-lint": "^1"}' });
    expect([execOf(cwd), execOf(join(cwd, 'a', 'b'))]).toEqual(['optional', 'optional']);
  });

  test('is the nearest, unless there is to be none', () => {
    const cwd = folder({
      ...REPOSITORY,
      '.ecs-exec-lint.yml': OPTIONAL,
      'a/.ecs-exec-lint.yml': '',
      'a/b.yml': OFF,
    });
    expect(run(cwd, ['a/b.yml']).code).toBe(0);
    expect(run(cwd, ['--no-config', 'a/b.yml']).code).toBe(1);
    expect(run(join(cwd, 'a'), []).code).toBe(1);
  });

  test('is not looked for above a repository, nor above the current directory where there is none', () => {
    const inner = Object.fromEntries(Object.entries(REPOSITORY).map(([name, text]) => [`a/${name}`, text]));
    const cwd = folder({ '.ecs-exec-lint.yml': OPTIONAL, ...inner, 'c/d.yml': OFF });
    expect([execOf(join(cwd, 'a')), execOf(join(cwd, 'c')), execOf(cwd)]).toEqual([
      undefined,
      undefined,
      'optional',
    ]);
  });

  test('may be named', () => {
    const cwd = folder({ 'x/lint.yml': OPTIONAL, 'a.yml': OFF, 'package.json': '{}', 'b.yml': 'exec: [\n' });
    expect(run(cwd, ['-c', 'x/lint.yml', 'a.yml']).code).toBe(0);
    expect(() => execOf(cwd, 'y.yml')).toThrow('y.yml: file not found.');
    expect(() => execOf(cwd, 'package.json')).toThrow('package.json: there is no `ecs-exec-lint` in it.');
    expect(() => execOf(cwd, 'b.yml')).toThrow(/^b\.yml:\d:\d: This is not valid YAML/);
    const both = run(cwd, ['--config', 'x/lint.yml', '--no-config']);
    expect([both.code, both.err]).toEqual([
      2,
      expect.stringContaining('Use either --config or --no-config, not both.'),
    ]);
  });

  test('cannot be in two files of one folder', () => {
    const cwd = folder({ '.ecs-exec-lint.yml': '', '.ecs-exec-lint.json': '{}' });
    expect(() => execOf(cwd)).toThrow(
      'There are two configuration files: .ecs-exec-lint.yml and .ecs-exec-lint.json.',
    );
  });
});

describe('what it says counts, and flags count more', () => {
  const withConfig = (config: string, text: string = FAULTY): string =>
    folder({ '.ecs-exec-lint.yml': config, 'a.yml': text });
  const rulesOf = (cwd: string, ...args: string[]): readonly string[] =>
    [...run(cwd, ['-f', 'concise', ...args]).out.matchAll(/^\S+:\d+:\d+: (\w+): .*\[([\w-]+)\]$/gm)].map(
      ([, severity, id]) => `${severity} ${id}`,
    );

  test('severities of rules', () => {
    const cwd = withConfig('rules: {exec-not-enabled: warning, logging-not-overridden: off}');
    const found = rulesOf(cwd);
    expect(found).toContain('warning exec-not-enabled');
    expect(found.join()).not.toContain('logging-not-overridden');
    expect(rulesOf(cwd, '--only', 'logging-not-overridden')).toEqual(['error logging-not-overridden']);
    expect(rulesOf(cwd, '--skip', 'exec-not-enabled').join()).not.toContain('exec-not-enabled');
  });

  test('a rule that is to count as little is a check of services all the same', () => {
    const checksOf = (config: string): readonly string[] => {
      const { services } = JSON.parse(run(withConfig(config), ['-f', 'json']).out);
      return services[0].checks.map((each: { id: string; status: string }) => `${each.id} ${each.status}`);
    };
    const all = checksOf('{exec: required}');
    expect(all).toContain('task-role-lacks-log-permissions fail');
    expect(all.join()).not.toContain('init-process-disabled');
    expect(checksOf('rules: {task-role-lacks-log-permissions: info}')).toEqual(all);
    expect(checksOf('rules: {init-process-disabled: warning}')).toContain('init-process-disabled fail');
  });

  test('what fixes write where sessions are to be recorded', () => {
    const cwd = withConfig(
      'logging: {destination: both, keyPrefix: exec/, kmsKeyId: alias/exec, retentionInDays: 30}',
    );
    expect(run(cwd, ['--fix']).code).toBeLessThan(2);
    const fixed = readFileSync(join(cwd, 'a.yml'), 'utf8');
    for (const written of ['S3KeyPrefix: exec/', 'KmsKeyId: alias/exec', 'RetentionInDays: 30'])
      expect(fixed).toContain(written);
    expect(fixed).toMatch(/CloudWatchLogGroupName: !Ref .*\n.*S3BucketName: !Ref /);
  });

  test('ignores by file and by resource', () => {
    const ignores = (more: string): string =>
      `ignores: [{rules: [exec-not-enabled, logging-not-overridden], reason: so, ${more}}]`;
    const cwd = withConfig(ignores('files: a.yml'));
    expect(rulesOf(cwd).join()).not.toContain('exec-not-enabled');
    expect(rulesOf(cwd, '--no-ignores').join()).toContain('exec-not-enabled');
    const isIgnored = (more: string, file: string, resource: string | undefined): boolean => {
      const there = folder({ 'c.yml': ignores(more) });
      const subject = { ruleId: 'exec-not-enabled', file, offset: 0, resource };
      return readConfig('c.yml', there, { rules, parse })?.ignored?.(subject) === 'so';
    };
    expect(isIgnored('files: "b*"', 'a.yml', 'Service')).toBe(false);
    expect(isIgnored('files: [/b.yml, "*.yml"]', 'deep/a.yml', undefined)).toBe(true);
    expect(isIgnored('files: deep/', 'deep/er/a.yml', undefined)).toBe(true);
    expect(isIgnored('files: "*"', '/elsewhere/a.yml', undefined)).toBe(false);
    expect(isIgnored('resources: Serv?ce', 'a.yml', 'Service')).toBe(true);
    expect(isIgnored('resources: [S, "W*er"]', 'a.yml', 'WebWorker')).toBe(true);
    expect(isIgnored('resources: S', 'a.yml', 'Service')).toBe(false);
    expect(isIgnored('resources: "*"', 'a.yml', undefined)).toBe(false);
    expect(isIgnored('resources: Service, files: b.yml', 'a.yml', 'Service')).toBe(false);
  });

  test('parameters, as far as a template declares them', () => {
    const text = `Parameters: {Exec: {Type: String, AllowedValues: ["true", "false"]}}\n${OFF}      EnableExecuteCommand: !Ref Exec\n`;
    const cwd = withConfig('parameters: {Exec: false, Other: 1}', text);
    expect(rulesOf(cwd)).toEqual(['error exec-not-enabled']);
    expect(rulesOf(cwd, '--parameters', 'Exec=true')).toEqual([]);
    const wrong = run(withConfig('parameters: {Exec: maybe}', text), ['a.yml']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('cannot be `maybe`')]);
  });

  test('what fails', () => {
    const cwd = withConfig('failOn: warning', WARNED);
    expect(run(cwd, []).code).toBe(1);
    expect(run(cwd, ['--fail-on', 'error']).code).toBe(0);
    expect(run(withConfig('maxWarnings: 0', WARNED), []).code).toBe(1);
    expect(run(withConfig('maxWarnings: 0', WARNED), ['--max-warnings=1']).code).toBe(0);
  });

  test('formats', () => {
    const cwd = withConfig('format: [concise]');
    expect(run(cwd, []).out).toMatch(/^a\.yml:\d+:\d+: /);
    expect(run(cwd, ['-f', 'junit']).out).toMatch(/^<\?xml/);
    expect(run(withConfig('format: [concise, json]'), []).err).toContain('Only one report can go');
  });

  test('files that are not looked at', () => {
    const cwd = folder({ '.ecs-exec-lint.yml': 'ignorePatterns: [old/]', 'a.yml': OFF, 'old/b.yml': OFF });
    expect(rulesOf(cwd)).toHaveLength(1);
    expect(rulesOf(cwd, 'old/b.yml')).toHaveLength(1);
    expect(rulesOf(cwd, '--no-config')).toHaveLength(2);
  });
});

describe('--print-config', () => {
  test('prints a configuration that says what counts', () => {
    const cwd = folder({
      '.ecs-exec-lint.yml': 'exec: optional\nrules: {parse-error: info}\nlogging: {keyPrefix: x}\n',
    });
    const args = [
      '--log-destination',
      'both',
      '--skip',
      'exec-not-enabled',
      '-f',
      'sarif=a',
      '--max-warnings',
      '3',
    ];
    const { code, out, err } = run(cwd, [
      ...args,
      '--parameters',
      'A=1',
      '--ignore-pattern',
      'b',
      '--print-config',
    ]);
    expect({ code, err }).toEqual({
      code: 0,
      err:
        'ecs-exec-lint: the configuration is .ecs-exec-lint.yml.\n' +
        'ecs-exec-lint: this configuration names report files, so it only works with --config.\n',
    });
    const printed = JSON.parse(out);
    expect([isValid(printed), isValid.errors]).toEqual([true, null]);
    expect(printed).toMatchObject({
      exec: 'optional',
      rules: { 'exec-not-enabled': 'off', 'parse-error': 'info', 'task-role-missing': 'error' },
      logging: { destination: 'both', keyPrefix: 'x', retentionInDays: 90 },
      parameters: { A: '1' },
      ignorePatterns: ['b'],
      format: ['sarif=a', 'pretty'],
      failOn: 'error',
      maxWarnings: 3,
    });
    const again = run(folder({ 'c.json': out }), ['-c', 'c.json', '--print-config']);
    expect(again.out).toBe(out);
  });

  test('says where there is none', () => {
    expect(run(folder(), ['--print-config']).err).toBe('ecs-exec-lint: there is no configuration file.\n');
  });
});

describe('--init', () => {
  test('writes what counts without it', () => {
    const cwd = folder({ 'a.yml': OFF });
    const before = run(cwd, ['--print-config']).out;
    expect(run(cwd, ['--init'])).toEqual({
      code: 0,
      out: '',
      err: 'ecs-exec-lint: wrote .ecs-exec-lint.yml.\n',
    });
    expect(run(cwd, ['--print-config']).out).toBe(before);
    const { code, err } = run(cwd, ['--init']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'ecs-exec-lint: There is already a configuration: .ecs-exec-lint.yml.\n',
    });
  });

  test('has examples that are right', () => {
    const text = EXAMPLE.replace(/(\{\}|\[\])\n# {2}/g, '\n#  ').replace(/^#( {2}\S| {4})/gm, '$1');
    const known = text.replace('init-process-disabled', 'exec-not-enabled');
    expect(known).not.toBe(EXAMPLE);
    expect(problems(known)).toEqual([]);
  });
});
