import { describe, expect, test } from 'vitest';
import { type Check, DEFAULT_OPTIONS, lint, type Options, parse, type Readiness } from '../../src/index.ts';
import { CORPUS } from '../corpus.ts';
import { allFixtures, read } from '../fixtures.ts';

function judge(text: string, options: Partial<Options> = {}): Readiness {
  const [service] = lint([parse('a.yml', text)], { ...DEFAULT_OPTIONS, ...options }).services;
  if (!service) throw new Error('no service is judged');
  return service;
}

const statusOf = ({ checks }: Readiness, id: string): Check['status'] | undefined =>
  checks.find(each => each.id === id)?.status;

const detailOf = ({ checks }: Readiness, id: string): string =>
  String(checks.find(each => each.id === id)?.detail);

const SESSIONS = '{ Effect: Allow, Action: [ssmmessages:*, logs:*], Resource: "*" }';

const template = ({
  service = 'Cluster: !Ref Cluster',
  task = 'TaskRoleArn: !GetAtt Role.Arn',
  exec = 'EnableExecuteCommand: true',
  logging = 'Logging: OVERRIDE, LogConfiguration: { CloudWatchLogGroupName: !Ref Logs }',
  statement = SESSIONS,
  more = '',
}: Readonly<Record<string, string>> = {}): string => `Parameters:
  Name: { Type: String }
  Subnets: { Type: CommaDelimitedList }
Conditions:
  Prod: !Equals [!Ref Name, prod]
Resources:
  Logs: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 30 } }
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: { Configuration: { ExecuteCommandConfiguration: { ${logging} } } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }
      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${statement}] } }]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { ${task}, ContainerDefinitions: [{ Name: app, Image: app${more} }] }
  Web:
    Type: AWS::ECS::Service
    Properties: { ${exec}, TaskDefinition: !Ref Task, ${service} }
`;

describe('the verdict is the worse of both answers', () => {
  const RANKS = ['yes', 'unknown', 'no'];
  const VERDICTS = ['ready', 'undecided', 'not-ready'];
  const worse = ({ opens, recorded }: Readiness): string | undefined =>
    VERDICTS[Math.max(RANKS.indexOf(opens.is), RANKS.indexOf(recorded.is))];
  const OPTIONS: Options = { ...DEFAULT_OPTIONS, respectIgnores: false };

  test('in all fixtures', () => {
    const services = allFixtures().flatMap(each => lint([read(each)], OPTIONS).services);
    expect(services.length).toBeGreaterThan(100);
    expect(new Set(services.map(each => each.verdict))).toEqual(new Set(VERDICTS));
    for (const each of services) expect(each.verdict, `${each.file} ${each.resource}`).toBe(worse(each));
  });

  test.skipIf(CORPUS.length === 0)('in real templates', () => {
    const services = CORPUS.flatMap(({ file, text }) => lint([parse(file, text)], OPTIONS).services);
    for (const each of services) expect(each.verdict, `${each.file} ${each.resource}`).toBe(worse(each));
  });
});

