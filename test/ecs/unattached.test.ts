import { describe, expect, test } from 'vitest';
import { meantRole, unattachedPolicies } from '../../src/ecs/task-role/unattached.ts';
import { ask } from './query.ts';

interface Parts {
  readonly roles?: string;
  readonly actions?: string;
  readonly task?: string;
  readonly resources?: string;
  readonly effect?: string;
}

/** The role that each policy without a role is for; `?` where another may be meant. */
function meant({
  roles = '[""]',
  actions = '"ssmmessages:*"',
  task = 'TaskRoleArn: !GetAtt Role.Arn',
  resources = '',
  effect = 'Allow',
}: Parts = {}): string {
  const text = `
Parameters: { Open: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Open, prod] }
Resources:
  Web: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [], ${task} } }
  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${trust('ecs-tasks')} } }
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: p
      Roles: ${roles}
      PolicyDocument: { Statement: [{ Effect: ${effect}, Action: [${actions}], Resource: "*" }] }
${resources}`;
  const [answer = ''] = ask(text, template =>
    unattachedPolicies(template)
      .map(policy => {
        const found = meantRole(policy);
        return found ? `${found.role.id}${found.isSure ? '' : '?'}` : 'nobody';
      })
      .join(', '),
  );
  return answer;
}

const trust = (service: string): string =>
  `{ Statement: [{ Effect: Allow, Principal: { Service: ${service}.amazonaws.com }, Action: "sts:AssumeRole" }] }`;
const other = (service: string): string =>
  `  Other: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${trust(service)} } }\n`;

describe('a policy whose role was forgotten', () => {
  test.each(['[""]', '""', '!If [IsProd, "", ""]', '["", other]'])('has %s as its roles', roles => {
    expect(meant({ roles })).toMatch(/^Role/);
  });

  test('is one about what sessions need', () => {
    expect(meant({ roles: '[!Ref Role]' })).toBe('');
    expect(meant({ roles: '[other]' })).toBe('');
    expect(meant({ actions: 's3:GetObject' })).toBe('');
    expect(meant({ actions: 's3:PutObject' })).toBe('Role');
    expect(meant({ actions: 'kms:Decrypt' })).toBe('Role');
  });
});

describe('it is surely for the task role', () => {
  test('where it is about sessions alone', () => {
    expect(meant()).toBe('Role');
    expect(meant({ actions: 'ssmmessages:OpenDataChannel, logs:PutLogEvents, s3:GetBucketLocation' })).toBe(
      'Role',
    );
    expect(meant({ actions: '"ssmmessages:*", s3:GetObject' })).toBe('Role?');
    expect(meant({ actions: '"ssmmessages:*", "logs:*"' })).toBe('Role?');
    expect(meant({ actions: '"*"' })).toBe('Role?');
    expect(meant({ effect: 'Deny' })).toBe('Role?');
  });

  test('where no other role may be meant', () => {
    expect(meant({ resources: other('lambda') })).toBe('Role');
    expect(meant({ resources: other('ecs-tasks') })).toBe('Role?');
    expect(meant({ resources: other('ec2') })).toBe('Role?');
    expect(meant({ resources: other('lambda'), actions: 's3:PutObject' })).toBe('Role?');
  });

  test('also where the execution role may be meant, unless that needs the same', () => {
    const task = 'TaskRoleArn: !GetAtt Role.Arn, ExecutionRoleArn: !GetAtt Other.Arn';
    const resources = other('ecs-tasks');
    expect(meant({ task, resources })).toBe('Role');
    expect(meant({ task, resources, actions: 'logs:CreateLogStream, logs:PutLogEvents' })).toBe('Role?');
    expect(meant({ task, resources, actions: 'logs:DescribeLogGroups' })).toBe('Role');
  });
});

describe('it is for nobody', () => {
  test('where the template has no task role, or several', () => {
    expect(meant({ task: 'Family: app' })).toBe('nobody');
    expect(meant({ task: 'TaskRoleArn: !Ref Open' })).toBe('nobody');
    const second = `  Api: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Second } }
  Second: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [], TaskRoleArn: !GetAtt Other.Arn } }
`;
    expect(meant({ resources: second + other('ecs-tasks') })).toBe('nobody');
    expect(meant({ resources: second.replace('Other', 'Role') })).toBe('Role');
    expect(meant({ resources: second.replace('!GetAtt Other.Arn', '!Ref Open') })).toBe('Role?');
  });
});
