import { describe, expect, test } from 'vitest';
import { launchers } from '../../src/ecs/launchers/launchers.ts';
import { ask, askOnce, launcher, say } from './query.ts';

const RUN = `
  Cluster: { Type: AWS::ECS::Cluster }
  Report:
    Type: AWS::ECS::TaskDefinition
    Properties: { Family: report, TaskRoleArn: !GetAtt ReportRole.Arn }
  ReportRole: { Type: AWS::IAM::Role }
  OtherRole: { Type: AWS::IAM::Role, Properties: { RoleName: other } }
`;

function facts(text: string): readonly string[] {
  return askOnce(text, template =>
    launchers(template).map(each =>
      [
        `${each.title}: exec ${say(each.execEnabled())}`,
        `runs ${say(each.taskDefinition())}`,
        `in ${say(each.cluster())}`,
        `as ${say(each.taskRole())}`,
        `on Fargate ${say(each.onFargate())}`,
      ].join('; '),
    ),
  );
}

describe('an EventBridge rule', () => {
  const rule = (targets: string): string => `Resources:${RUN}
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      Targets:
${targets}`;
  const target = (more = ''): string => `
        - Id: Report
          Arn: !GetAtt Cluster.Arn
          ${more}
          EcsParameters:
            TaskDefinitionArn: !Ref Report
            LaunchType: FARGATE
            EnableExecuteCommand: true
`;

  test('starts the tasks of its target', () => {
    expect(facts(rule(target()))).toEqual([
      'rule `Nightly`: exec yes; runs Report; in Cluster; as ReportRole; on Fargate yes',
    ]);
  });

  test('with several targets is several launchers, told apart by the ids of the targets', () => {
    const second = `
        - Id: Other
          Arn: !GetAtt Cluster.Arn
          EcsParameters: { TaskDefinitionArn: report }
        - Id: Queue
          Arn: arn:aws:sqs:eu-west-1:123456789012:queue
`;
    expect(facts(rule(target() + second))).toEqual([
      'rule `Nightly/Report`: exec yes; runs Report; in Cluster; as ReportRole; on Fargate yes',
      'rule `Nightly/Other`: exec no; runs Report; in Cluster; as ReportRole; on Fargate no',
    ]);
  });

  test('with an input that overrides no role leaves it to the task definition', () => {
    const input = `Input: '{"containerOverrides":[{"name":"app","command":["run"]}]}'`;
    expect(facts(rule(target(input)))[0]).toContain('as ReportRole');
  });

  test('with an input that names another role runs as that', () => {
    const input = `Input: '{"taskRoleArn":"arn:aws:iam::123456789012:role/other"}'`;
    expect(facts(rule(target(input)))[0]).toContain('as OtherRole');
    const sub = `Input: !Sub '{"taskRoleArn":"\${OtherRole.Arn}"}'`;
    expect(facts(rule(target(sub)))[0]).toContain('as OtherRole');
  });

  test.each([
    'Input: !ImportValue Overrides',
    'InputPath: $.detail',
    "InputTransformer: { InputTemplate: '<a>', InputPathsMap: { a: $.detail } }",
    'Input: not json',
  ])('with an input that cannot be read runs as an unknown role: %s', input => {
    expect(facts(rule(target(input)))[0]).toContain(
      'as unknown because the input of the task may name another role',
    );
  });

  test('exists where its target does', () => {
    const text = `Conditions: { Prod: !Equals [!Ref Env, prod] }
Parameters: { Env: { Type: String } }
${rule('')}        - !If
          - Prod
          - { Id: A, Arn: !GetAtt Cluster.Arn, EcsParameters: { TaskDefinitionArn: !Ref Report } }
          - !Ref AWS::NoValue`;
    const ids = ask(text, template => launchers(template).map(each => each.id));
    expect(ids).toEqual([['Nightly'], []]);
  });

  test('whose targets start no task is no launcher', () => {
    expect(facts(rule('        - { Id: Queue, Arn: !GetAtt Queue.Arn }'))).toEqual([]);
    expect(facts('Resources: { Nightly: { Type: AWS::Events::Rule } }')).toEqual([]);
  });
});

describe('a schedule', () => {
  const schedule = (more = ''): string => `Resources:${RUN}
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      Target:
        Arn: !GetAtt Cluster.Arn
        ${more}
        EcsParameters:
          TaskDefinitionArn: !Ref Report
          CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT }, { CapacityProvider: FARGATE }]
          EnableExecuteCommand: "true"
`;

  test('starts the tasks of its target', () => {
    expect(facts(schedule())).toEqual([
      'schedule `Nightly`: exec yes; runs Report; in Cluster; as ReportRole; on Fargate yes',
    ]);
  });

  test('may name another role in its input', () => {
    expect(facts(schedule(`Input: '{"taskRoleArn":"other"}'`))[0]).toContain('as OtherRole');
    expect(facts(schedule('Input: !Ref Unheard'))[0]).toContain('as unknown because');
  });
});