describe('whether sessions open and whether they are recorded', () => {
  test.each<[string, Parameters<typeof template>[0], string]>([
    ['all is there', {}, 'ready: yes, yes'],
    ['the cluster is elsewhere', { service: 'Cluster: !Ref Name' }, 'undecided: yes, unknown'],
    ['logging is off on purpose', { logging: 'Logging: NONE' }, 'not-ready: yes, no'],
    ['logging is not configured', { logging: '' }, 'not-ready: yes, no'],
    ['the role may not write', { statement: SESSIONS.replace(', logs:*', '') }, 'not-ready: yes, no'],
    [
      'the role may not look for the log group, which mostly does no harm',
      {
        statement: SESSIONS.replace(
          'logs:*',
          'logs:CreateLogStream, logs:DescribeLogStreams, logs:PutLogEvents',
        ),
      },
      'undecided: yes, unknown',
    ],
    [
      'the session is refused unless it is recorded',
      {
        statement: SESSIONS.replace(', logs:*', ''),
        logging:
          'Logging: OVERRIDE, LogConfiguration: { CloudWatchLogGroupName: !Ref Logs, CloudWatchEncryptionEnabled: true }',
      },
      'not-ready: no, no',
    ],
    ['the role may do nothing', { statement: SESSIONS.replace('Allow', 'Deny') }, 'not-ready: no, no'],
    ['there is no role', { task: 'Family: app' }, 'not-ready: no, unknown'],
    ['exec is off', { exec: 'DesiredCount: 1' }, 'not-ready: no, yes'],
    ['Logging is no mode', { logging: 'Logging: "on"' }, 'not-ready: no, no'],
  ])('%s', (_, parts, expected) => {
    const { verdict, opens, recorded } = judge(template(parts));
    expect(`${verdict}: ${opens.is}, ${recorded.is}`).toBe(expected);
  });

  test('says where', () => {
    expect(judge(template()).recorded.in).toEqual([{ kind: 'log group', resource: 'Logs', name: undefined }]);
    const s3 = 'Logging: OVERRIDE, LogConfiguration: { S3BucketName: records }';
    const allowed = SESSIONS.replace('logs:*', 's3:*');
    expect(judge(template({ logging: s3, statement: allowed })).recorded.in).toEqual([
      { kind: 'bucket', resource: undefined, name: 'records' },
    ]);
    expect(judge(template({ logging: 'Logging: NONE' })).recorded.in).toEqual([]);
  });

  test('says which rules keep it from being so', () => {
    const { opens, recorded } = judge(template({ exec: 'DesiredCount: 1', logging: '' }));
    expect([opens.because, recorded.because]).toEqual([['exec-not-enabled'], ['logging-not-overridden']]);
  });

  test.each([
    ['!Ref Name', 'cluster `Name`, a parameter'],
    ['shop', 'cluster `shop`'],
    ['arn:aws:ecs:eu-west-1:111122223333:cluster/shop', 'cluster `shop`'],
    ['!ImportValue shop', 'a cluster, imported as `shop`'],
    ['{ "Fn::ImportValue": !Sub "${Name}-shop" }', 'a cluster, imported as `${Name}-shop`'],
    ['{ "Fn::ImportValue": !Join [":", [!Ref Name, shop]] }', 'a cluster, imported as `${Name}:shop`'],
    ['!ImportValue { "Fn::Select": [0, !Split [",", !Ref Name]] }', 'its cluster'],
    [
      '{ "Fn::GetStackOutput": { StackName: base, OutputName: Shop } }',
      'a cluster, the output `Shop` of stack `base`',
    ],
    ['!GetAtt Base.Outputs.Shop', 'cluster `Shop` of nested stack `Base`'],
    ['!Join ["-", [!Ref Name, x]]', 'cluster `${Name}-x`'],
    ['!Sub "arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:cluster/${Name}"', 'cluster `${Name}`'],
    ['!Select [0, !Split [",", !Ref Name]]', 'its cluster'],
    ['', 'the default cluster'],
  ])('says what the record depends on: %s', (cluster, expected) => {
    const service = cluster === '' ? 'DesiredCount: 1' : `Cluster: ${cluster}`;
    const nested =
      '  Base: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://x/y.yml } }\n';
    const { recorded } = judge(`${template({ service })}${nested}`);
    expect(String(recorded.dependsOn)).toBe(expected);
  });
});

describe('what was not asked', () => {
  test('is not applicable where there is no task role', () => {
    const service = judge(template({ task: 'Family: app' }));
    for (const id of ['task-role-lacks-ssmmessages', 'ssmmessages-restricted', 'ssmmessages-denied']) {
      expect(statusOf(service, id)).toBe('not-applicable');
      expect(detailOf(service, id)).toBe('There is no task role.');
    }
    expect(statusOf(service, 'task-role-missing')).toBe('fail');
  });

  test('is asked where there is a task role in some scenario', () => {
    const role = (otherwise: string): string =>
      `TaskRoleArn: !If [Prod, !GetAtt Role.Arn, !Ref ${otherwise}]`;
    const partly = judge(template({ task: role('AWS::NoValue') }));
    expect(statusOf(partly, 'task-role-lacks-ssmmessages')).toBe('pass');
    const unseen = judge(template({ task: role('Name') }));
    expect(statusOf(unseen, 'task-role-lacks-ssmmessages')).toBe('unknown');
    expect(statusOf(unseen, 'ssmmessages-denied')).toBe('not-visible');
  });

  test('is not applicable to tasks that do not run on Fargate', () => {
    const onEc2 = judge(
      template({ service: 'Cluster: !Ref Cluster, LaunchType: EC2, PlatformVersion: 1.3.0' }),
    );
    expect(statusOf(onEc2, 'fargate-platform-too-old')).toBe('not-applicable');
    const unsaid = judge(template({ service: 'Cluster: !Ref Cluster, PlatformVersion: 1.3.0' }));
    expect(statusOf(unsaid, 'fargate-platform-too-old')).toBe('fail');
    const onFargate = judge(template({ service: 'Cluster: !Ref Cluster, LaunchType: FARGATE' }));
    expect(statusOf(onFargate, 'fargate-platform-too-old')).toBe('pass');
  });

  test('is not visible where no template holds the network, which decides nothing', () => {
    const network = 'NetworkConfiguration: { AwsvpcConfiguration: { Subnets: !Ref Subnets } }';
    const service = judge(template({ service: `Cluster: !Ref Cluster, ${network}` }));
    for (const id of ['session-manager-unreachable', 'ssmmessages-endpoint-missing', 'endpoint-unreachable'])
      expect(statusOf(service, id)).toBe('not-visible');
    expect(detailOf(service, 'endpoint-unreachable')).toBe(
      'The VPC of the tasks is not known (the parameter `Subnets` has no value here).',
    );
    expect(service.verdict).toBe('ready');
  });

  test('is not visible where no template holds the cluster', () => {
    const service = judge(template({ service: 'Cluster: shop' }));
    expect(statusOf(service, 'session-key-aws-managed')).toBe('not-visible');
    expect(statusOf(service, 'task-role-lacks-kms-decrypt')).toBe('not-visible');
    expect(statusOf(service, 'logging-not-overridden')).toBe('unknown');
  });

  test('is not visible where no template holds the task definition', () => {
    const text = template().replace('TaskDefinition: !Ref Task', 'TaskDefinition: elsewhere:1');
    expect(statusOf(judge(text), 'image-unsupported')).toBe('not-visible');
    expect(judge(text).opens.is).toBe('unknown');
  });
});

