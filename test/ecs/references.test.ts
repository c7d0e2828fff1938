import { describe, expect, test } from 'vitest';
import { launchers } from '../../src/ecs/launchers/launchers.ts';
import { ask, askOnce, launcher, say } from './query.ts';

const PARAMETERS = `
Parameters:
  Name: { Type: String }
  Likely: { Type: String, Default: web }
`;

describe('a service finds its task definition', () => {
  const facts = (reference: string, family = 'web'): string =>
    askOnce(
      `${PARAMETERS}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { Family: ${family} }
  Other: { Type: AWS::ECS::TaskDefinition, Properties: { Family: other } }
  Nameless: { Type: AWS::ECS::TaskDefinition }
  Custom: { Type: Custom::TaskDefinition }
  Stack: { Type: AWS::CloudFormation::Stack }
  Role: { Type: AWS::IAM::Role }
  Web:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: ${reference} }
`,
      template => say(launcher(template, 'Web').taskDefinition()),
    );

  test.each([
    '!Ref Task',
    '!GetAtt Task.TaskDefinitionArn',
    '!GetAtt [Task, TaskDefinitionArn]',
    '!Sub "${Task}"',
    '!Sub "${Task.TaskDefinitionArn}"',
    '!Join ["", [!Ref Task]]',
    'web',
    'web:7',
    '!Sub "web:${Name}"',
    'arn:aws:ecs:eu-west-1:123456789012:task-definition/web',
    'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:12',
    '!Sub "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/web:*"',
  ])('by %s', reference => {
    expect(facts(reference)).toBe('Task');
  });

  test('by the same expression as its family', () => {
    const family = '!Sub "${AWS::StackName}-web"';
    expect(facts(family, family)).toBe('Task');
    expect(facts('!Sub "${AWS::StackName}-web:3"', family)).toBe('Task');
    expect(facts('!Sub "arn:aws:ecs:eu-west-1:123456789012:task-definition/${Name}"', '!Ref Name')).toBe(
      'Task',
    );
    expect(facts('!Join ["-", [!Ref AWS::StackName, web]]', family)).toBe('Task');
  });

  test('by a default, and then it is only likely', () => {
    expect(facts('!Ref Likely')).toBe('Task?');
    expect(facts('web', '!Ref Likely')).toBe('Task?');
  });

  test.each([
    ['!GetAtt Custom.Arn', 'the task definition comes from the custom resource `Custom`'],
    ['!GetAtt Stack.Outputs.Task', 'the task definition comes from the nested stack `Stack`'],
    ['!Ref Role', '`Role` is not a task definition'],
    ['!Ref Name', 'the task definition is not in this template, since it is the parameter `Name`'],
    [
      '!ImportValue Task',
      'the task definition is not in this template, since it is imported from another stack',
    ],
    ['api', 'the task definition `api` is not in this template'],
    ['!Ref AWS::NoValue', 'it has no task definition'],
  ])('but not by %s', (reference, why) => {
    expect(facts(reference)).toBe(`unknown because ${why}`);
  });

  test('but not where two have its family', () => {
    expect(facts('other', 'other')).toBe(
      'unknown because several resources of this template have the name of the task definition',
    );
  });

  test('in each branch of `Fn::If`', () => {
    const text = `
Parameters: { Env: { Type: String } }
Conditions: { Prod: !Equals [!Ref Env, prod] }
Resources:
  Task: { Type: AWS::ECS::TaskDefinition, Condition: Prod }
  Other: { Type: AWS::ECS::TaskDefinition }
  Web: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !If [Prod, !Ref Task, !Ref Other] } }
`;
    expect(ask(text, template => say(launcher(template, 'Web').taskDefinition()))).toEqual(['Task', 'Other']);
  });
});

