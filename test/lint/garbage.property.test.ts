import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_OPTIONS } from '../../src/lint/options.ts';
import type { Json } from '../../src/syntax/json-value.ts';
import { parse } from '../../src/syntax/parse.ts';
import { cpu } from '../cpu.ts';

const NAMES = [
  'A',
  'B',
  'C',
  'Service',
  'Task',
  'Role',
  'Cluster',
  'N',
  'AWS::Region',
  'AWS::NoValue',
  'toString',
];
const TYPES = [
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::ECS::Cluster',
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::Events::Rule',
  'AWS::StepFunctions::StateMachine',
];
const KEYS = [
  'Properties',
  'TaskDefinition',
  'TaskRoleArn',
  'ExecutionRoleArn',
  'Cluster',
  'Configuration',
  'ExecuteCommandConfiguration',
  'Logging',
  'LogConfiguration',
  'EnableExecuteCommand',
  'Policies',
  'PolicyDocument',
  'Statement',
  'Effect',
  'Action',
  'Resource',
  'Roles',
  'ManagedPolicyArns',
  'ContainerDefinitions',
  'Targets',
  'EcsParameters',
  'DefinitionString',
  'Default',
  'AllowedValues',
  'AllowedPattern',
  'Assertions',
  'Assert',
  'RuleCondition',
  'DefaultValue',
  'DependsOn',
  'Condition',
  'Fn::Transform',
  'Fn::ForEach::L',
  '${N}',
  'X&{N}',
  '__proto__',
];
const FUNCTIONS = [
  'Ref',
  'Fn::GetAtt',
  'Fn::Sub',
  'Fn::Join',
  'Fn::Select',
  'Fn::Split',
  'Fn::FindInMap',
  'Fn::If',
  'Fn::Equals',
  'Fn::And',
  'Fn::Or',
  'Fn::Not',
  'Fn::Contains',
  'Fn::EachMemberIn',
  'Fn::ImportValue',
  'Fn::Length',
  'Fn::ToJsonString',
  'Fn::GetAZs',
  'Condition',
  '!Rain::Module',
];
const TEXTS = [
  '',
  'true',
  'x,y',
  '${A}',
  '${!A}-${Role.Arn}',
  '${N}',
  'ssmmessages:*',
  '*',
  'Allow',
  'OVERRIDE',
  '{"Statement":[]}',
  '{{resolve:ssm:a}}',
  'arn:aws:iam::aws:policy/AmazonSSMFullAccess',
  'CommaDelimitedList',
  'AWS::SSM::Parameter::Value<String>',
  '(a+)+',
];

const { tree: anything } = fc.letrec<{ tree: Json; leaf: Json; call: Json; map: Json; list: Json }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    tie('call'),
    tie('map'),
    tie('list'),
  ),
  leaf: fc.oneof(
    fc.constantFrom<Json>(...NAMES, ...TEXTS, ...TYPES),
    fc.constantFrom<Json>(true, false, null, 0, 1, 1.5),
  ),
  call: fc
    .tuple(fc.constantFrom(...FUNCTIONS), tie('tree'))
    .map(([name, argument]): Json => ({ [name]: argument })),
  map: fc
    .array(fc.tuple(fc.constantFrom(...KEYS, ...NAMES), tie('tree')), { maxLength: 5 })
    .map((entries): Json => Object.fromEntries(entries)),
  list: fc.array(tie('tree'), { maxLength: 4 }),
}));

const loop = fc.tuple(fc.constantFrom<Json>('N', 'M'), anything, anything).map((each): Json => each);
const resource = fc
  .tuple(fc.constantFrom(...TYPES), anything, fc.option(fc.constantFrom(...NAMES), { nil: undefined }))
  .map(
    ([type, properties, condition]): Json => ({
      Type: type,
      Properties: properties,
      ...(condition !== undefined && { Condition: condition }),
    }),
  );

function section(value: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const entries = fc
    .array(fc.tuple(fc.constantFrom(...NAMES, 'Fn::ForEach::L', 'X${N}'), value), { maxLength: 6 })
    .map((each): Json => Object.fromEntries(each));
  return fc.oneof({ weight: 8, arbitrary: entries }, anything);
}

const template = fc.record(
  {
    Transform: anything,
    Parameters: section(anything),
    Mappings: section(anything),
    Conditions: section(fc.oneof(anything, loop)),
    Rules: section(anything),
    Resources: section(fc.oneof({ weight: 4, arbitrary: resource }, loop, anything)),
    Outputs: section(fc.oneof(anything, loop)),
  },
  { requiredKeys: ['Resources'] },
);

test('nothing throws or takes for ever, whatever a template says', () => {
  fc.assert(
    fc.property(template, json => {
      const text = JSON.stringify(json);
      const document = parse('template.json', text);
      const { answer, ms } = cpu(() => lint([document], rules, { ...DEFAULT_OPTIONS, pedantic: true }));
      expect(ms).toBeLessThan(5000);
      for (const { range, message } of answer.findings) {
        expect(range.end.offset).toBeLessThanOrEqual(text.length);
        expect(String(message)).not.toMatch(/undefined|\[object|[\uFDD0-\uFDEF]/);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
