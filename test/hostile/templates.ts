import { expect } from 'vitest';
import { OFF } from '../cli/harness.ts';
import type { Trial } from './trial.ts';

/** A template that is checked, and then, where a fix could be made, fixed. */
function template(
  name: string,
  text: () => string | Buffer,
  more: Partial<Trial> & { readonly file?: string; readonly fix?: true } = {},
): Trial {
  const { file = 'a.yml', fix, ...rest } = more;
  return {
    name,
    files: () => ({ [file]: text() }),
    args: [...(fix ? ['--fix'] : []), '-f', 'concise', file],
    ...(fix && { writes: [file] }),
    ...rest,
  };
}

const property = (value: string): string => `${OFF}      Tags: ${value}\n`;
const repeat = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

const DEEP = 100_000;
const BOMB: string = property(
  `\n        - &a0 [x, x, x, x, x, x, x, x, x, x]\n${repeat(
    10,
    i => `        - &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]\n`,
  )}`,
);

/** What is run by a parser that takes it for code. */
const CODE = `!!js/function 'function () { require("node:fs").writeFileSync("owned", ""); return "a"; }'`;

const CYCLES = `Parameters: {P: {Type: String, Default: !Ref P}}
Mappings: {M: {a: {b: !FindInMap [M, a, b]}}}
Conditions:
  A: !Condition B
  B: !Not [!Condition C]
  C: !And [!Condition A, !Condition C]
  D: !Equals [!Ref P, !If [D, x, y]]
Resources:
  Service:
    Type: AWS::ECS::Service
    Condition: A
    DependsOn: [Service, Task]
    Properties:
      EnableExecuteCommand: !If [D, true, false]
      TaskDefinition: !Ref Task
      Cluster: !ImportValue e
  Task:
    Type: AWS::ECS::TaskDefinition
    DependsOn: Service
    Properties: {TaskRoleArn: !Sub '\${Task}\${Role.Arn}', Family: !Ref Task}
  Role: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref Policy], RoleName: !Ref Role}}
  Policy: {Type: AWS::IAM::ManagedPolicy, Properties: {Roles: [!Ref Role], ManagedPolicyName: !Ref Policy}}
Outputs:
  O: {Value: !ImportValue e, Export: {Name: e}}
  Q: {Value: !Sub '\${Q}', Export: {Name: !ImportValue q}}
`;

const nestedIn = (url: string): string => `Resources:
  Stack: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${url}}}
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !GetAtt Stack.Outputs.Task}}
Outputs: {Task: {Value: !GetAtt Stack.Outputs.Task}}
`;

const PROTO = `Resources:
  __proto__:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref constructor
      __proto__: {EnableExecuteCommand: true}
  constructor:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: !GetAtt toString.Arn, prototype: {}}
  toString:
    Type: AWS::IAM::Role
    Properties: {}
`;

const BACKTRACKING = `Parameters:
  A: {Type: String, AllowedPattern: '^(a+)+$', Default: ${'a'.repeat(80)}!}
  B: {Type: String, AllowedPattern: '(x+x+)+y', Default: ${'x'.repeat(80)}}
  C: {Type: String, AllowedPattern: '^(([a-z])+.)+[A-Z]([a-z])+$', Default: ${'a'.repeat(80)}}
Conditions: {X: !Equals [!Ref A, !Ref B], Y: !Equals [!Ref C, z]}
${OFF}      EnableExecuteCommand: !If [X, true, !If [Y, true, false]]
`;

