import { describe, expect, test } from 'vitest';
import { strayProperties } from '../../src/ecs/enablement/misplaced-property.ts';
import { askOnce } from './query.ts';

/** The resources that the stray properties of a template are meant for. */
function owners(resources: string): readonly (string | undefined)[] {
  return askOnce(`Resources:\n${resources}`, template =>
    strayProperties(template).map(each => each.owner?.id),
  );
}

const EXEC = 'ExecuteCommandConfiguration: { Logging: NONE }';
const cluster = (id: string): string => `  ${id}: { Type: AWS::ECS::Cluster, Properties: {} }\n`;
const task = (id: string, more = ''): string =>
  `  ${id}: { Type: AWS::ECS::TaskDefinition, Properties: { Family: ${id}, ${more} } }\n`;
const service = (id: string, properties: string): string =>
  `  ${id}: { Type: AWS::ECS::Service, Properties: { ${properties} } }\n`;

describe('how sessions of a cluster are configured', () => {
  test('on a service is meant for its cluster', () => {
    const text = cluster('A') + cluster('B') + service('S', `Cluster: !Ref B, TaskDefinition: t, ${EXEC}`);
    expect(owners(text)).toEqual(['B']);
    expect(owners(text.replace('!Ref B', 'elsewhere'))).toEqual([undefined]);
  });

  test('on a task definition is meant for the one cluster that it runs in', () => {
    const run = (id: string, where: string): string =>
      service(id, `Cluster: !Ref ${where}, TaskDefinition: !Ref T`);
    const text = cluster('A') + cluster('B') + task('T', EXEC);
    expect(owners(text)).toEqual([undefined]);
    expect(owners(text + run('S', 'B'))).toEqual(['B']);
    expect(owners(text + run('S', 'B') + run('R', 'B'))).toEqual(['B']);
    expect(owners(text + run('S', 'B') + run('R', 'A'))).toEqual([undefined]);
    const other = task('U') + service('R', 'Cluster: !Ref A, TaskDefinition: !Ref U');
    expect(owners(text + run('S', 'B') + other)).toEqual(['B']);
  });

  test('on what names no cluster is meant for the only one', () => {
    const provider = `  P: { Type: AWS::ECS::CapacityProvider, Properties: { ${EXEC} } }\n`;
    expect(owners(provider)).toEqual([undefined]);
    expect(owners(provider + cluster('A'))).toEqual(['A']);
    expect(owners(provider + cluster('A') + cluster('B'))).toEqual([undefined]);
  });

  test('on what names a cluster is meant for that', () => {
    const set = `  P: { Type: AWS::ECS::ClusterCapacityProviderAssociations, Properties: { Cluster: !Ref B, ${EXEC} } }\n`;
    expect(owners(cluster('A') + cluster('B') + set)).toEqual(['B']);
  });
});

describe('a task role', () => {
  test('on a service is meant for its task definition', () => {
    const text = task('T') + task('U') + service('S', 'Cluster: c, TaskDefinition: !Ref U, TaskRoleArn: arn');
    expect(owners(text)).toEqual(['U']);
    expect(owners(text.replace('!Ref U', 'elsewhere'))).toEqual([undefined]);
  });

  test('on a level of a task definition that has none is meant for that', () => {
    expect(owners(task('T', 'ContainerDefinitions: [{ Name: app, TaskRoleArn: arn }]'))).toEqual(['T']);
  });

  test('on a cluster is meant for none', () => {
    const text = `  A: { Type: AWS::ECS::Cluster, Properties: { TaskRoleArn: arn } }\n${task('T')}`;
    expect(owners(text)).toEqual([undefined]);
  });
});