describe('a service without a task definition of its own', () => {
  const facts = (sets: string): readonly string[] =>
    askOnce(
      `
Resources:
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { RequiresCompatibilities: [EC2, FARGATE] } }
  Other: { Type: AWS::ECS::TaskDefinition }
  Web:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: web
      EnableExecuteCommand: true
      DeploymentController: { Type: EXTERNAL }
${sets}`,
      template =>
        launchers(template).map(
          each =>
            `${each.id}: ${say(each.taskDefinition())}, exec ${say(each.execEnabled())}, on Fargate ${say(each.onFargate())}, platform ${say(each.platformVersion())}`,
        ),
    );
  const set = (name: string, more: string): string => `
  ${name}:
    Type: AWS::ECS::TaskSet
    Properties: { ${more} }
`;

  test('has that of its task set', () => {
    const one = set(
      'Blue',
      'Service: !Ref Web, TaskDefinition: !Ref Task, LaunchType: FARGATE, PlatformVersion: 1.3.0',
    );
    expect(facts(one)).toEqual(['Web: Task, exec yes, on Fargate yes, platform 1.3.0']);
    const byName = set('Blue', 'Service: web, TaskDefinition: !Ref Other');
    expect(facts(byName)).toEqual(['Web: Other, exec yes, on Fargate no, platform absent']);
  });

  test('with several task sets counts once for each', () => {
    const two =
      set('Blue', 'Service: !GetAtt Web.Name, TaskDefinition: !Ref Task') +
      set('Green', 'Service: !Ref Web, TaskDefinition: !Ref Other');
    expect(facts(two).map(each => each.replace(/, exec.*/, ''))).toEqual([
      'Web/Blue: Task',
      'Web/Green: Other',
    ]);
  });

  test('and without a task set here has an unknown one', () => {
    const elsewhere = set('Blue', 'Service: api, TaskDefinition: !Ref Task');
    expect(facts(elsewhere)[0]).toContain('Web: unknown because it has no task definition');
  });
});

describe('a daemon', () => {
  test('names what it runs in its own words', () => {
    const text = `
Resources:
  Cluster: { Type: AWS::ECS::Cluster }
  Agent: { Type: AWS::ECS::DaemonTaskDefinition, Properties: { Family: agent } }
  Daemon:
    Type: AWS::ECS::Daemon
    Properties: { ClusterArn: !GetAtt Cluster.Arn, DaemonTaskDefinitionArn: !Ref Agent, EnableExecuteCommand: true }
  Named:
    Type: AWS::ECS::Daemon
    Properties:
      ClusterArn: !GetAtt Cluster.Arn
      DaemonTaskDefinitionArn: arn:aws:ecs:eu-west-1:123456789012:daemon-task-definition/agent:1
`;
    askOnce(text, template => {
      const daemon = launcher(template, 'Daemon');
      expect(daemon.title).toEqual('daemon `Daemon`');
      expect(say(daemon.taskDefinition())).toBe('Agent');
      expect(say(daemon.cluster())).toBe('Cluster');
      expect(say(daemon.onFargate())).toBe('no');
      expect(say(launcher(template, 'Named').taskDefinition())).toBe('Agent');
      return true;
    });
  });
});

describe('a service finds its cluster', () => {
  const facts = (cluster: string, name = ''): string =>
    askOnce(
      `${PARAMETERS}
Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: { ${name} }
  Other: { Type: AWS::ECS::Cluster, Properties: { ClusterName: other } }
  Stack: { Type: AWS::CloudFormation::Stack }
  Web: { Type: AWS::ECS::Service, Properties: { ${cluster} } }
`,
      template => say(launcher(template, 'Web').cluster()),
    );

  test.each([
    '!Ref Cluster',
    '!GetAtt Cluster.Arn',
    '!Sub "${Cluster}"',
    '!Sub "arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:cluster/${Cluster}"',
    '!Join ["/", [!Sub "arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:cluster", !Ref Cluster]]',
  ])('by %s', cluster => {
    expect(facts(`Cluster: ${cluster}`)).toBe('Cluster');
  });

  test.each(['prod', 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod'])('by its name: %s', cluster => {
    expect(facts(`Cluster: ${cluster}`, 'ClusterName: prod')).toBe('Cluster');
  });

  test('by a parameter that names it too', () => {
    expect(facts('Cluster: !Ref Name', 'ClusterName: !Ref Name')).toBe('Cluster');
    expect(facts('Cluster: !Ref Likely', 'ClusterName: !Ref Likely')).toBe('Cluster');
    expect(facts('Cluster: !Ref Likely', 'ClusterName: web')).toBe('Cluster?');
  });

  test('`default`, when it is in the template under that name', () => {
    const why = 'it runs in the default cluster, which is not in this template';
    expect(facts('')).toBe(`unknown because ${why}`);
    expect(facts('Cluster: default')).toBe('unknown because the cluster `default` is not in this template');
    expect(facts('', 'ClusterName: default')).toBe('Cluster');
    expect(facts('Cluster: default', 'ClusterName: default')).toBe('Cluster');
  });

  test.each([
    ['!Ref Name', 'the cluster is not in this template, since it is the parameter `Name`'],
    ['!ImportValue Cluster', 'the cluster is not in this template, since it is imported from another stack'],
    ['!GetAtt Stack.Outputs.Cluster', 'the cluster comes from the nested stack `Stack`'],
    ['prod', 'the cluster `prod` is not in this template'],
    ['!Sub "arn:aws:ecs:eu-west-1:1:cluster/${Name}"', 'the cluster `${Name}` is not in this template'],
  ])('but not by %s', (cluster, why) => {
    expect(facts(`Cluster: ${cluster}`)).toBe(`unknown because ${why}`);
  });
});