describe('what is suppressed decides nothing, and is told', () => {
  const off = template({ logging: 'Logging: NONE' });
  const suppressed = ({ verdict, opens, recorded }: Readiness): string =>
    `${verdict}: ${opens.is} ${opens.suppressed ?? '-'}, ${recorded.is} ${recorded.suppressed ?? '-'}`;

  test.each<[string, string, Partial<Options>, string]>([
    [
      'ignored in the template',
      off.replace('  Cluster:\n', '  Cluster: # ecs-exec-lint: ignore[logging-not-overridden] nobody asks\n'),
      {},
      'ready: yes -, no ignored',
    ],
    ['a rule that is off', off, { skip: ['logging-not-overridden'] }, 'ready: yes -, no the rule is off'],
    [
      'a rule that counts as a warning',
      off,
      { severities: { 'logging-not-overridden': 'warning' } },
      'ready: yes -, no lowered to a warning',
    ],
    [
      'a rule that counts as advice',
      template({ task: 'Family: app' }),
      { severities: { 'task-role-missing': 'info' } },
      'ready: no lowered to info, unknown -',
    ],
    [
      'beside what is not',
      template({ logging: 'Logging: NONE', task: 'Family: app' }),
      { skip: ['logging-not-overridden'] },
      'not-ready: no -, no the rule is off',
    ],
  ])('%s', (_, text, options, expected) => {
    expect(suppressed(judge(text, options))).toBe(expected);
  });

  test('a rule that is off has no other status', () => {
    const skip = ['logging-not-overridden', 'task-role-missing'];
    const service = judge(off, { skip });
    expect(skip.map(id => statusOf(service, id))).toEqual(['skipped', 'skipped']);
  });

  test('that exec is off is ignored only where it is off for certain', () => {
    const exec = (value: string): string =>
      template({
        exec: `EnableExecuteCommand: ${value}`,
        statement: SESSIONS.replace('ssmmessages:*, ', ''),
      }).replace('  Web:\n', '  Web: # ecs-exec-lint: ignore[exec-not-enabled] not here\n');
    const service = judge(exec('!ImportValue exec'));
    expect(statusOf(service, 'exec-not-enabled')).toBe('pass');
    expect(statusOf(service, 'task-role-lacks-ssmmessages')).toBe('fail');
    const without = lint([parse('a.yml', exec('false'))], DEFAULT_OPTIONS);
    expect(without.services).toEqual([]);
    expect(without.unchecked.services).toMatchObject([{ resource: 'Web', reason: 'ignored' }]);
  });
});

describe('what no template shows', () => {
  const outside = (parts: Parameters<typeof template>[0]): string =>
    judge(template(parts)).outside.join('\n');
  const FARGATE = { service: 'Cluster: !Ref Cluster, LaunchType: FARGATE' };

  test('is the same for all, but for what does not apply', () => {
    expect(outside(FARGATE)).toMatch(/SCPs[\s\S]*plugin[\s\S]*started before[\s\S]*`script`/);
    expect(outside(FARGATE)).not.toMatch(/AMI|FireLens/);
    expect(outside({ service: 'Cluster: !Ref Cluster, LaunchType: EC2' })).toContain('AMI');
    expect(outside({ logging: 'Logging: NONE' })).not.toContain('`script`');
    expect(outside({ more: ', LogConfiguration: { LogDriver: awsfirelens }' })).toContain('FireLens');
    expect(outside({ more: ', FirelensConfiguration: { Type: fluentbit }' })).toContain('FireLens');
  });
});
