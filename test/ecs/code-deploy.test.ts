import { expect, test } from 'vitest';
import { codeDeployServices } from '../../src/ecs/launchers/code-deploy.ts';
import { ask } from './query.ts';

/** The services that CodeDeploy keeps CloudFormation from updating, by what, and what is updated with them. */
function services(properties: string, rest = ''): readonly string[] {
  const text = `
Parameters:
  Open: { Type: String }
  Likely: { Type: String, Default: CODE_DEPLOY }
  Rolling: { Type: String, AllowedValues: [ECS, EXTERNAL] }
  Either: { Type: String, AllowedValues: [ECS, CODE_DEPLOY] }
Resources:
  Web: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task, ${properties} } }
  Plain: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [] } }
${rest}`;
  const [lines = []] = ask(text, template =>
    codeDeployServices(template).map(
      each =>
        `${each.service.id} by ${each.by}: ${[...new Set(each.resources.map(one => one.id))].join(', ')}`,
    ),
  );
  return lines;
}

const controller = (type: string): string => `DeploymentController: { Type: ${type} }`;

test.each([
  ['CODE_DEPLOY', ['Web by controller: Web, Task']],
  ['ECS', []],
  ['EXTERNAL', []],
  ['!Ref Open', ['Web by possible controller: Web, Task']],
  ['!Ref Likely', ['Web by possible controller: Web, Task']],
  ['!Ref Either', ['Web by possible controller: Web, Task']],
  ['!Ref Rolling', []],
])('a service with the controller %s: %j', (type, expected) => {
  expect(services(controller(type))).toEqual(expected);
});

test('a service without a controller is updated as others are', () => {
  expect(services('DesiredCount: 1')).toEqual([]);
});

const hook = (type: string, service = 'Web'): string => `Hooks:
  Green:
    Type: ${type}
    Properties:
      Applications:
        - Target: { Type: AWS::ECS::Service, LogicalID: ${service} }
          ECSAttributes: { TaskDefinitions: [Task, Other], TaskSets: [] }
`;

test('a hook of CodeDeploy updates what it names', () => {
  const blueGreen = 'AWS::CodeDeploy::BlueGreen';
  expect(services('DesiredCount: 1', hook(blueGreen))).toEqual(['Web by hook: Web, Task']);
  expect(services(controller('CODE_DEPLOY'), hook(blueGreen))).toEqual(['Web by hook: Web, Task']);
  expect(services('DesiredCount: 1', hook(blueGreen, 'Elsewhere'))).toEqual([]);
  expect(services('DesiredCount: 1', hook('AWS::Other::Hook'))).toEqual([]);
});
