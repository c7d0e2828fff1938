import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, type DeployedStacks, lint, parse, readAccount } from '../../src/index.ts';

const [HERE, ELSEWHERE] = ['111111111111', '222222222222'];

/** The stacks of a test, all in one environment unless it says otherwise. */
function stacks(environment: string, ...files: readonly string[]): DeployedStacks {
  const [account = '', region = ''] = environment.split('/');
  const known = { account: account || undefined, region: region || undefined };
  return Object.fromEntries(files.map(file => [file, { name: file.replace(/\..*/, ''), ...known }]));
}

/** A service with its role, key and log group. */
function service(resources: Readonly<Record<string, string>>, taskRole = '!GetAtt Role.Arn'): string {
  const statement = (actions: string, resource: string): string => `
              - { Effect: Allow, Action: ${actions}, Resource: ${resource} }`;
  const statements = Object.entries({
    'ssmmessages:*': '"*"',
    'logs:*': '"*"',
    'kms:*': '"*"',
    ...resources,
  });
  return `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, EnableExecuteCommand: true }
  Cluster:
    Type: AWS::ECS::Cluster
    Properties:
      Configuration:
        ExecuteCommandConfiguration:
          KmsKeyId: !GetAtt Key.Arn
          Logging: OVERRIDE
          LogConfiguration: { CloudWatchLogGroupName: !Ref Logs }
  Logs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: exec, RetentionInDays: 7 } }
  Key: { Type: AWS::KMS::Key }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { TaskRoleArn: ${taskRole}, ContainerDefinitions: [{ Name: app, Image: nginx }] }
${role(statements.map(each => statement(...each)).join(''))}`;
}

function role(statements: string, name = 'app'): string {
  return `  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ${name}
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: app
          PolicyDocument:
            Statement:${statements}
`;
}

/** Whether sessions are opened and recorded, and the rules of what is found. */
function judge(files: Readonly<Record<string, string>>, deployedStacks: DeployedStacks): string {
  const documents = Object.entries(files).map(([file, text]) => parse(file, text));
  const { services, findings } = lint(documents, { ...DEFAULT_OPTIONS, deployedStacks });
  const [first] = services;
  const rules = findings.filter(each => each.severity !== 'info').map(each => each.ruleId);
  return [`opens ${first?.opens.is}, recorded ${first?.recorded.is}`, ...new Set(rules)].join(', ');
}

const READY = 'opens yes, recorded yes';

describe('a resource in a policy', () => {
  const asked: readonly (readonly [string, string, string])[] = [
    ['ssmmessages:*', 'ssmmessages', 'opens no, recorded yes, ssmmessages-restricted'],
    ['kms:*', 'kms', 'opens no, recorded yes, task-role-lacks-kms-decrypt'],
    ['logs:*', 'logs', 'opens yes, recorded no, task-role-lacks-log-permissions'],
  ];
  const elsewhere: readonly (readonly [string, string, string])[] = [
    ['another region', `arn:aws:%:us-east-1:${HERE}:*`, `${HERE}/eu-west-1`],
    ['other regions', 'arn:aws:%:us-*:*:*', '/eu-west-1'],
    ['another account', `arn:aws:%:eu-west-1:${ELSEWHERE}:*`, `${HERE}/eu-west-1`],
    ['another account in any region', `arn:*:%:*:${ELSEWHERE}:*`, `${HERE}/`],
    ['another partition', 'arn:aws-cn:%:*:*:*', '/eu-west-1'],
    ['the partition of most regions, but not this', 'arn:aws:%:*:*:*', '/cn-north-1'],
    ['the partition of most regions, but not this', 'arn:aws:%:*:*:*', '/us-gov-west-1'],
    ['a region that the partition does not have', 'arn:aws:%:cn-north-1:*:*', '/'],
  ];

  test.each(asked)('allows %s in the environment of the stack', (action, prefix) => {
    const arn = `arn:aws:${prefix}:eu-west-1:${HERE}:*`;
    const task = `arn:aws:ecs:eu-west-1:${HERE}:task/*`;
    const files = {
      'app.yml': service({ [action]: prefix === 'ssmmessages' ? `["${arn}", "${task}"]` : `"${arn}"` }),
    };
    expect(judge(files, stacks(`${HERE}/eu-west-1`, 'app.yml'))).toBe(READY);
    expect(judge(files, {})).toBe(READY);
  });

  test.each(asked.flatMap(each => elsewhere.map(other => [...each, ...other] as const)))(
    'does not allow %s (%s: %s) in %s',
    (action, prefix, expected, _, arn, environment) => {
      const files = { 'app.yml': service({ [action]: `"${arn.replace('%', prefix)}"` }) };
      expect(judge(files, stacks(environment, 'app.yml'))).toBe(expected);
    },
  );
});

