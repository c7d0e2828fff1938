import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, type Options, parse, type Report } from '../../src/index.ts';

type Unchecked = Report['unchecked'];

function unchecked(text: string, options: Partial<Options> = {}): Unchecked {
  return lint([parse('a.yml', text)], { ...DEFAULT_OPTIONS, ...options }).unchecked;
}

const OFF = `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties: {Cluster: shared, TaskDefinition: app}
`;
const ON = OFF.replace('app}', 'app, EnableExecuteCommand: true}');
const exec = (policy: Options['settings']['exec']): Partial<Options> => ({
  settings: { ...DEFAULT_OPTIONS.settings, exec: policy },
});
const why = ({ services }: Unchecked) => services.map(each => `${each.resource}:${each.line} ${each.reason}`);

describe('a service that is not judged is named with the reason', () => {
  test.each<[string, string, Partial<Options>, string[]]>([
    ['judged', OFF, {}, []],
    ['off, and its rule is skipped', OFF, { skip: ['exec-not-enabled'] }, ['Web:2 exec-off']],
    ['off, and not required', OFF, exec('optional'), ['Web:2 exec-off']],
    ['on, and not required', ON, exec('optional'), []],
    ['forbidden', ON, exec('forbidden'), ['Web:2 exec-forbidden']],
    [
      'ignored',
      OFF.replace('  Web:', '  # ecs-exec-lint: ignore[exec-not-enabled] x\n  Web:'),
      {},
      ['Web:3 ignored'],
    ],
    ['ignored by the options', OFF, { ignores: () => 'why' }, ['Web:2 ignored']],
    [
      'created by no deployment',
      `Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, x]}\n${OFF.replace('Web:', 'Web:\n    Condition: C')}`,
      { parameters: { P: 'y' } },
      ['Web:4 never-created'],
    ],
  ])('%s', (_, text, options, expected) => {
    expect(why(unchecked(text, options))).toEqual(expected);
  });

  test('by the template or by the options', () => {
    const own = OFF.replace('  Web:', '  Web: # ecs-exec-lint: ignore[exec-not-enabled] x');
    expect(unchecked(own).services[0]?.by).toBe('a.yml');
    expect(unchecked(OFF, { ignores: () => 'why' }).services[0]?.by).toBeUndefined();
  });

  test('unless another stack has it judged', () => {
    const child = `Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, x]}\n${OFF.replace('Web:', 'Web:\n    Condition: C')}`;
    const parent = `Resources:
  One: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: a.yml, Parameters: {P: x}}}
  Two: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: a.yml, Parameters: {P: y}}}
`;
    const report = (text: string) => lint([parse('a.yml', child), parse('root.yml', text)], DEFAULT_OPTIONS);
    expect(why(report(parent).unchecked)).toEqual([]);
    expect(why(report(parent.replace('{P: x}', '{P: z}')).unchecked)).toEqual(['Web:4 never-created']);
  });
});

describe('a rule that is off is named with the reason', () => {
  const rules = (options: Partial<Options>): readonly string[] =>
    unchecked(OFF, options).rules.map(each => `${each.ruleId} ${each.reason}`);

  test('by default there is none', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ pedantic: true })).toEqual([]);
  });

  test('skipped, or not among those that were asked for', () => {
    expect(rules({ skip: ['task-role-missing', 'no-such-rule'] })).toEqual(['task-role-missing skipped']);
    const only = rules({ only: ['task-role-missing'] });
    expect(only).toContain('exec-not-enabled not-selected');
    expect(only.join()).not.toContain('task-role-missing');
  });

  test('made advice, which is not shown', () => {
    const severities = { 'exec-not-enabled': 'info', 'task-role-missing': 'warning' } as const;
    expect(rules({ severities })).toEqual(['exec-not-enabled advice']);
    expect(rules({ severities, pedantic: true })).toEqual([]);
    expect(rules({ severities: { 'task-role-shared': 'info' } })).toEqual([]);
  });

  test('not asked under the policy', () => {
    expect(rules(exec('optional'))).toEqual(['exec-not-enabled policy']);
    expect(rules(exec('forbidden'))).toEqual(['exec-not-enabled policy']);
  });
});

test('suppressed findings are counted by who suppresses them', () => {
  const own = OFF.replace('  Web:', '  Web: # ecs-exec-lint: ignore[exec-not-enabled] x');
  expect(unchecked(own).suppressed).toEqual([{ by: 'a.yml', count: 1 }]);
  expect(unchecked(OFF, { ignores: () => 'why' }).suppressed).toEqual([{ by: undefined, count: 1 }]);
  expect(unchecked(own, { respectIgnores: false }).suppressed).toEqual([]);
  expect(unchecked(own, { skip: ['exec-not-enabled'] }).suppressed).toEqual([]);
});

describe('what is not in the templates is named', () => {
  const unseen = (text: string) => unchecked(text).unseen.map(each => `${each.file}: ${each.reason}`);

  test.each([
    ['nothing', OFF, []],
    ['a macro', `Transform: Own\n${OFF}`, ['a.yml: the macro `Own` may add it']],
    [
      'an include',
      `${OFF}  Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://a/b}}\n`,
      ['a.yml: `Fn::Transform` may add to it'],
    ],
    [
      'an include alone',
      "Resources:\n  Fn::Transform: {Name: 'AWS::Include'}\n",
      ['a.yml: `Fn::Transform` may add to it'],
    ],
    ['SAM', `Transform: AWS::Serverless-2016-10-31\n${OFF}`, []],
    ['a module', `${OFF}  M: {Type: 'My::Own::Web::MODULE'}\n`, ['a.yml: the module `M` may hold it']],
  ])('%s', (_, text, expected) => {
    expect(unseen(text)).toEqual(expected);
  });

  test('nested templates that were not given', () => {
    const stack = (url: string): string =>
      `Resources:\n  Nested:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ${url}}\n`;
    expect(unchecked(stack('https://a.example/x.yml')).nested).toEqual([
      { resource: 'Nested', file: 'a.yml', line: 2 },
    ]);
    const both = lint([parse('root.yml', stack('a.yml')), parse('a.yml', OFF)], DEFAULT_OPTIONS);
    expect(both.unchecked.nested).toEqual([]);
    const circle = lint([parse('a.yml', stack('b.yml')), parse('b.yml', stack('a.yml'))], DEFAULT_OPTIONS);
    expect(circle.unchecked.nested).toEqual([]);
  });
});
