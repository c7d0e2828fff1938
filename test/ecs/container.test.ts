import { describe, expect, test } from 'vitest';
import type { Container } from '../../src/ecs/model/container-definition.ts';
import { TaskDefinition } from '../../src/ecs/model/task-definition.ts';
import { ask, askOnce, launcher, resource, say } from './query.ts';

const task = (properties: string): string => `
Parameters: { Tag: { Type: String }, Locked: { Type: String, Default: "true" } }
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
${properties}`;

function containers<T>(properties: string, question: (container: Container) => T): readonly T[] {
  return askOnce(task(properties), template => {
    const found = new TaskDefinition(resource(template, 'Task')).containers();
    if (found.is !== 'known') throw new Error(found.is);
    return found.value.map(question);
  });
}

const first = <T>(container: string, question: (container: Container) => T): T => {
  const [answer] = containers(`      ContainerDefinitions: [{ ${container} }]`, question);
  if (answer === undefined) throw new Error('no container');
  return answer;
};

describe('a container', () => {
  test('has a name and an image', () => {
    expect(first('Name: app, Image: nginx:1', each => [say(each.name()), say(each.image())])).toEqual([
      'app',
      'nginx:1',
    ]);
    expect(first('Image: !Sub "amazoncorretto:${Tag}"', each => say(each.image()))).toBe(
      'amazoncorretto:${Tag}',
    );
    expect(first('Image: !ImportValue Image', each => say(each.image()))).toContain('unknown');
    expect(first('Image: [nginx]', each => say(each.image()))).toBe('unknown because it is not text');
    expect(first('Image: { a: b }', each => say(each.image()))).toBe('unknown because it is not text');
    expect(first('Image: 1', each => say(each.image()))).toBe('1');
    expect(first('Name: app', each => say(each.image()))).toBe('absent');
  });

  test('has variables', () => {
    const text = `Environment: [{ Name: HTTPS_PROXY, Value: "http://proxy" }, { Name: TAG, Value: !Ref Tag }, { Name: !Ref Tag, Value: x }],
          Secrets: [{ Name: AWS_ACCESS_KEY_ID, ValueFrom: arn }]`;
    const said = first(text, each => each.variables(/./).map(({ name, value }) => `${name}: ${say(value)}`));
    expect(said).toEqual([
      'HTTPS_PROXY: http://proxy',
      'TAG: unknown because the parameter `Tag` has no value here',
      'AWS_ACCESS_KEY_ID: unknown because it is a secret',
    ]);
  });

  test.each([
    ['Environment: [{ Name: A, Value: b }]', false],
    ['Name: app', false],
    ['Environment: [{ Name: !Ref Tag, Value: b }]', true],
    ['Environment: [{ Name: A, Value: b }, { Name: !Ref Tag, Value: b }]', true],
    ['Environment: [{ Name: A, Value: b }], Secrets: [{ Name: B, ValueFrom: arn }]', false],
    ['Environment: [{ Name: A, Value: b }], Secrets: [{ Name: !Ref Tag, ValueFrom: arn }]', true],
    ['Environment: !Ref Unheard', true],
    ['EnvironmentFiles: [{ Type: s3, Value: arn }]', true],
  ])('may have other variables: %s', (text, more) => {
    expect(first(text, each => each.hasOtherVariables())).toBe(more);
  });

  test.each([
    ['ReadonlyRootFilesystem: true', 'yes'],
    ['ReadonlyRootFilesystem: "true"', 'yes'],
    ['ReadonlyRootFilesystem: !Ref Locked', 'yes?'],
    ['ReadonlyRootFilesystem: false', 'no'],
    ['Name: app', 'no'],
    ['ReadonlyRootFilesystem: maybe', 'unknown because its value is neither true nor false'],
  ])('has a read-only file system: %s', (text, said) => {
    expect(first(text, each => say(each.readonlyRootFilesystem()))).toBe(said);
  });

  test('has an init process, and a network', () => {
    expect(first('LinuxParameters: { InitProcessEnabled: true }', each => say(each.initProcess()))).toBe(
      'yes',
    );
    expect(first('LinuxParameters: {}', each => say(each.initProcess()))).toBe('no');
    expect(first('DisableNetworking: true', each => say(each.networkingDisabled()))).toBe('yes');
  });

  test('has mounts', () => {
    const text =
      'MountPoints: [{ ContainerPath: /var/lib/amazon/ssm }, { ContainerPath: !Ref Tag, ReadOnly: true }]';
    const said = first(text, each => {
      const mounts = each.mounts();
      return (
        mounts.is === 'known' && mounts.value.map(({ path, readOnly }) => `${say(path)} ${say(readOnly)}`)
      );
    });
    expect(said).toEqual([
      '/var/lib/amazon/ssm no',
      'unknown because the parameter `Tag` has no value here yes',
    ]);
  });

  test('has a log group when it logs with `awslogs`', () => {
    const log = (text: string): string =>
      first(`LogConfiguration: { ${text} }`, each => say(each.logGroup()));
    expect(log('LogDriver: awslogs, Options: { awslogs-group: /app }')).toContain('awslogs-group');
    expect(log('LogDriver: awsfirelens, Options: { awslogs-group: /app }')).toBe('absent');
    expect(log('LogDriver: !Ref Tag')).toBe('unknown because the parameter `Tag` has no value here');
    expect(first('Name: app', each => say(each.logGroup()))).toBe('absent');
  });

  test('exists in some scenarios only', () => {
    const text = task(`
      ContainerDefinitions:
        - Name: app
        - !If [Traced, { Name: xray }, !Ref AWS::NoValue]
        - Fn::If: [Traced, !Ref AWS::NoValue, { Name: bare }]`).replace(
      'Resources:',
      'Conditions: { Traced: !Equals [!Ref Tag, traced] }\nResources:',
    );
    const names = ask(text, template => {
      const found = new TaskDefinition(resource(template, 'Task')).containers();
      return found.is === 'known' && found.value.map(each => say(each.name()));
    });
    expect(names).toEqual([
      ['app', 'xray'],
      ['app', 'bare'],
    ]);
  });
});

