import { describe, expect, test } from 'vitest';
import { type Diagnostic, type Document, rules } from '../../src/index.ts';
import type { Rule } from '../../src/rule/types.ts';
import { mend, put, rule, take, valueAt } from './test-rules.ts';

/** A service that has all it needs, and whose sessions are recorded. */
const READY = `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      LaunchType: FARGATE
      TaskDefinition: !Ref Task
      EnableExecuteCommand: true
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: app
          Image: nginx
          LinuxParameters: { InitProcessEnabled: true }
  Cluster:
    Type: AWS::ECS::Cluster
    Properties:
      Configuration:
        ExecuteCommandConfiguration:
          Logging: OVERRIDE
          LogConfiguration:
            CloudWatchLogGroupName: !Ref Log
  Log:
    Type: AWS::Logs::LogGroup
    Properties: { RetentionInDays: 30 }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          Effect: Allow
          Principal: { Service: ecs-tasks.amazonaws.com }
          Action: sts:AssumeRole
      Policies:
        - PolicyName: session
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: "ssmmessages:*", Resource: "*" }
        - PolicyName: log
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: "logs:*", Resource: "*" }
`;

/** What a rule that is new, and wrong, is kept from. */
async function refusals(own: Rule, text = READY): Promise<readonly string[]> {
  const filter = ({ ruleId }: Diagnostic): boolean => ruleId === own.id;
  const { changed, report } = await mend(text, [own, ...rules], { filter });
  expect(changed).toEqual([]);
  return report.fixes.refused.map(({ why }) => String(why));
}

function wrong(path: string, edit: (document: Document) => ReturnType<typeof put>): Rule {
  return rule('wrong', document => {
    const made = edit(document);
    const wanted = 'value' in made ? JSON.stringify(made.value) : undefined;
    const isDone = JSON.stringify(valueAt(document, path)) === wanted;
    return isDone ? [] : [{ path, message: 'It is wrong.', fix: { edits: [made] } }];
  });
}

describe('no fix of any rule', () => {
  test.each([
    ['Resources.Service.DependsOn', 'Elsewhere', 'Elsewhere'],
    ['Resources.Service.Condition', 'IsProd', 'IsProd'],
    ['Resources.Service.Properties.Role', { 'Fn::Sub': '${Other.Arn}' }, 'Other.Arn'],
    ['Resources.Service.Properties.Role', { 'Fn::If': ['IsProd', 'a', 'b'] }, 'IsProd'],
  ])('writes into %s what the template does not have', async (path, value, name) => {
    const own = wrong(path, document => put(document, path, value));
    expect(await refusals(own)).toEqual([
      `It would refer to \`${name}\`, which this template does not have.`,
    ]);
  });

  test('takes away a resource that something refers to', async () => {
    const own = wrong('Resources.Log', document => take(document, 'Resources.Log'));
    expect(await refusals(own)).toEqual(['It would refer to `Log`, which this template does not have.']);
  });

  test('makes resources wait for one another', async () => {
    const own = wrong('Resources.Log.DependsOn', document =>
      put(document, 'Resources.Log.DependsOn', 'Service'),
    );
    expect(await refusals(own)).toEqual(['`Service` would depend on itself.']);
  });

  test('has a deploy rejected', async () => {
    const off = READY.replace(/\n.*(?:TaskRoleArn|EnableExecuteCommand).*/g, '');
    const own = wrong('Resources.Service.Properties.EnableExecuteCommand', document =>
      put(document, 'Resources.Service.Properties.EnableExecuteCommand', true),
    );
    expect(await refusals(own, off)).toEqual([
      'The deployment would fail, which it did not before: Task definition `Task` has no `TaskRoleArn`: deploying `Service` with ECS Exec fails.',
    ]);
  });

  test('leaves sessions without a record', async () => {
    const own = wrong('Resources.Role.Properties.Policies.1', document =>
      take(document, 'Resources.Role.Properties.Policies.1'),
    );
    const [why] = await refusals(own);
    expect(why).toMatch(/^Sessions on service `Service` would not be recorded: task role `Role` lacks logs:/);
  });
});
