import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_OPTIONS } from '../../src/lint/options.ts';
import { parse } from '../../src/syntax/parse.ts';

const TASK =
  'Task: { Type: AWS::ECS::TaskDefinition, Properties: { Family: t, RequiresCompatibilities: [FARGATE] } }';
const WEB =
  'Web: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task, EnableExecuteCommand: true } }';
const rule = (task: string): string =>
  `Rule: { Type: AWS::Events::Rule, Properties: { Targets: [{ Id: a, Arn: a, EcsParameters: { TaskDefinitionArn: ${task} } }] } }`;

function safety(...resources: readonly string[]): string | undefined {
  const document = parse('t.yaml', `Resources:\n${resources.map(each => `  ${each}\n`).join('')}`);
  const { findings } = lint([document], rules, DEFAULT_OPTIONS);
  return findings.find(each => each.ruleId === 'task-role-missing')?.fix?.safety;
}

test('a new task role is safe on Fargate where only services start the task', () => {
  expect(safety(TASK, WEB)).toBe('safe');
  expect(safety(TASK, WEB, rule('other'))).toBe('safe');
  expect(safety(TASK, WEB, rule('!Ref Task'))).toBe('unsafe');
  expect(safety(TASK, WEB, rule('t:3'))).toBe('unsafe');
  expect(safety(TASK.replace('[FARGATE]', '[EC2, FARGATE]'), WEB)).toBe('unsafe');
});

test('a new job role is safe on Fargate', () => {
  const job =
    'Job: { Type: AWS::Batch::JobDefinition, Properties: { PlatformCapabilities: [FARGATE], ContainerProperties: { EnableExecuteCommand: true } } }';
  expect(safety(job)).toBe('safe');
  expect(safety(job.replace('FARGATE', 'EC2'))).toBe('unsafe');
});