describe('a pipe', () => {
  const pipe = (more = ''): string => `Resources:${RUN}
  Orders:
    Type: AWS::Pipes::Pipe
    Properties:
      Target: !GetAtt Cluster.Arn
      TargetParameters:
        EcsTaskParameters:
          TaskDefinitionArn: !Ref Report
          EnableExecuteCommand: true
          ${more}
`;

  test('starts tasks', () => {
    expect(facts(pipe())).toEqual([
      'pipe `Orders`: exec yes; runs Report; in Cluster; as ReportRole; on Fargate no',
    ]);
  });

  test('may give them another role', () => {
    expect(facts(pipe('Overrides: { TaskRoleArn: !GetAtt OtherRole.Arn }'))[0]).toContain('as OtherRole');
    expect(facts(pipe('Overrides: { TaskRoleArn: !ImportValue Role }'))[0]).toContain(
      'as unknown because the role is not in this template, since it is imported from another stack',
    );
    expect(facts(pipe('Overrides: { Cpu: 256 }'))[0]).toContain('as ReportRole');
  });
});

describe('a Batch job definition', () => {
  const job = (properties: string): string => `Resources:${RUN}
  Job:
    Type: AWS::Batch::JobDefinition
    Properties:
      Type: container
${properties}`;

  test('with one container names its role as `JobRoleArn`', () => {
    const text = job(`
      PlatformCapabilities: [FARGATE]
      ContainerProperties:
        Image: nginx
        EnableExecuteCommand: true
        JobRoleArn: !GetAtt OtherRole.Arn
        ExecutionRoleArn: !Ref ReportRole
        ReadonlyRootFilesystem: true
        FargatePlatformConfiguration: { PlatformVersion: 1.3.0 }
        NetworkConfiguration: { AssignPublicIp: ENABLED }
`);
    expect(facts(text)).toEqual([
      'job definition `Job`: exec yes; runs Job; in unknown because AWS Batch runs its jobs in clusters that it creates itself; as OtherRole; on Fargate yes',
    ]);
    askOnce(text, template => {
      const batch = launcher(template, 'Job');
      expect(say(batch.executionRole())).toBe('ReportRole');
      expect(say(batch.platformVersion())).toBe('1.3.0');
      expect(say(batch.network().assignPublicIp)).toBe('ENABLED');
      const definition = batch.taskDefinition();
      const containers = definition.is === 'known' ? definition.value.containers() : definition;
      expect(
        containers.is === 'known' && containers.value.map(each => say(each.readonlyRootFilesystem())),
      ).toEqual(['yes']);
      return true;
    });
  });

  test('with the properties of a task names its role as `TaskRoleArn`', () => {
    const text = job(`
      EcsProperties:
        TaskProperties:
          - EnableExecuteCommand: true
            TaskRoleArn: !Ref OtherRole
            PlatformVersion: 1.4.0
            PidMode: task
            Containers: [{ Name: a, Image: nginx }, { Name: b, Image: nginx }]
`);
    expect(facts(text)[0]).toMatch(
      /^job definition `Job`: exec yes; runs Job; .*as OtherRole; on Fargate no$/,
    );
    askOnce(text, template => {
      const batch = launcher(template, 'Job');
      const definition = batch.taskDefinition();
      if (definition.is !== 'known') throw new Error(definition.is);
      const containers = definition.value.containers();
      expect(containers.is === 'known' && containers.value.map(each => say(each.name()))).toEqual(['a', 'b']);
      expect(say(definition.value.pidMode())).toBe('task');
      expect(say(batch.platformVersion())).toBe('1.4.0');
      return true;
    });
  });

  test('of several nodes is a launcher for each range of them', () => {
    const text = job(`
      NodeProperties:
        NodeRangeProperties:
          - TargetNodes: '0:1'
            Container: { EnableExecuteCommand: true, JobRoleArn: !Ref OtherRole }
          - TargetNodes: '2:'
            EcsProperties: { TaskProperties: [{ EnableExecuteCommand: false }] }
`);
    const short = facts(text).map(each => each.replace(/ in .*; as/, ' as'));
    expect(short).toEqual([
      'job definition `Job/0`: exec yes; runs Job/0; as OtherRole; on Fargate no',
      'job definition `Job/1`: exec no; runs Job/1; as absent; on Fargate no',
    ]);
  });

  test('says where its role would be written', () => {
    const text = job('      ContainerProperties: { EnableExecuteCommand: true }');
    const place = askOnce(text, template => {
      const definition = launcher(template, 'Job').taskDefinition();
      return definition.is === 'known' ? definition.value.taskRolePlace().path.join('.') : '';
    });
    expect(place).toBe('Resources.Job.Properties.ContainerProperties.JobRoleArn');
  });

  test('for Kubernetes is no launcher', () => {
    expect(facts(job('      EksProperties: { PodProperties: { Containers: [] } }'))).toEqual([]);
  });
});