describe('a condition on the region', () => {
  const judgeIn = (region: string, environment: string): string => {
    const resource = `"*", Condition: { StringEquals: { "aws:RequestedRegion": ${region} } }`;
    const files = { 'app.yml': service({ 'ssmmessages:*': resource, 'logs:*': resource }) };
    return judge(files, stacks(environment, 'app.yml'));
  };

  test('always holds in the region of the stack, and never in another', () => {
    for (const environment of ['/eu-west-1', '/us-east-1', '/'])
      expect(judgeIn('!Ref "AWS::Region"', environment)).toBe(READY);
    expect(judgeIn('[eu-central-1, eu-west-1]', '/eu-west-1')).toBe(READY);
    expect(judgeIn('eu-west-1', '/us-east-1')).toMatch(/^opens no, recorded no, /);
  });

  test('may hold where nothing tells the region', () => {
    expect(judgeIn('eu-west-1', '/')).toMatch(/^opens unknown, recorded unknown, /);
  });
});

describe('a role of a stack in another region', () => {
  const app = service({}, `arn:aws:iam::${HERE}:role/tasks`);
  const roles = (region: string): string => `Resources:
${role(
  ['ssmmessages:ssmmessages', 'ssmmessages:ecs', 'logs:logs', 'kms:kms']
    .map(each => each.split(':'))
    .map(
      ([actions, prefix]) => `
              - { Effect: Allow, Action: "${actions}:*", Resource: !Sub "arn:aws:${prefix}:${region}:\${AWS::AccountId}:*" }`,
    )
    .join(''),
  'tasks',
)}`;
  const deployed = { ...stacks(`${HERE}/eu-west-1`, 'app.yml'), ...stacks(`${HERE}/us-east-1`, 'roles.yml') };

  test('allows what it allows in that of the tasks', () => {
    expect(judge({ 'app.yml': app, 'roles.yml': roles('eu-west-1') }, deployed)).toBe(READY);
    expect(judge({ 'app.yml': app, 'roles.yml': roles('eu-*') }, deployed)).toBe(READY);
  });

  test('does not allow what it allows in its own', () => {
    const files = { 'app.yml': app, 'roles.yml': roles('${AWS::Region}') };
    expect(judge(files, deployed)).toMatch(/^opens no, recorded no, .*ssmmessages-restricted/);
  });

  test('allows what it may allow where the region of the tasks is not known', () => {
    const files = { 'app.yml': app, 'roles.yml': roles('us-east-1') };
    expect(judge(files, stacks(`${HERE}/us-east-1`, 'roles.yml'))).toBe(READY);
  });
});

