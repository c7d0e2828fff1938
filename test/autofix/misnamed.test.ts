import { expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, parse } from '../../src/index.ts';

/** A service that needs the flag, and whose task definition needs a task role. */
function template(properties: string, role: string): string {
  return `Resources:
  Service:
    Type: AWS::ECS::Service
    ${properties}:
      Cluster: shared
      LaunchType: FARGATE
      TaskDefinition: !Ref Task
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      ${role}: !ImportValue Role
      ContainerDefinitions:
        - Name: app
          Image: nginx
`;
}

async function refusals(text: string): Promise<{ after: string; refused: readonly string[] }> {
  const { changed, report } = await fix([parse('a.yml', text)], { ...DEFAULT_OPTIONS, unsafe: true });
  return {
    after: changed[0]?.after ?? text,
    refused: report.fixes.refused.map(({ ruleId, why }) => `${ruleId}: ${why}`),
  };
}

test.each(['properties', 'Propertise', 'Property', 'Properites'])(
  'nothing is added beside %s, which may be meant for Properties',
  async name => {
    const { after, refused } = await refusals(template(name, 'TaskRoleArn'));
    expect(after).toBe(template(name, 'TaskRoleArn'));
    expect(refused).toEqual([
      `exec-not-enabled: \`${name}\` stands there already, and may be meant for \`Properties\`.`,
    ]);
  },
);

test('no role is added where one is named under another name, nor the flag that needs it', async () => {
  const { after, refused } = await refusals(template('Properties', 'taskRoleArn'));
  expect(after).not.toContain('AWS::IAM::Role');
  expect(after).not.toContain('EnableExecuteCommand');
  expect(refused).toEqual([
    'exec-not-enabled: `taskRoleArn` stands there already, and may be meant for `TaskRoleArn`.',
    'task-role-missing: `taskRoleArn` stands there already, and may be meant for `TaskRoleArn`.',
  ]);
});

test('names of resources may be near to one another', async () => {
  const { after, refused } = await refusals(
    template('Properties', 'Family').replace('Resources:', 'Resources:\n  TaskRole1: {Type: AWS::IAM::Role}'),
  );
  expect(refused).toEqual([]);
  expect(after).toContain('  TaskRole:\n');
});
