import { expect, test } from 'vitest';
import { type Dependency, sessionDependencies } from '../../src/ecs/session-dependencies.ts';
import { ask, launcher } from './query.ts';

/** What a session depends on, an edge a line; `(elsewhere)` is in no template, `?` is not known. */
function dependencies(
  resources: string,
  service = 'Cluster: !Ref Cluster, TaskDefinition: !Ref Task',
): readonly string[] {
  const text = `
Parameters: { Open: { Type: String } }
Resources:
  Web: { Type: AWS::ECS::Service, Properties: { ${service} } }
${resources}`;
  const name = ({ kind, name: id, at, why }: Dependency): string =>
    `${kind} ${why === undefined ? id : '?'}${at || why !== undefined ? '' : ' (elsewhere)'}`;
  const [lines = []] = ask(text, template =>
    sessionDependencies(launcher(template, 'Web')).map(
      ({ from, as, to }) => `${name(from)} - ${as} - ${name(to)}`,
    ),
  );
  return lines;
}

const task = (roles: string, containers = '[]'): string =>
  `  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: ${containers}, ${roles} } }\n`;
const cluster = (exec: string): string =>
  `  Cluster: { Type: AWS::ECS::Cluster, Properties: { Configuration: { ExecuteCommandConfiguration: { ${exec} } } } }\n`;
const ROLE = `  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore, !ImportValue Policy]
      Policies: [{ PolicyName: own, PolicyDocument: {} }]
  Separate: { Type: AWS::IAM::Policy, Properties: { PolicyName: s, Roles: [!Ref Role], PolicyDocument: {} } }
`;
const RUNS = ['launcher Web - runs - task definition Task', 'launcher Web - runs in - cluster Cluster'];

test('a session depends on the task definition and the cluster', () => {
  expect(dependencies(task('Family: app') + cluster('Logging: NONE'))).toEqual(RUNS);
});

test('on the roles of the tasks, with their policies', () => {
  const roles = 'TaskRoleArn: !GetAtt Role.Arn, ExecutionRoleArn: !GetAtt Plain.Arn';
  const plain = '  Plain: { Type: AWS::IAM::Role }\n';
  expect(dependencies(task(roles) + ROLE + plain + cluster('Logging: NONE'))).toEqual([
    RUNS[0],
    'task definition Task - task role - role Role',
    'role Role - policy - policy own',
    'role Role - policy - policy AmazonSSMManagedInstanceCore (elsewhere)',
    'role Role - policy - policy ?',
    'role Role - policy - policy Separate',
    'task definition Task - execution role - role Plain',
    RUNS[1],
  ]);
});

test('on where it is recorded, by the cluster or by the containers', () => {
  const group = '  Group: { Type: AWS::Logs::LogGroup }\n';
  const named = cluster(
    'Logging: OVERRIDE, LogConfiguration: { CloudWatchLogGroupName: !Ref Group, S3BucketName: exec }',
  );
  expect(dependencies(task('Family: app') + named + group)).toEqual([
    ...RUNS,
    'cluster Cluster - records to - log group Group',
    'cluster Cluster - records to - bucket exec (elsewhere)',
  ]);
  const logging = '[{ LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /app } } }]';
  expect(dependencies(task('Family: app', logging) + cluster('Logging: DEFAULT'))).toEqual([
    ...RUNS,
    'cluster Cluster - records to - log group /app (elsewhere)',
  ]);
  expect(dependencies(task('Family: app') + cluster('Logging: !Ref Open'))).toEqual([
    ...RUNS,
    'cluster Cluster - records to - log ?',
  ]);
});

test('on what is not known, as such', () => {
  const open = 'Cluster: !Ref Open, TaskDefinition: !Ref Open';
  expect(dependencies('', open)).toEqual([
    'launcher Web - runs - task definition ?',
    'launcher Web - runs in - cluster ?',
  ]);
  expect(dependencies(task('TaskRoleArn: !Ref Open') + cluster('Logging: NONE'))).toEqual([
    RUNS[0],
    'task definition Task - task role - role ?',
    RUNS[1],
  ]);
});
