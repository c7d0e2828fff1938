import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, OFF, run } from './harness.ts';

const TOPIC = 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n';
const BROKEN = `${TOPIC}    Properties: [\n`;

/** Looks at a folder that has these files, and answers what the report says of it. */
function look(files: Readonly<Record<string, string>>, ...args: string[]) {
  const { code, out, err } = run(folder(files), ['-f', 'json', ...args]);
  const { summary, findings } = JSON.parse(out) as {
    summary: { files: number; skipped: number };
    findings: { ruleId: string; file: string }[];
  };
  return {
    code,
    err,
    files: summary.files,
    skipped: summary.skipped,
    found: findings.map(each => `${each.file} ${each.ruleId}`),
  };
}

describe('of what is come across in a folder, what has nothing to do with ECS', () => {
  test('is not even parsed, and is told of as skipped', () => {
    expect(look({ 'a.yml': OFF, 'topic.yml': TOPIC, 'broken.yml': BROKEN })).toEqual({
      code: 1,
      err: '',
      files: 1,
      skipped: 2,
      found: ['a.yml exec-not-enabled'],
    });
  });

  test('is parsed where it is named', () => {
    const { code, files, found } = look({ 'a.yml': OFF, 'broken.yml': BROKEN }, 'a.yml', 'broken.yml');
    expect({ code, files, found }).toEqual({
      code: 2,
      files: 2,
      found: ['a.yml exec-not-enabled', 'broken.yml parse-error'],
    });
  });

  test('is parsed where there is nothing else', () => {
    expect(look({ 'topic.yml': TOPIC })).toEqual({ code: 0, err: '', files: 1, skipped: 0, found: [] });
    expect(look({ 'topic.yml': TOPIC, 'ecs.yml': 'Resources: [cpu]\n' })).toMatchObject({
      code: 0,
      files: 1,
    });
  });

  test('is parsed where it has the parameter that was given', () => {
    const parameter = `Parameters:\n  Colour:\n    Type: String\n${TOPIC}`;
    expect(look({ 'a.yml': OFF, 'b.yml': parameter }, '--parameters', 'Colour=red')).toMatchObject({
      code: 1,
      files: 2,
    });
  });
});

describe('a role in a file that says nothing of ECS', () => {
  const role = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: {Effect: Allow, Principal: {Service: !Ref Who}, Action: 'sts:AssumeRole'}
`;
  const passed = `Parameters:\n  Who:\n    Type: String\n${role}`;
  const service = (name: string, roleArn: string): string => `${name}Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: {Configuration: {ExecuteCommandConfiguration: {Logging: NONE}}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: ${roleArn}, ContainerDefinitions: [{Name: a, Image: nginx}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {Cluster: !Ref Cluster, TaskDefinition: !Ref Task, EnableExecuteCommand: true}
`;

  test('is found by what it exports', () => {
    const roles = `${passed}Outputs:\n  Role: {Value: !GetAtt Role.Arn, Export: {Name: the-role}}\n`;
    const files = { 'roles.yml': roles, 'service.yml': service('', '!ImportValue the-role') };
    expect(look(files, '--only', 'task-role-lacks-ssmmessages').found).toEqual([
      'roles.yml task-role-lacks-ssmmessages',
    ]);
  });

  test('and the permissions that yet another one gives it, too', () => {
    const roles = `${passed}Outputs:
  Role: {Value: !GetAtt Role.Arn, Export: {Name: the-role}}
  Name: {Value: !Ref Role, Export: {Name: the-name}}
`;
    const policy = `Resources:
  Policy:
    Type: AWS::IAM::RolePolicy
    Properties:
      PolicyName: all
      RoleName: !ImportValue the-name
      PolicyDocument: {Statement: {Effect: Allow, Action: '*', Resource: '*'}}
`;
    const files = {
      'policy.yml': policy,
      'roles.yml': roles,
      'service.yml': service('', '!ImportValue the-role'),
      'topic.yml': TOPIC,
    };
    expect(look(files, '--only', 'task-role-lacks-ssmmessages')).toMatchObject({ found: [], skipped: 1 });
  });

  test('is found through the stack that both are nested in', () => {
    const root = `Resources:
  Roles:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: parts/roles.yml, Parameters: {Who: somebody}}
  Service:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: ./parts/service.yml, Parameters: {Role: !GetAtt Roles.Outputs.Role}}
`;
    const parameter = 'Parameters:\n  Role:\n    Type: String\n';
    const cwd = folder({
      'root.yml': root,
      'parts/roles.yml': `${passed}Outputs:\n  Role: {Value: !GetAtt Role.Arn}\n`,
      'parts/service.yml': service(parameter, '!Ref Role'),
      'other/topic.yml': TOPIC,
    });
    const args = ['-f', 'concise', '--only', 'task-role-lacks-ssmmessages'];
    expect(run(cwd, args).out).toContain('parts/roles.yml');
    rmSync(join(cwd, 'root.yml'));
    expect(run(cwd, args).out).toBe('');
  });
});
