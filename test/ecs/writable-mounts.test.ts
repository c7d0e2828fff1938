import { expect, test } from 'vitest';
import { agentCanWrite } from '../../src/ecs/container/writable-mounts.ts';
import { TaskDefinition } from '../../src/ecs/model/task-definition.ts';
import { askOnce, resource } from './query.ts';

/** Whether the agent can write in a container with these properties. */
function answer(properties: string): readonly string[] {
  const text = `
Parameters: { Path: { Type: String }, Locked: { Type: String } }
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { ContainerDefinitions: [{ Name: app, ${properties} }] }
`;
  return askOnce(text, template => {
    const found = new TaskDefinition(resource(template, 'Task')).containers();
    return found.is === 'known' ? found.value.map(agentCanWrite) : [found.is];
  });
}

const mount = (path: string, more = ''): string =>
  `{ SourceVolume: v, ContainerPath: ${path}, ReadOnly: false${more} }`;
const locked = (path: string): string => mount(path).replace('false', 'true');
const LIB = mount('/var/lib/amazon/ssm');
const LOG = mount('/var/log/amazon/ssm');

test.each([
  ['Image: nginx', 'no'],
  [`MountPoints: [${LIB}, ${LOG}]`, 'yes'],
  [`MountPoints: [${LIB}]`, 'no'],
  [`MountPoints: [${mount('/var/lib/amazon/')}, ${mount('/var/log')}]`, 'yes'],
  [`MountPoints: [${mount('/')}]`, 'yes'],
  [`MountPoints: [${mount('/var/lib/amazon/ss')}, ${mount('/var/log/amazon/ssm/x')}]`, 'no'],
  [`MountPoints: [${mount('/var')}, ${locked('/var/lib')}]`, 'no'],
  [`MountPoints: [${locked('/var')}, ${LIB}, ${LOG}]`, 'yes'],
  [`MountPoints: [${LIB}, ${LOG}, ${locked('/var')}]`, 'yes'],
  ['MountPoints: [{ SourceVolume: v, ContainerPath: /var }]', 'yes'],
  ['MountPoints: [{ SourceVolume: v, ContainerPath: /var, ReadOnly: !Ref Locked }]', 'unknown'],
  [`MountPoints: [${mount('!Ref Path')}]`, 'unknown'],
  ['MountPoints: !ImportValue Mounts', 'unknown'],
  [`VolumesFrom: [{ SourceContainer: other }]`, 'unknown'],
  [`VolumesFrom: [{ SourceContainer: other }], MountPoints: [${LIB}, ${LOG}]`, 'yes'],
  ['LinuxParameters: { Tmpfs: [{ ContainerPath: /var, Size: 64 }] }', 'yes'],
  ['LinuxParameters: { Tmpfs: [{ ContainerPath: /var, Size: 64, MountOptions: [ro] }] }', 'no'],
  ['LinuxParameters: { Tmpfs: [{ ContainerPath: /var, Size: 64, MountOptions: [noexec] }] }', 'yes'],
  [
    'LinuxParameters: { Tmpfs: [{ ContainerPath: /var, Size: 64, MountOptions: !ImportValue How }] }',
    'unknown',
  ],
  [`LinuxParameters: { Tmpfs: !ImportValue All }, MountPoints: [${LIB}, ${LOG}]`, 'unknown'],
  [
    `LinuxParameters: { Tmpfs: [{ ContainerPath: /var/log/amazon/ssm, Size: 64 }] }, MountPoints: [${LIB}]`,
    'yes',
  ],
])('the agent can write in a container with %s: %s', (properties, expected) => {
  expect(answer(properties)).toEqual([expected]);
});