export const TEMPLATES: readonly Trial[] = [
  template('aliases that repeat one another into 10 billion values', () => BOMB, { fix: true }),
  template('3,000 maps that merge one another', () =>
    property(
      `\n        m0: &m0 {k0: v}\n${repeat(2999, i => `        m${i + 1}: &m${i + 1} {<<: *m${i}, k${i + 1}: v}\n`)}`,
    ),
  ),
  template('an alias inside the value that it repeats', () => property('&a [*a]')),
  template('lists in lists, 100,000 deep', () => property('['.repeat(DEEP) + ']'.repeat(DEEP))),
  template('maps in maps, 100,000 deep', () => property('{a: '.repeat(DEEP) + '}'.repeat(DEEP))),
  template('dashes behind dashes, 100,000 deep', () => property(`\n        ${'- '.repeat(DEEP)}x`)),
  template('`!If` in `!If`, 10,000 deep', () =>
    property(`${'!If [A, b, '.repeat(10_000)}x${']'.repeat(10_000)}`),
  ),
  template(
    'JSON, 100,000 deep',
    () =>
      `{"Resources": {"A": {"Type": "AWS::ECS::Service", "Properties": ${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}}}`,
    { file: 'a.json' },
  ),
  template('100 MB in one line', () => property('x'.repeat(100_000_000)), { isHeavy: true }),
  template('100 MB in many lines', () => property(`\n${'        - x\n'.repeat(8_400_000)}`), {
    isHeavy: true,
  }),
  template('a list of 1,000,000 items, 12 MB', () => property(`\n${'        - 1\n'.repeat(1_000_000)}`), {
    isHeavy: true,
  }),
  template(
    'a list of 999,900 items, just below 2 MB',
    () => `{"Resources":{"A":{"Type":"AWS::ECS::Service","Properties":{"a":[1${',1'.repeat(999_899)}]}}}}`,
    { file: 'a.json', isHeavy: true },
  ),
  template(
    '20,000 services',
    () => `Resources:\n${repeat(20_000, i => `  S${i}: {Type: AWS::ECS::Service}\n`)}`,
    {
      isHeavy: true,
      after: (_, { out }) => {
        expect(out.split('\n').length).toBeGreaterThanOrEqual(20_000);
        return '20,000 findings';
      },
    },
  ),
  template(
    'a state machine of 5,000 states that start tasks',
    () => `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        States:
${repeat(5000, i => `          S${i}: {Resource: 'arn:aws:states:::ecs:runTask', Parameters: {TaskDefinition: a, EnableExecuteCommand: true}}\n`)}`,
    { isHeavy: true },
  ),
  template('500 conditions that decide about one role', () => CONDITIONS, { isHeavy: true }),
  template('one text of 1.9 MB, `${${${…`', () => property(`"${'${'.repeat(950_000)}"`), { isHeavy: true }),
  template('1.9 MB of brackets that close nothing', () => OFF + '}'.repeat(1_900_000), { isHeavy: true }),
  template('100,000 aliases of nothing', () => OFF + repeat(100_000, i => `x${i}: *a\n`), {
    isHeavy: true,
    after: (_, { out }) => {
      expect(out.split('\n')).toHaveLength(1001);
      return 'the first 1,000 of them';
    },
  }),
  template('one key 20,000 times', () => property(`\n${'        k: v\n'.repeat(20_000)}`), {
    isHeavy: true,
    after: (_, { out }) => {
      expect(out.match(/\[parse-error\]/g)).toHaveLength(1000);
      return 'the first 1,000 of them';
    },
  }),
  template('an empty file', () => ''),
  template('a NUL in a text', () => property('a\0b')),
  template('codes that are no characters, U+FDD0', () => property(`"${'\uFDD0'.repeat(300_000)}"`)),
  template('bytes that are no UTF-8', () =>
    Buffer.concat([Buffer.from(property('a')), Buffer.from([0xff, 0xfe])]),
  ),
  template('UTF-16 with its mark', () => Buffer.from(`\uFEFF${OFF}`, 'utf16le')),
  template('UTF-16 of the other order', () => Buffer.from(`\uFEFF${OFF}`, 'utf16le').swap16()),
  template('UTF-16 without a mark', () => Buffer.from(OFF, 'utf16le')),
  template('UTF-8 with a mark', () => `\uFEFF${OFF}`, { fix: true }),
  template('line breaks of old Macs', () => OFF.replaceAll('\n', '\r'), { fix: true }),
  template('`__proto__`, `constructor` and `toString` as ids and keys', () => PROTO, { fix: true }),
  template(
    'the same in JSON',
    () =>
      '{"Resources": {"__proto__": {"Type": "AWS::ECS::Service", "Properties": {"__proto__": {"EnableExecuteCommand": true}, "TaskDefinition": {"Ref": "constructor"}}}, "constructor": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"TaskRoleArn": {"Fn::GetAtt": ["toString", "Arn"]}}}, "toString": {"Type": "AWS::IAM::Role"}}}',
    { file: 'a.json', fix: true },
  ),
  template(
    '`!!js/function`, `!!js/regexp` and `!!python/object/apply`',
    () =>
      property(
        `{a: ${CODE}, b: {toString: ${CODE}}, c: !!js/regexp /(a+)+$/, d: !!python/object/apply:os.system [touch owned]}`,
      ),
    { fix: true },
  ),
  template('references, conditions, mappings and exports in circles', () => CYCLES, { fix: true }),
  {
    name: 'nested stacks in a circle',
    files: () => ({ 'a.yml': nestedIn('b.yml'), 'b.yml': nestedIn('a.yml'), 'c.yml': nestedIn('c.yml') }),
    args: ['-f', 'concise'],
  },
  template('`TemplateURL: ../../../../etc/passwd`', () => nestedIn('../../../../../../../../etc/passwd')),
  template('`TemplateURL: /dev/zero`', () => nestedIn('/dev/zero')),
  template('`TemplateURL: http://127.0.0.1:1/x`', () => nestedIn('http://127.0.0.1:1/x')),
  template('an `AllowedPattern` that tries for years', () => BACKTRACKING),
  template('the same, with a value for it', () => BACKTRACKING, {
    args: ['-f', 'concise', '--parameters', `A=${'a'.repeat(200)}!`, 'a.yml'],
  }),
];

const CONDITIONS = `Parameters:
${repeat(500, i => `  P${i}: {Type: String}\n`)}Conditions:
${repeat(500, i => `  C${i}: !Equals [!Ref P${i}, a]\n`)}Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {EnableExecuteCommand: true, TaskDefinition: !Ref Task, Cluster: shared}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: !GetAtt Role.Arn}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
${repeat(500, i => `        - !If [C${i}, {PolicyName: p${i}, PolicyDocument: {Statement: []}}, !Ref AWS::NoValue]\n`)}`;
