import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, parse } from '../../src/index.ts';
import type { Json } from '../../src/syntax/json-value.ts';
import { cpu } from '../cpu.ts';
import { LONG } from '../edit/runs.ts';

/** Signs that mean something to somebody who reads a text, which a text may consist of. */
const UNITS: readonly string[] = [
  ...'a A*?${}[]()"\'\\:,./-#@|<>=!%&`_~^+é🚀',
  ...['\n', '\r', '\t', '\u3000', '\u0301'],
  ...['${a', '${!', '${a}', '&{a', '{{resolve:', '{{resolve:ssm:a}}', '{"', '":', '{"a":', '[[', '\\\\'],
  ...[
    'a:',
    '::',
    'a,',
    'a.',
    'a/',
    '../',
    'a-',
    'a*',
    '*a',
    'a|',
    '(a',
    '0.0.0.0/0,',
    '10.',
    ' #',
    'arn:aws:',
  ],
  ...['ssmmessages:', 'ignore[', '# ecs-exec-lint: ignore[', 'ecs:runTask', 'shell ', 'sh -c '],
];

/** A template with a text wherever one is looked at. */
function everywhere(text: string): Json {
  const sub = { 'Fn::Sub': text };
  const policy = (action: Json, resource: Json): Json => ({
    PolicyName: text,
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] },
  });
  return {
    Description: text,
    Parameters: { P: { Type: 'String', AllowedPattern: text, Default: text } },
    Conditions: { C: { 'Fn::Equals': [sub, { Ref: 'P' }] } },
    Resources: {
      Service: {
        Type: 'AWS::ECS::Service',
        Properties: {
          EnableExecuteCommand: { 'Fn::If': ['C', true, text] },
          TaskDefinition: { Ref: 'Task' },
          Cluster: { Ref: 'Cluster' },
          PlatformVersion: text,
          Tags: [{ 'Fn::Split': [text.slice(0, 1), text] }, { 'Fn::Join': [text, ['a', 'b']] }],
          [text]: text,
        },
      },
      Task: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: {
          TaskRoleArn: { 'Fn::If': ['C', { 'Fn::GetAtt': ['Role', 'Arn'] }, sub] },
          ExecutionRoleArn: { Ref: text },
          ContainerDefinitions: [
            {
              Name: text,
              Image: text,
              Command: [text],
              Environment: [
                { Name: text, Value: text },
                { Name: 'HTTPS_PROXY', Value: sub },
              ],
            },
          ],
        },
      },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: text,
          ManagedPolicyArns: [text, sub, `arn:aws:iam::aws:policy/${text}`],
          AssumeRolePolicyDocument: text,
          Policies: [
            policy(text, text),
            policy(`ssmmessages:${text}`, sub),
            policy(sub, { 'Fn::GetAtt': text }),
            { PolicyName: 'p', PolicyDocument: sub },
          ],
        },
      },
      Cluster: {
        Type: 'AWS::ECS::Cluster',
        Properties: {
          Configuration: {
            ExecuteCommandConfiguration: {
              Logging: 'OVERRIDE',
              KmsKeyId: text,
              LogConfiguration: { CloudWatchLogGroupName: sub, S3BucketName: text, S3KeyPrefix: text },
            },
          },
        },
      },
      Group: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: text } },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: { 'Fn::Sub': `ecs:runTask${text}` } },
      },
      Stack: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: text } },
      [`${text}x`]: { Type: text },
    },
    Outputs: { O: { Value: { 'Fn::ImportValue': text }, Export: { Name: sub } } },
  };
}

const LENGTH = LONG ? 30_000 : 1000;

describe('a long text is read in no more than its own time', () => {
  test.each(UNITS)('of nothing but `%s`', unit => {
    const text = unit.repeat(Math.ceil(LENGTH / unit.length));
    const document = parse('a.json', JSON.stringify(everywhere(text)));
    expect(document.problems).toEqual([]);
    const { answer, ms } = cpu(() => lint([document], { ...DEFAULT_OPTIONS, pedantic: true }));
    expect(answer.notAnalyzed).toEqual([]);
    if (LONG) expect(ms).toBeLessThan(10_000);
  });
});
