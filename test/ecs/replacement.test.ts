import { expect, test } from 'vitest';
import { Service } from '../../src/ecs/launchers/service.ts';
import { type Change, replacementOf } from '../../src/ecs/replacement.ts';
import { ask, launcher } from './query.ts';

type Changes = Readonly<Record<string, Change>>;

/** What replaces the tasks of a service after these changes. */
function replacement(changes: Changes, properties = '', taskDefinition = '!Ref Task'): string | undefined {
  const text = `
Parameters: { Open: { Type: String } }
Resources:
  Web: { Type: AWS::ECS::Service, Properties: { TaskDefinition: ${taskDefinition}, ${properties} } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { Family: app, ContainerDefinitions: [] } }
`;
  const [first] = ask(text, template => {
    const service = launcher(template, 'Web');
    if (!(service instanceof Service)) throw new Error('it is no service');
    return replacementOf(service, ({ id }) => changes[id]);
  });
  return first;
}

const changed = (...properties: readonly string[]): Change => ({
  isNew: false,
  properties: new Set(properties),
});
const ADDED: Change = { isNew: true, properties: new Set() };
const FLAG = changed('EnableExecuteCommand');

test('a new service has no tasks yet', () => {
  expect(replacement({ Web: ADDED })).toBe('none');
});

test('the flag alone starts no deployment', () => {
  expect(replacement({ Web: FLAG })).toBe('force-new-deployment');
  expect(replacement({})).toBe('force-new-deployment');
});

test.each([
  'CapacityProviderStrategy',
  'ForceNewDeployment',
  'LaunchType',
  'NetworkConfiguration',
  'PlatformVersion',
  'TaskDefinition',
])('%s starts a deployment', property => {
  expect(replacement({ Web: changed('EnableExecuteCommand', property) })).toBe('deploy');
});

test('so does another revision of the task definition', () => {
  expect(replacement({ Task: changed('TaskRoleArn') })).toBe('deploy');
  expect(replacement({ Task: changed('Tags', 'TaskRoleArn') })).toBe('deploy');
  expect(replacement({ Task: ADDED })).toBe('deploy');
  expect(replacement({ Task: changed('Tags') })).toBe('force-new-deployment');
  expect(replacement({ Task: changed('TaskRoleArn') }, '', 'app')).toBe('force-new-deployment');
  expect(replacement({ Task: changed('TaskRoleArn') }, '', 'elsewhere')).toBe('force-new-deployment');
});

test('a service that forces a deployment has one with every change of its own', () => {
  const forced = 'ForceNewDeployment: { EnableForceNewDeployment: true }';
  expect(replacement({ Web: FLAG }, forced)).toBe('deploy');
  expect(replacement({}, forced)).toBe('force-new-deployment');
  expect(replacement({ Web: FLAG }, forced.replace('true', 'false'))).toBe('force-new-deployment');
});

test.each([
  ['ECS', 'force-new-deployment'],
  ['CODE_DEPLOY', 'code-deploy'],
  ['EXTERNAL', 'task-set'],
  ['!Ref Open', 'unknown'],
])('under the deployment controller %s: %s', (type, expected) => {
  expect(replacement({ Web: FLAG }, `DeploymentController: { Type: ${type} }`)).toBe(expected);
});

test('what replaces the tasks of a daemon is not documented', () => {
  const text = `
Resources:
  Agent: { Type: AWS::ECS::Daemon, Properties: { DaemonTaskDefinitionArn: app } }
`;
  const answers = ask(text, template => {
    const daemon = launcher(template, 'Agent');
    return daemon instanceof Service ? replacementOf(daemon, () => FLAG) : 'none';
  });
  expect(answers).toEqual(['unknown']);
});