describe('a task definition', () => {
  const read = (properties: string, question: (definition: TaskDefinition) => string): string =>
    askOnce(task(`      ${properties}`), template =>
      question(new TaskDefinition(resource(template, 'Task'))),
    );

  test('says how its tasks run', () => {
    expect(read('NetworkMode: none', each => say(each.networkMode()))).toBe('none');
    expect(read('PidMode: task', each => say(each.pidMode()))).toBe('task');
    expect(read('Family: a', each => say(each.pidMode()))).toBe('absent');
    expect(
      read('RuntimePlatform: { OperatingSystemFamily: WINDOWS_SERVER_2022_CORE }', each =>
        say(each.osFamily()),
      ),
    ).toBe('WINDOWS_SERVER_2022_CORE');
    expect(read('ProxyConfiguration: { Type: APPMESH }', each => say(each.proxy()))).toContain(
      'ProxyConfiguration',
    );
    expect(read('Volumes: [{ Name: a }, { Name: b }]', each => say(each.volumes()))).toMatch(
      /Volumes\.0.*Volumes\.1/,
    );
    expect(read('ContainerDefinitions: !Ref Tag', each => say(each.containers()))).toContain('unknown');
  });

  test('has the log groups of its containers', () => {
    const awslogs = (group: string): string =>
      `{ LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: ${group} } } }`;
    const groups = (list: string): string =>
      read(`ContainerDefinitions: [${list}]`, each => {
        const found = each.logGroups();
        return found.is === 'known' ? String(found.value.length) : say(found);
      });
    expect(groups(`${awslogs('/a')}, { Name: b }, ${awslogs('!Sub "/${Tag}"')}`)).toBe('2');
    expect(groups('{ LogConfiguration: { LogDriver: splunk } }')).toBe('0');
    expect(groups(`${awslogs('/a')}, { LogConfiguration: !Ref Unheard }`)).toContain('unknown');
  });
});

describe('a network', () => {
  test('is written alike in all launchers but for one letter', () => {
    const vpc =
      '{ Subnets: [!Ref Subnet, subnet-1], SecurityGroups: [!GetAtt Group.GroupId], AssignPublicIp: ENABLED }';
    const text = `
Resources:
  Subnet: { Type: AWS::EC2::Subnet }
  Group: { Type: AWS::EC2::SecurityGroup }
  Web: { Type: AWS::ECS::Service, Properties: { NetworkConfiguration: { AwsvpcConfiguration: ${vpc} } } }
  Nightly:
    Type: AWS::Events::Rule
    Properties: { Targets: [{ EcsParameters: { NetworkConfiguration: { AwsVpcConfiguration: ${vpc} } } }] }
  Schedule:
    Type: AWS::Scheduler::Schedule
    Properties: { Target: { EcsParameters: { NetworkConfiguration: { AwsvpcConfiguration: ${vpc} } } } }
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties: { TargetParameters: { EcsTaskParameters: { NetworkConfiguration: { AwsvpcConfiguration: ${vpc} } } } }
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties: { Definition: { States: { Run: { Resource: arn:aws:states:::ecs:runTask, Parameters: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref Subnet], SecurityGroups.$: $.groups, AssignPublicIp.$: $.public } } } } } } }
  Bare: { Type: AWS::ECS::Service }
  Split: { Type: AWS::ECS::Service, Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: !Split [",", !ImportValue S] } } } }
`;
    const said = (id: string): string =>
      askOnce(text, template => {
        const { subnets, securityGroups, assignPublicIp } = launcher(template, id).network();
        const each = (list: typeof subnets): string =>
          list.is === 'known' ? list.value.map(say).join(', ') : list.is;
        return [each(subnets), each(securityGroups), say(assignPublicIp)].join('; ');
      });
    const all =
      'Subnet, unknown because the value does not point to a resource of this template; Group; ENABLED';
    for (const id of ['Web', 'Nightly', 'Schedule', 'Pipe']) expect(said(id)).toBe(all);
    expect(said('Machine')).toBe(
      'Subnet; unknown; unknown because it is computed when the state machine runs',
    );
    expect(said('Bare')).toBe('absent; absent; absent');
    expect(said('Split')).toBe('unknown; absent; absent');
  });
});