describe('a task definition finds its roles', () => {
  const facts = (role: string, name = 'RoleName: runner'): string =>
    askOnce(
      `${PARAMETERS}
Resources:
  Role: { Type: AWS::IAM::Role, Properties: { ${name} } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { TaskRoleArn: ${role} } }
  Web: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task } }
`,
      template => say(launcher(template, 'Web').taskRole()),
    );

  test.each([
    '!GetAtt Role.Arn',
    '!Ref Role',
    'runner',
    'arn:aws:iam::123456789012:role/runner',
    'arn:aws:iam::123456789012:role/team/app/runner',
    '!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/runner"',
    '!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}"',
  ])('by %s', role => {
    expect(facts(role)).toBe('Role');
  });

  test('that has the same expression for a name', () => {
    expect(
      facts('!Sub "arn:aws:iam::${AWS::AccountId}:role/${Name}-task"', 'RoleName: !Sub "${Name}-task"'),
    ).toBe('Role');
  });

  test.each([
    ['!Ref AWS::NoValue', 'absent'],
    ['!Ref Task', 'unknown because `Task` is not a role'],
    [
      'arn:aws:iam::123456789012:role/ecsTaskRole',
      'unknown because the role `ecsTaskRole` is not in this template',
    ],
  ])('but not by %s', (role, said) => {
    expect(facts(role)).toBe(said);
  });
});

describe('a service is on Fargate', () => {
  const facts = (service: string, task = ''): string =>
    askOnce(
      `
Parameters: { Likely: { Type: String, Default: FARGATE } }
Resources:
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ${task} } }
  Web: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task, ${service} } }
`,
      template => say(launcher(template, 'Web').onFargate()),
    );

  test.each([
    ['LaunchType: FARGATE', '', 'yes'],
    ['LaunchType: EC2', '', 'no'],
    ['LaunchType: EXTERNAL', '', 'no'],
    ['LaunchType: !Ref Likely', '', 'unknown because it depends on the default of the parameter `Likely`'],
    ['LaunchType: !Ref Likely', 'RequiresCompatibilities: [FARGATE]', 'yes'],
    ['CapacityProviderStrategy: [{ CapacityProvider: FARGATE }]', '', 'yes'],
    ['CapacityProviderStrategy: [{ CapacityProvider: FARGATE }, { CapacityProvider: mine }]', '', 'no'],
    ['', 'RequiresCompatibilities: [FARGATE]', 'yes'],
    ['', 'RequiresCompatibilities: [EC2, FARGATE]', 'no'],
    [
      '',
      'RequiresCompatibilities: !Ref Unheard',
      'unknown because `Unheard` is only known once it is deployed',
    ],
    ['', '', 'no'],
  ])('%s %s', (service, task, said) => {
    expect(facts(service, task)).toBe(said);
  });

  test('or it is not known where its task definition is not', () => {
    const text =
      'Resources: { Web: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !ImportValue T } } }';
    expect(askOnce(text, template => say(launcher(template, 'Web').onFargate()))).toBe(
      'unknown because its task definition is not known',
    );
  });
});