describe('the ARN of a task role', () => {
  const HERE_ROLE = `arn:aws:iam::${HERE}:role/app`;
  const OTHER_ROLE = `arn:aws:iam::${ELSEWHERE}:role/app`;
  const INVALID = 'opens no, recorded unknown, role-arn-invalid';
  const OF_STACK = '!Sub "arn:aws:iam::${AWS::AccountId}:role/app"';

  test('is that of the role of its account', () => {
    const deployed = stacks(`${HERE}/eu-west-1`, 'app.yml');
    expect(judge({ 'app.yml': service({}, HERE_ROLE) }, deployed)).toBe(READY);
    expect(judge({ 'app.yml': service({}, OF_STACK) }, deployed)).toBe(READY);
    expect(judge({ 'app.yml': service({}, OTHER_ROLE) }, {})).toBe(READY);
  });

  test('is not that of the role of that name in another', () => {
    const deployed = stacks(`${HERE}/eu-west-1`, 'app.yml');
    expect(judge({ 'app.yml': service({}, OTHER_ROLE) }, deployed)).toBe(INVALID);
    const chinese = stacks('/cn-north-1', 'app.yml');
    expect(judge({ 'app.yml': service({}, HERE_ROLE) }, chinese)).toBe(INVALID);
  });

  const attached = `Resources:
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: exec
      Roles: [tasks]
      PolicyDocument:
        Statement: [{ Effect: Allow, Action: ["ssmmessages:*", "logs:*", "kms:*"], Resource: "*" }]
`;
  const files = (arn: string) => ({ 'app.yml': service({}, arn), 'policies.yml': attached });
  const byPolicy = (arn: string, account: string) =>
    judge(files(arn), {
      ...stacks(`${HERE}/eu-west-1`, 'app.yml'),
      ...stacks(`${account}/eu-west-1`, 'policies.yml'),
    });

  test.each([`arn:aws:iam::${HERE}:role/tasks`, '!Sub "arn:aws:iam::${AWS::AccountId}:role/tasks"', 'tasks'])(
    'takes policies of its own account alone: %s',
    arn => {
      expect(byPolicy(arn, HERE)).toMatch(/^opens yes/);
      expect(byPolicy(arn, ELSEWHERE)).toMatch(/^opens unknown/);
    },
  );

  test('of another account takes no policies of this one, not even of its own template', () => {
    const other = `arn:aws:iam::${ELSEWHERE}:role/tasks`;
    expect(byPolicy(other, HERE)).toBe(INVALID);
    const own = `${service({}, other)}${attached.replace('Resources:\n', '')}`;
    expect(judge({ 'app.yml': own }, stacks(`${HERE}/eu-west-1`, 'app.yml'))).toBe(INVALID);
    expect(judge({ 'app.yml': own }, {})).toMatch(/^opens yes/);
  });
});

describe('a principal of another account', () => {
  const deployed = stacks(`${HERE}/eu-west-1`, 'app.yml');
  /** The policy of the key, whose session key the role may use by its own policy or by that one alone. */
  const withKeyPolicy = (principal: string, kms = '"*"'): string =>
    service({ 'kms:*': kms }).replace(
      'Key: { Type: AWS::KMS::Key }',
      `Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement: [{ Effect: Allow, Principal: { AWS: ${principal} }, Action: "kms:*", Resource: "*" }]`,
    );
  const judged = (text: string, where: DeployedStacks = deployed): string =>
    judge({ 'app.yml': text }, where);

  test.each([
    (account: string) => `"${account}"`,
    (account: string) => `"arn:aws:iam::${account}:root"`,
    (account: string) => `!Sub "arn:aws:iam::${account}:role/app"`,
  ])('in the policy of a key is not the role', principal => {
    expect(judged(withKeyPolicy(principal(HERE)))).toBe(READY);
    expect(judged(withKeyPolicy(principal(ELSEWHERE)), {})).toBe(READY);
    expect(judged(withKeyPolicy(principal(ELSEWHERE)))).toBe(
      'opens no, recorded yes, key-policy-shuts-out-logs',
    );
  });

  test('in the policy of a key is not CloudWatch Logs of this region', () => {
    const logsOf = (region: string): string =>
      withKeyPolicy(`"${HERE}"`)
        .replace(
          'Action: "kms:*", Resource: "*" }]',
          `Action: "kms:*", Resource: "*" }, { Effect: Allow, Principal: { Service: logs.${region}.amazonaws.com }, Action: "kms:*", Resource: "*" }]`,
        )
        .replace('LogGroupName: exec', 'LogGroupName: exec, KmsKeyId: !GetAtt Key.Arn');
    expect(judged(logsOf('eu-west-1'))).toBe(READY);
    expect(judged(logsOf('us-east-1'), {})).toBe(READY);
    expect(judged(logsOf('us-east-1'))).toBe('opens no, recorded yes, key-policy-shuts-out-logs');
  });
});

