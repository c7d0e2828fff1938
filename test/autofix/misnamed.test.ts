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

function enabled(text: string): string {
  return text.replace('      LaunchType', '      EnableExecuteCommand: true\n      LaunchType');
}

test.each(['properties', 'Propertise', 'Properites'])(
  '%s is renamed, and what is added goes below it',
  async name => {
    const { after, refused } = await refusals(template(name, 'TaskRoleArn'));
    expect(after).toBe(enabled(template('Properties', 'TaskRoleArn')));
    expect(refused).toEqual([]);
  },
);

test('nothing is added beside what may be meant for Properties, and is not sure to be', async () => {
  const { after, refused } = await refusals(template('Property', 'TaskRoleArn'));
  expect(after).toBe(template('Property', 'TaskRoleArn'));
  expect(refused).toEqual([
    'exec-not-enabled: There already is `Property`, which may be meant as `Properties`.',
  ]);
});

test('a task role that is named under another name is renamed, and none is added', async () => {
  const { after, refused } = await refusals(template('Properties', 'taskRoleArn'));
  expect(after).toBe(enabled(template('Properties', 'TaskRoleArn')));
  expect(refused).toEqual([]);
});

test('names of resources may be near to one another', async () => {
  const { after, refused } = await refusals(
    template('Properties', 'Family').replace('Resources:', 'Resources:\n  TaskRole1: {Type: AWS::IAM::Role}'),
  );
  expect(refused).toEqual([]);
  expect(after).toContain('  TaskRole:\n');
});
