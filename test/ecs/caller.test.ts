import { describe, expect, test } from 'vitest';
import { incompleteCallers, misspeltExecuteCommands } from '../../src/ecs/caller/incomplete-caller.ts';
import { ask } from './query.ts';

const template = (statements: string, caller: string, rest = ''): string => `
Parameters: { Open: { Type: String } }
Resources:
  Cluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: main } }
  Caller:
    ${caller}
      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${statements}] } }]
${rest}`;

const GROUP = 'Type: AWS::IAM::Group\n    Properties:';
const trusting = (principal: string): string =>
  `Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: ${principal}, Action: "sts:AssumeRole" }] }`;

/** What whoever may run `execute-command` lacks. */
function lacks(statements: string, caller = GROUP): readonly string[] {
  const [found = []] = ask(template(statements, caller), each =>
    incompleteCallers(each).map(one => one.lacks),
  );
  return found;
}

const allow = (actions: string, resource = '"*"'): string =>
  `{ Effect: Allow, Action: [${actions}], Resource: ${resource} }`;
const DESCRIBE = allow('ecs:DescribeTasks');
const CLUSTER = '!GetAtt Cluster.Arn';
const TASKS = '!Sub "arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:task/${Cluster}/*"';

describe('who runs execute-command', () => {
  test('needs it on the cluster and on the task', () => {
    expect(lacks(`${DESCRIBE}, ${allow('ecs:ExecuteCommand')}`)).toEqual([]);
    expect(lacks(`${DESCRIBE}, ${allow('ecs:ExecuteCommand', `[${CLUSTER}, ${TASKS}]`)}`)).toEqual([]);
    expect(lacks(`${DESCRIBE}, ${allow('ecs:ExecuteCommand', CLUSTER)}`)).toEqual(['task']);
    expect(lacks(`${DESCRIBE}, ${allow('ecs:ExecuteCommand', TASKS)}`)).toEqual(['cluster']);
    expect(lacks(`${DESCRIBE}, ${allow('ecs:ExecuteCommand', '"arn:aws:ecs:*:*:task/*"')}`)).toEqual([
      'cluster',
    ]);
    expect(lacks(`${DESCRIBE}, ${allow('ecs:ExecuteCommand', '"arn:aws:ecs:*:*:cluster/main"')}`)).toEqual([
      'task',
    ]);
    expect(lacks(`${DESCRIBE}, ${allow('ecs:ExecuteCommand', '!ImportValue Arn')}`)).toEqual([]);
  });

  test('may have it on the name of the cluster or on a reference to it', () => {
    const named = ['"arn:aws:ecs:*:*:cluster/main"', '"arn:aws:ecs:*:*:task/main/*"'];
    for (const on of [named, [named[0], TASKS], [CLUSTER, named[1]]])
      expect(lacks(`${DESCRIBE}, ${allow('ecs:ExecuteCommand', `[${on}]`)}`)).toEqual([]);
  });

  test('needs to see tasks with the AWS CLI, as people do', () => {
    const bare = allow('ecs:ExecuteCommand');
    expect(lacks(bare)).toEqual(['DescribeTasks']);
    expect(lacks(bare, 'Type: AWS::IAM::User\n    Properties:')).toEqual(['DescribeTasks']);
    expect(lacks(bare, trusting('{ AWS: !Ref AWS::AccountId }'))).toEqual(['DescribeTasks']);
    expect(lacks(bare, trusting('{ Federated: cognito-identity.amazonaws.com }'))).toEqual(['DescribeTasks']);
  });

  test('calls the API itself as a service', () => {
    const bare = allow('ecs:ExecuteCommand');
    expect(lacks(bare, trusting('{ Service: lambda.amazonaws.com }'))).toEqual([]);
    expect(lacks(bare, trusting('{ Service: lambda.amazonaws.com, AWS: !Ref AWS::AccountId }'))).toEqual([]);
    expect(lacks(bare, trusting('!ImportValue Principal'))).toEqual([]);
  });

  test('is nobody without the permission', () => {
    expect(lacks(allow('ecs:ListTasks'))).toEqual([]);
  });
});

describe('ecs:ExecuteCommand misspelt', () => {
  const misspelt = (statements: string): readonly string[] => {
    const [found = []] = ask(template(statements, GROUP), each =>
      misspeltExecuteCommands(each).map(one => `${one.written}${one.isLiteral ? '' : ' (computed)'}`),
    );
    return found;
  };

  test.each(['ecs:ExecuteCommands', 'ecs:ExecCommand', 'ecs:ExecuteComand'])('%s', action => {
    expect(misspelt(allow(action))).toEqual([action]);
  });

  test.each([
    'ecs:ExecuteCommand',
    'ecs:executecommand',
    'ecs:Execute*',
    'ecs:ExecuteTask',
    'ecs:Exec',
    '!Ref Open',
  ])('is not %s', action => {
    expect(misspelt(allow(`"${action}"`.replace(/"(!Ref Open)"/, '$1')))).toEqual([]);
  });

  test('is no matter beside the right one', () => {
    expect(misspelt(allow('ecs:ExecuteCommands, ecs:ExecuteCommand'))).toEqual([]);
  });

  test('may be computed', () => {
    expect(misspelt(allow('!Sub "ecs:ExecuteCommands"'))).toEqual(['ecs:ExecuteCommands (computed)']);
  });
});
