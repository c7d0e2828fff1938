import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, parse } from '../../src/index.ts';

/** A service without ECS Exec, and a role for its tasks that has no permissions yet. */
function template(parts: {
  readonly resources?: string;
  readonly policies?: string;
  readonly end?: string;
}): string {
  return `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: shared
      LaunchType: FARGATE
      TaskDefinition: !Ref Task
      EnableExecuteCommand: true
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ${parts.policies === undefined ? '' : 'TaskRoleArn: !GetAtt Role.Arn'}
      ContainerDefinitions: [{ Name: app, Image: nginx, LinuxParameters: { InitProcessEnabled: true } }]
${parts.policies === undefined ? '' : role(parts.policies)}${parts.resources ?? ''}${parts.end ?? ''}`;
}

const role = (policies: string): string => `  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement: [{ Effect: Allow, Action: [${policies}], Resource: "*" }]
`;

const parameters = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `  P${i}: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: x } }\n`,
  ).join('');

/** So many characters of actions. */
const actions = (length: number): string =>
  Array.from(
    { length: Math.floor(length / 24) },
    (_, i) => `"s3:GetObject${String(i).padStart(9, '0')}"`,
  ).join(', ');

async function outcome(text: string): Promise<{ changed: boolean; refused: readonly string[] }> {
  const { changed, report } = await fix([parse('t.yml', text)], { ...DEFAULT_OPTIONS, unsafe: false });
  return { changed: changed.length > 0, refused: report.fixes.refused.map(({ why }) => String(why)) };
}

describe('no fix takes a template past a quota', () => {
  test('of resources', async () => {
    expect(await outcome(template({ resources: parameters(497) }))).toEqual({ changed: true, refused: [] });
    expect(await outcome(template({ resources: parameters(498) }))).toEqual({
      changed: false,
      refused: [
        'The deployment would fail: the template would have 501 resources, and CloudFormation allows 500.',
      ],
    });
  });

  test('of bytes', async () => {
    const rest = '#'.repeat(1_048_576);
    const end = rest.slice(template({}).length + 2_000);
    expect(await outcome(template({ end }))).toEqual({ changed: true, refused: [] });
    const { changed, refused } = await outcome(template({ end: rest.slice(template({}).length + 20) }));
    expect(changed).toBe(false);
    expect(refused).toEqual([
      expect.stringMatching(
        /^The deployment would fail: the template would have \d+ bytes, and CloudFormation allows 1048576\.$/,
      ),
    ]);
  });

  test('of the inline policies of a role', async () => {
    expect(await outcome(template({ policies: actions(9_000) }))).toEqual({ changed: true, refused: [] });
    const { changed, refused } = await outcome(template({ policies: actions(10_000) }));
    expect(changed).toBe(false);
    expect(refused).toEqual([
      expect.stringMatching(
        /^The deployment would fail: the inline policies of role `Role` would have 1\d{4} characters, and IAM allows 10240\.$/,
      ),
    ]);
  });

  test('that it is past already', async () => {
    expect(await outcome(template({ resources: parameters(600) }))).toEqual({ changed: true, refused: [] });
  });
});
