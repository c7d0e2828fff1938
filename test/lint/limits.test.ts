import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_OPTIONS } from '../../src/lint/options.ts';
import type { Report } from '../../src/lint/report.ts';
import type { Json } from '../../src/syntax/json-value.ts';
import { parse } from '../../src/syntax/parse.ts';
import { cpu } from '../cpu.ts';

function judge(template: Json): { readonly answer: Report; readonly ms: number } {
  const document = parse('template.json', JSON.stringify(template));
  return cpu(() => lint([document], rules, DEFAULT_OPTIONS));
}

const range = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

const CONDITIONS = Object.fromEntries(
  range(200).map(i => [`C${i}`, { 'Fn::Equals': [{ Ref: `P${i}` }, 'a'] }]),
);

function service(flag: Json, policies: Json): Json {
  return {
    Conditions: CONDITIONS,
    Resources: {
      Service: {
        Type: 'AWS::ECS::Service',
        Properties: {
          EnableExecuteCommand: flag,
          TaskDefinition: { Ref: 'Task' },
          Cluster: { Ref: 'Cluster' },
        },
      },
      Cluster: { Type: 'AWS::ECS::Cluster' },
      Task: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: { TaskRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
      },
      Role: { Type: 'AWS::IAM::Role', Properties: { Policies: policies } },
    },
  };
}

function nest(levels: number, around: (inner: Json, level: number) => Json, innermost: Json): Json {
  return range(levels).reduce<Json>((inner, level) => around(inner, level), innermost);
}

const policy = (i: number): Json => ({
  PolicyName: `p${i}`,
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] },
});

test('forty-one conditions in one another are all looked at', () => {
  const flag = nest(41, (inner, i) => ({ 'Fn::If': [`C${i}`, inner, false] }), true);
  const { answer, ms } = judge(service(flag, []));
  expect(answer.findings.filter(each => each.ruleId === 'exec-not-enabled')).toHaveLength(41);
  expect(answer.findings.find(each => each.ruleId === 'task-role-lacks-ssmmessages')?.scenarios).toEqual([]);
  expect(ms).toBeLessThan(8_000);
});

test('two hundred conditions beside one another are more than are looked at', () => {
  const policies = range(200).map(i => ({ 'Fn::If': [`C${i}`, policy(i), { Ref: 'AWS::NoValue' }] }));
  const { answer, ms } = judge(service(true, policies));
  const [checks] = answer.services.map(each => each.checks);
  expect(checks?.find(each => each.id === 'ssmmessages-restricted')).toMatchObject({
    status: 'unknown',
    detail: 'Too many conditions affect `Service` to check all combinations.',
  });
  expect(ms).toBeLessThan(12_000);
});

test('what two hundred conditions have nothing to do with is quick', () => {
  const services = range(100).map((i): [string, Json] => [
    `Service${i}`,
    {
      Type: 'AWS::ECS::Service',
      Condition: `C${i}`,
      Properties: { EnableExecuteCommand: { 'Fn::If': [`C${i + 100}`, true, false] } },
    },
  ]);
  const { answer, ms } = judge({ Conditions: CONDITIONS, Resources: Object.fromEntries(services) });
  const off = answer.findings.filter(each => each.ruleId === 'exec-not-enabled');
  expect(off.map(each => each.scenarios)).toEqual(range(100).map(i => [{ [`C${i + 100}`]: false }]));
  expect(ms).toBeLessThan(12_000);
});

test.each<[string, (inner: Json) => Json]>([
  ['Fn::Join', inner => ({ 'Fn::Join': ['', [inner, inner === 'true' ? '' : '-']] })],
  ['Fn::Sub', inner => ({ 'Fn::Sub': ['${A}${A}', { A: inner }] })],
  ['Fn::Select', inner => ({ 'Fn::Select': [0, [inner]] })],
  ['Fn::ToJsonString', inner => ({ 'Fn::ToJsonString': { a: inner } })],
  ['Fn::FindInMap', inner => ({ 'Fn::FindInMap': ['Map', 'a', 'b', { DefaultValue: inner }] })],
])('a hundred of %s in one another end', (_, around) => {
  const { answer, ms } = judge(service(nest(100, around, 'true'), []));
  expect(answer.services).toHaveLength(1);
  expect(ms).toBeLessThan(12_000);
});

test('a state machine of thousands of states is not judged, and said to be so', () => {
  const states = range(2000).map((i): [string, Json] => [
    `S${i}`,
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::ecs:runTask.sync',
      Parameters: { Cluster: 'c', TaskDefinition: { Ref: 'Task' }, EnableExecuteCommand: true },
    },
  ]);
  const { answer } = judge({
    Resources: {
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { Definition: { StartAt: 'S0', States: Object.fromEntries(states) } },
      },
      Task: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: { TaskRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
      },
      Role: { Type: 'AWS::IAM::Role' },
    },
  });
  expect(answer.notAnalyzed).toEqual(['template.json']);
  expect(answer.findings).toEqual([]);
});

test.each(['${', '${a', '${!', '}${'])('a text of nothing but `%s` is quick', piece => {
  const text = piece.repeat(100_000);
  const role = {
    Statement: [{ Effect: 'Allow', Action: { 'Fn::Sub': text }, Resource: { 'Fn::Sub': text } }],
  };
  const { answer, ms } = judge(service(true, [{ PolicyName: 'p', PolicyDocument: role }]));
  expect(answer.services).toHaveLength(1);
  expect(ms).toBeLessThan(12_000);
});
