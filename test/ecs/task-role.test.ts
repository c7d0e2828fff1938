import { describe, expect, test } from 'vitest';
import { Role } from '../../src/ecs/model/role.ts';
import { misplacedActions, misspellings } from '../../src/ecs/task-role/action-mistakes.ts';
import { ask, launcher, resource } from './query.ts';

const SESSION =
  'ssmmessages:CreateControlChannel, ssmmessages:CreateDataChannel, ssmmessages:OpenControlChannel, ssmmessages:OpenDataChannel';

const role = (id: string, actions: string, effect = 'Allow'): string =>
  `  ${id}: { Type: AWS::IAM::Role, Properties: { Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: ${effect}, Action: [${actions}], Resource: "*" }] } }] } }\n`;

describe('the session actions that the execution role has and the task role has not', () => {
  const misplaced = (roles: string, resources: string): string => {
    const text = `
Parameters: { Open: { Type: String }, Likely: { Type: String, Default: own } }
Resources:
  Web: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [], ${roles} } }
${resources}`;
    const [answer = ''] = ask(text, template => {
      const found = misplacedActions(launcher(template, 'Web'));
      if (!found) return 'none';
      const all = found.actions.length === 4 ? 'all' : found.actions.join(', ');
      return `${all} of ${found.executionRole.id}${found.unsure === undefined ? '' : '?'}`;
    });
    return answer;
  };
  const BOTH = 'TaskRoleArn: !GetAtt Own.Arn, ExecutionRoleArn: !GetAtt Execution.Arn';
  const execution = role('Execution', SESSION);

  test('are all where the task role has none', () => {
    expect(misplaced(BOTH, role('Own', 's3:GetObject') + execution)).toBe('all of Execution');
    expect(misplaced('ExecutionRoleArn: !GetAtt Execution.Arn', execution)).toBe('all of Execution');
  });

  test('are those that it lacks', () => {
    const own = role('Own', SESSION.replace('ssmmessages:OpenDataChannel', 's3:GetObject'));
    expect(misplaced(BOTH, own + execution)).toBe('ssmmessages:OpenDataChannel of Execution');
    expect(misplaced(BOTH, role('Own', SESSION) + execution)).toBe('none');
  });

  test('are likely where a role goes by the default of a parameter', () => {
    const likely = '!Sub "arn:aws:iam::111122223333:role/${Likely}"';
    const own = role('Own', 's3:*').replace('Properties: {', 'Properties: { RoleName: own,');
    expect(misplaced(BOTH.replace('!GetAtt Own.Arn', likely), own + execution)).toBe('all of Execution?');
    const named = execution.replace('Properties: {', 'Properties: { RoleName: own,');
    const plain = role('Own', 's3:*');
    expect(misplaced(BOTH.replace('!GetAtt Execution.Arn', likely), plain + named)).toBe('all of Execution?');
  });

  test('are none where the execution role has none, or is the task role, or one is not known', () => {
    expect(misplaced(BOTH, role('Own', 's3:*') + role('Execution', 'logs:*'))).toBe('none');
    expect(misplaced(BOTH.replace('Own', 'Execution'), execution)).toBe('none');
    expect(misplaced(BOTH.replace('!GetAtt Own.Arn', '!Ref Open'), execution)).toBe('none');
    expect(misplaced(BOTH.replace('!GetAtt Execution.Arn', '!Ref Open'), role('Own', 's3:*'))).toBe('none');
    expect(misplaced('TaskRoleArn: !GetAtt Own.Arn', role('Own', 's3:*'))).toBe('none');
  });
});

describe('an action that is misspelt', () => {
  const meant = (actions: string, effect?: string): readonly string[] => {
    const [found = []] = ask(`Resources:\n${role('Own', actions, effect)}`, template =>
      misspellings(new Role(resource(template, 'Own'))).map(each => `${each.written} -> ${each.meant}`),
    );
    return found;
  };

  test.each([
    ['ssmmessage:OpenDataChannel', 'ssmmessages:OpenDataChannel'],
    ['ssmmessages:OpenDataChanel', 'ssmmessages:OpenDataChannel'],
    ['ssm:OpenDataChannel', 'ssmmessages:OpenDataChannel'],
    ['ec2messages:CreateControlChannel', 'ssmmessages:CreateControlChannel'],
    ['ecs:OpenControlChannel', 'ssmmessages:OpenControlChannel'],
  ])('%s is meant for %s', (written, expected) => {
    expect(meant(written)).toEqual([`${written} -> ${expected}`]);
  });

  test('may be a pattern', () => {
    expect(meant('"ssmmessage:*"')).toEqual(['ssmmessage:* -> ssmmessages:*']);
    expect(meant('"ssmmesages:Open*"')).toEqual(['ssmmesages:Open* -> ssmmessages:Open*']);
    expect(meant('"ssm:*"')).toEqual([]);
    expect(meant('"ssmmessages:*"')).toEqual([]);
  });

  test('is no matter where nothing is lacking, or where it denies', () => {
    expect(meant(`${SESSION}, ssm:OpenDataChannel`)).toEqual([]);
    expect(meant('ssm:OpenDataChannel', 'Deny')).toEqual([]);
    expect(meant('s3:GetObject, ssm:GetParameter, ssmmessages:OpenDataChannel')).toEqual([]);
    expect(meant('ssmmessages:CreateControlChannel, ssm:CreateControlChannel')).toEqual([]);
    expect(meant('!Sub "ssm:${AWS::Region}"')).toEqual([]);
  });
});
