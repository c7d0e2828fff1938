import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_OPTIONS } from '../../src/lint/options.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The rules that find something, and whether they know if exec is on. */
function judge(text: string): string[] {
  const report = lint([parse('template.yaml', text)], rules, { ...DEFAULT_OPTIONS, pedantic: true });
  return [
    ...report.findings.map(each => `${each.ruleId} ${each.resource}`),
    ...report.services.map(({ resource, checks }) => {
      const flag = checks.find(each => each.id === 'exec-not-enabled');
      return `whether ${resource} has it on is ${flag?.status === 'unknown' ? 'unknown' : 'known'}`;
    }),
  ];
}

const STACK = (properties: string, role = 'Properties: { AssumeRolePolicyDocument: {}, Policies: [] }') => `
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: { ${properties} }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { TaskRoleArn: !GetAtt Role.Arn }
  Role:
    Type: AWS::IAM::Role
    ${role}
  Cluster:
    Type: AWS::ECS::Cluster
    Properties:
      Configuration: { ExecuteCommandConfiguration: { Logging: OVERRIDE } }
`;
const WITHOUT_FLAG = STACK('Cluster: !Ref Cluster, TaskDefinition: !Ref Task');

describe('SAM', () => {
  const SAM = `
Transform: AWS::Serverless-2016-10-31
Globals:
  Function: { Timeout: 3, Environment: { Variables: { TABLE: !Ref Table } } }
${WITHOUT_FLAG}
  Function:
    Type: AWS::Serverless::Function
    Properties: { Events: { Api: { Type: Api } }, Policies: [S3ReadPolicy: { BucketName: !Ref Bucket }] }
  Table: { Type: AWS::Serverless::SimpleTable }
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties: { Definition: { StartAt: A, States: { A: { Type: Pass } } } }
`;

  test('stands beside ECS without a word about it', () => {
    expect(judge(SAM)).toEqual(judge(WITHOUT_FLAG));
    expect(judge(SAM)).toContain('exec-not-enabled Service');
  });
});

describe('what a template does not show', () => {
  test.each([
    ['a macro', `Transform: [Own]\n${WITHOUT_FLAG}`],
    ['a macro beside SAM', `Transform: [AWS::Serverless-2016-10-31, Own]\n${WITHOUT_FLAG}`],
    [
      'an include for the whole template',
      `Transform: { Name: AWS::Include, Parameters: { Location: s3://a } }\n${WITHOUT_FLAG}`,
    ],
    ['an include', STACK('Cluster: a, TaskDefinition: !Ref Task, "Fn::Transform": { Name: AWS::Include }')],
    ['an unknown tag', STACK('Cluster: a, TaskDefinition: !Ref Task, EnableExecuteCommand: !Own x')],
    [
      'a module of Rain',
      STACK('Cluster: a, TaskDefinition: !Ref Task').replace(
        /Properties: \{ Cluster.*/,
        'Properties: !Rain::Embed x.yaml',
      ),
    ],
  ])('leaves the flag unknown: %s', (_, text) => {
    expect(judge(text)).not.toContain('exec-not-enabled Service');
    expect(judge(text)).toContain('whether Service has it on is unknown');
  });

  test('an include among the resources may bring a policy', () => {
    const on = STACK('EnableExecuteCommand: true, Cluster: !Ref Cluster, TaskDefinition: !Ref Task');
    expect(judge(on)).toContain('task-role-lacks-ssmmessages Role');
    const including = `${on}  Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://a } }\n`;
    expect(judge(including)).not.toContain('task-role-lacks-ssmmessages Role');
  });
});