describe('a managed policy of another account', () => {
  const attached = (account: string): string =>
    service({ 'ssmmessages:*': '"arn:aws:s3:::bucket"' })
      .replace(
        'RoleName: app',
        `RoleName: app
      ManagedPolicyArns: ["arn:aws:iam::${account}:policy/exec"]`,
      )
      .concat(`  Exec:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: exec
      PolicyDocument: { Statement: [{ Effect: Allow, Action: "ssmmessages:*", Resource: "*" }] }
`);

  test('is not the one of that name here', () => {
    const deployed = stacks(`${HERE}/eu-west-1`, 'app.yml');
    expect(judge({ 'app.yml': attached(HERE) }, deployed)).toMatch(/^opens yes/);
    expect(judge({ 'app.yml': attached(ELSEWHERE) }, {})).toMatch(/^opens yes/);
    expect(judge({ 'app.yml': attached(ELSEWHERE) }, deployed)).toMatch(/^opens unknown/);
  });
});

describe('who may run execute-command', () => {
  const caller = (cluster: string, task: string): string => `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: ecs:ExecuteCommand
            Resource: ["arn:aws:ecs:${cluster}:${HERE}:cluster/*", "arn:aws:ecs:${task}:${HERE}:task/*"]
`;

  test('may run it in another region', () => {
    const deployed = stacks(`${HERE}/us-east-1`, 'app.yml');
    expect(judge({ 'app.yml': caller('eu-west-1', 'eu-west-1') }, deployed)).not.toContain('caller');
    expect(judge({ 'app.yml': caller('eu-west-1', '*') }, deployed)).not.toContain('caller');
  });
});

describe('a stack that was described', () => {
  const named: DeployedStacks = { 'app.yml': { name: 'app', account: undefined, region: undefined } };
  const elsewhere = { 'app.yml': service({ 'ssmmessages:*': '"arn:aws:ssmmessages:us-east-1:*:*"' }) };

  /** Where stacks of a name are deployed, as `aws cloudformation describe-stacks` says. */
  const judged = (name: string, ...regions: readonly string[]): string => {
    const files = regions.map(region => ({
      file: `${region}.json`,
      text: JSON.stringify({
        Stacks: [
          {
            StackName: name,
            StackId: `arn:aws:cloudformation:${region}:${HERE}:stack/${name}/1`,
            Outputs: [],
          },
        ],
      }),
    }));
    const { account, problems } = readAccount(files);
    expect(problems).toEqual([]);
    const options = { ...DEFAULT_OPTIONS, deployedStacks: named, account };
    const [first] = lint([parse('app.yml', elsewhere['app.yml'])], options).services;
    return String(first?.opens.is);
  };

  test('is deployed where that says', () => {
    expect(judged('app', 'eu-west-1')).toBe('no');
    expect(judged('app', 'us-east-1')).not.toBe('no');
  });

  test('may be in either of several regions, or elsewhere under another name', () => {
    expect(judged('app', 'eu-west-1', 'us-east-1')).not.toBe('no');
    expect(judged('other', 'eu-west-1')).not.toBe('no');
  });
});

test('a condition on the region is decided where that is known', () => {
  const role = 'TaskRoleArn: !GetAtt Role.Arn';
  const text = service({}).replace(role, `TaskRoleArn: !If [IsUs, "", !GetAtt Role.Arn]`);
  const files = {
    'app.yml': `${text}Conditions:\n  IsUs: !Equals [!Ref AWS::Region, us-east-1]\n`,
  };
  const judged = (region: string): string => judge(files, stacks(`/${region}`, 'app.yml'));
  expect(judged('eu-west-1')).toBe(READY);
  expect(judged('us-east-1')).toContain('task-role-missing');
  expect(judged('')).toContain('task-role-missing');
});
