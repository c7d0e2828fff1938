import { describe, expect, test } from 'vitest';
import {
  type AccountFile,
  type AccountOptions,
  DEFAULT_OPTIONS,
  fix,
  lint,
  type Options,
  parse,
  type Report,
  readAccount,
} from '../../src/index.ts';
import {
  arn,
  cluster,
  details,
  LOG_ACTIONS,
  LOGGED,
  logGroup,
  output,
  role,
  SESSION_ACTIONS,
  template,
} from './outputs.ts';

const DAY = 86_400_000;

const CLUSTER = output('account/describe-clusters.json', {
  clusters: [cluster('prod', LOGGED)],
  failures: [],
});
const ROLES = output(
  'account/get-account-authorization-details.json',
  details([role('app', ...SESSION_ACTIONS, ...LOG_ACTIONS)]),
);
const LOG_GROUPS = output('account/describe-log-groups.json', { logGroups: [logGroup('/ecs/exec')] });

function options(files: readonly AccountFile[], how?: AccountOptions): Options {
  const { account, problems } = readAccount(files, how);
  expect(problems.map(String)).toEqual([]);
  return { ...DEFAULT_OPTIONS, pedantic: true, account };
}

function judge(files: readonly AccountFile[], text = template(), how?: AccountOptions): Report {
  return lint([parse('app.yml', text)], options(files, how));
}

/** The verdict, what is found, and what is undecided. */
function said({ services, findings }: Report): readonly string[] {
  return [
    ...services.map(each => each.verdict),
    ...findings
      .filter(each => each.severity !== 'info')
      .map(({ file, range, severity, ruleId }) => `${file}:${range.start.line} ${severity} ${ruleId}`),
  ];
}

function problems(...files: readonly AccountFile[]): readonly string[] {
  return readAccount(files).problems.map(String);
}

describe('a cluster and a role that are deployed elsewhere', () => {
  test('are not known without account data', () => {
    expect(said(judge([]))).toEqual(['undecided']);
  });

  test('make the service ready', () => {
    expect(said(judge([CLUSTER, ROLES, LOG_GROUPS]))).toEqual(['ready']);
  });

  test('are judged where the template refers to them, and nothing is reported on themselves', () => {
    const unlogged = output('c.json', { clusters: [cluster('prod', { logging: 'NONE' })] });
    const weak = output('r.json', details([role('app', ...LOG_ACTIONS)]));
    expect(said(judge([unlogged, ROLES]))).toEqual(['not-ready', 'app.yml:6 error logging-not-overridden']);
    expect(said(judge([CLUSTER, weak, LOG_GROUPS]))).toEqual([
      'not-ready',
      'app.yml:23 error task-role-lacks-ssmmessages',
    ]);
  });

  test('are never fixed', async () => {
    const weak = output('r.json', details([role('app')]));
    const { changed, report } = await fix([parse('app.yml', template())], {
      ...options([CLUSTER, weak, LOG_GROUPS]),
      unsafe: true,
    });
    expect(changed).toEqual([]);
    expect(report.documents.map(each => each.file)).toEqual(['app.yml']);
    const [finding] = report.findings.filter(each => each.ruleId === 'task-role-lacks-ssmmessages');
    expect(String(finding?.fixRefused)).toBe(
      'It would change a resource that none of these templates declares.',
    );
  });

  test('can be ignored where they are referred to', () => {
    const text = template().replace(
      '      TaskRoleArn:',
      '      # ecs-exec-lint: ignore[task-role-lacks-ssmmessages] granted by hand\n      TaskRoleArn:',
    );
    const weak = output('r.json', details([role('app', ...LOG_ACTIONS)]));
    expect(said(judge([CLUSTER, weak, LOG_GROUPS], text))).toEqual(['ready']);
  });

  test('come after what the templates declare themselves', () => {
    const text = `${template()}  Own:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: prod
      Configuration:
        ExecuteCommandConfiguration: { Logging: NONE }
`;
    expect(said(judge([CLUSTER, ROLES, LOG_GROUPS], text))[1]).toMatch(/^app\.yml:\d+ error logging-not-/);
  });

  test('may be named by default', () => {
    const byDefault = output('c.json', { clusters: [cluster('default', LOGGED)] });
    const text = template().replace('      Cluster: prod\n', '');
    expect(said(judge([byDefault, ROLES, LOG_GROUPS], text))).toEqual(['ready']);
  });

  test('are not known where a cluster was described without its configuration', () => {
    const bare = output('c.json', { clusters: [cluster('prod')] });
    const report = judge([bare, ROLES]);
    expect(said(report)).toEqual(['undecided']);
    expect(JSON.stringify(report.services)).toContain('the account data does not show its `Configuration`');
  });

  test('are found by ARN among those of the same name in several regions', () => {
    const other = arn('ecs', 'cluster/prod', 'us-east-1');
    const clusters = [
      { ...cluster('prod', { logging: 'NONE' }), clusterArn: other },
      cluster('prod', LOGGED),
    ];
    const files = [output('c.json', { clusters }), ROLES, LOG_GROUPS];
    expect(said(judge(files, template(arn('ecs', 'cluster/prod'))))).toEqual(['ready']);
    expect(said(judge(files, template(other)))[0]).toBe('not-ready');
    expect(said(judge(files))).toEqual(['undecided']);
  });

  test('that are deleted are not there', () => {
    const gone = output('c.json', { clusters: [{ ...cluster('prod', LOGGED), status: 'INACTIVE' }] });
    expect(said(judge([gone, ROLES]))).toEqual(['undecided']);
  });
});

describe('policies of a deployed role', () => {
  const document = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: [...SESSION_ACTIONS, ...LOG_ACTIONS], Resource: '*' },
  };
  const policyArn = arn('iam', 'policy/team/exec', '');
  const holder = {
    ...role('app'),
    AttachedManagedPolicies: [{ PolicyName: 'exec', PolicyArn: policyArn }],
  };
  const policy = (content: unknown): unknown => ({
    PolicyName: 'exec',
    PolicyId: 'ANPA4EXAMPLEPOLICYID1',
    Arn: policyArn,
    Path: '/team/',
    DefaultVersionId: 'v2',
    AttachmentCount: 1,
    IsAttachable: true,
    PolicyVersionList: [
      { Document: content, VersionId: 'v2', IsDefaultVersion: true },
      { Document: { Statement: [] }, VersionId: 'v1', IsDefaultVersion: false },
    ],
  });
  const roles = (...policies: readonly unknown[]): AccountFile =>
    output('r.json', details([holder], policies));

  test('may be managed by the customer, and on another page', () => {
    expect(said(judge([CLUSTER, roles(policy(document)), LOG_GROUPS]))).toEqual(['ready']);
    const pages = [roles(), output('p.json', details([], [policy(document)]))];
    expect(said(judge([CLUSTER, ...pages, LOG_GROUPS]))).toEqual(['ready']);
  });

  test('are not known where they are on no page', () => {
    expect(said(judge([CLUSTER, roles(), LOG_GROUPS]))).toEqual(['undecided']);
  });

  test('may be encoded as for a URL, as the API returns them', () => {
    const encoded = encodeURIComponent(JSON.stringify(document));
    expect(said(judge([CLUSTER, roles(policy(encoded)), LOG_GROUPS]))).toEqual(['ready']);
    const trust = encodeURIComponent(JSON.stringify(role('app').AssumeRolePolicyDocument));
    const whole = output(
      'r.json',
      details([{ ...holder, AssumeRolePolicyDocument: trust }], [policy(encoded)]),
    );
    expect(said(judge([CLUSTER, whole, LOG_GROUPS]))).toEqual(['ready']);
  });

  test('count when a role of a template has them', () => {
    const text = template('prod', '!GetAtt Role.Arn').concat(`  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }
      ManagedPolicyArns: ['${policyArn}']
`);
    expect(said(judge([CLUSTER, LOG_GROUPS], text))).toEqual(['undecided']);
    const found = output('p.json', details([], [policy(document)]));
    expect(said(judge([CLUSTER, LOG_GROUPS, found], text))).toEqual(['ready']);
  });

  test('are limited by a permissions boundary', () => {
    const limited = {
      ...role('app', ...SESSION_ACTIONS, ...LOG_ACTIONS),
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: policyArn },
    };
    const narrow = { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } };
    const file = output('r.json', details([limited], [policy(narrow)]));
    expect(said(judge([CLUSTER, file, LOG_GROUPS]))[0]).toBe('not-ready');
  });
});

describe('exports and outputs of deployed stacks', () => {
  const stackId = arn('cloudformation', 'stack/network/3f0c1c60-1b6f-11ef-8f5e-0a1b2c3d4e5f');
  const imported = template('!ImportValue network-Cluster', '!ImportValue network-Role');
  const values = { Cluster: 'prod', Role: arn('iam', 'role/app', '') };
  const listed = output('list-exports.json', {
    Exports: Object.entries(values).map(([key, Value]) => ({
      ExportingStackId: stackId,
      Name: `network-${key}`,
      Value,
    })),
  });
  const described = (more: Record<string, unknown> = {}): AccountFile =>
    output('describe-stacks.json', {
      Stacks: [
        {
          StackId: stackId,
          StackName: 'network',
          CreationTime: '2024-05-26T08:00:00.000000+00:00',
          StackStatus: 'UPDATE_COMPLETE',
          Parameters: [],
          Outputs: Object.entries(values).map(([OutputKey, OutputValue]) => ({
            OutputKey,
            OutputValue,
            ExportName: `network-${OutputKey}`,
          })),
          ...more,
        },
      ],
    });
  const others = [CLUSTER, ROLES, LOG_GROUPS];

  test('are what is imported', () => {
    expect(said(judge(others, imported))).toEqual(['undecided']);
    expect(said(judge([...others, listed], imported))).toEqual(['ready']);
    expect(said(judge([...others, described()], imported))).toEqual(['ready']);
  });

  test('may be described twice', () => {
    expect(said(judge([...others, described(), listed], imported))).toEqual(['ready']);
  });

  test('are what Fn::GetStackOutput gives, by the name of the stack', () => {
    const asked = (name: string): string =>
      template(`!GetStackOutput { StackName: ${name}, OutputName: Cluster }`);
    expect(said(judge([...others, described()], asked('network')))).toEqual(['ready']);
    expect(said(judge([...others, described({ StackStatus: 'DELETE_COMPLETE' })], asked('network')))).toEqual(
      ['undecided'],
    );
  });

  test('come after those of templates that were given', () => {
    const own = parse(
      'network.yml',
      'Resources: { A: { Type: AWS::SNS::Topic } }\nOutputs: { A: { Value: other, Export: { Name: network-Cluster } } }',
    );
    const { services } = lint([parse('app.yml', imported), own], options([...others, listed]));
    expect(services.map(each => each.verdict)).toEqual(['undecided']);
  });

  test('are computed by a template that was deployed', () => {
    const body = {
      Resources: { Cluster: { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: 'prod' } } },
      Outputs: { Cluster: { Value: { Ref: 'Cluster' }, Export: { Name: 'network-Cluster' } } },
    };
    for (const TemplateBody of [
      body,
      JSON.stringify(body),
      'Outputs:\n  A:\n    Value: prod\n    Export: { Name: network-Cluster }\n',
    ]) {
      const files = [output('get-template.json', { TemplateBody, StagesAvailable: ['Original'] }), ROLES];
      const { services } = judge(files, template('!ImportValue network-Cluster'));
      expect(JSON.stringify(services)).not.toContain('which no given template exports');
    }
  });
});

test('a resource of a template has the name that it was given when it was deployed', () => {
  const physical = 'app-Role-1ABCDEFGHIJKL';
  const own = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }
`;
  const resources = output('list-stack-resources.json', {
    StackResourceSummaries: [
      {
        LogicalResourceId: 'Role',
        PhysicalResourceId: physical,
        ResourceType: 'AWS::IAM::Role',
        LastUpdatedTimestamp: '2026-10-01T10:00:00.000000+00:00',
        ResourceStatus: 'CREATE_COMPLETE',
        DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
      },
    ],
  });
  const documents = [
    parse('app.yml', template('prod', arn('iam', `role/${physical}`, ''))),
    parse('roles.yml', own),
  ];
  const found = (files: readonly AccountFile[]): readonly string[] =>
    said(lint(documents, options([CLUSTER, LOG_GROUPS, ...files])));
  expect(found([])).toEqual(['undecided']);
  expect(found([resources])[1]).toMatch(/^roles\.yml:2 error task-role-lacks-ssmmessages/);
});

describe('the network of a service', () => {
  const VPC = 'vpc-0a1b2c3d4e5f60718';
  const owner = { OwnerId: '210987654321' };
  const subnets = output('describe-subnets.json', {
    Subnets: [
      {
        SubnetId: 'subnet-0a1b2c3d4e5f60718',
        VpcId: VPC,
        CidrBlock: '10.0.1.0/24',
        MapPublicIpOnLaunch: false,
        Ipv6Native: false,
        State: 'available',
        SubnetArn: arn('ec2', 'subnet/subnet-0a1b2c3d4e5f60718'),
        ...owner,
      },
    ],
  });
  const groups = (egress: readonly unknown[]): AccountFile =>
    output('describe-security-groups.json', {
      SecurityGroups: [
        {
          GroupId: 'sg-0a1b2c3d4e5f60718',
          GroupName: 'app',
          Description: 'app',
          VpcId: VPC,
          IpPermissions: [],
          IpPermissionsEgress: egress,
          ...owner,
        },
      ],
    });
  const everywhere = {
    IpProtocol: '-1',
    IpRanges: [{ CidrIp: '0.0.0.0/0' }],
    Ipv6Ranges: [],
    PrefixListIds: [],
    UserIdGroupPairs: [],
  };
  const tables = (routes: readonly unknown[]): AccountFile =>
    output('describe-route-tables.json', {
      RouteTables: [
        {
          RouteTableId: 'rtb-0a1b2c3d4e5f60718',
          VpcId: VPC,
          PropagatingVgws: [],
          Associations: [
            {
              Main: false,
              RouteTableAssociationId: 'rtbassoc-0a1b2c3d4e5f60718',
              RouteTableId: 'rtb-0a1b2c3d4e5f60718',
              SubnetId: 'subnet-0a1b2c3d4e5f60718',
              AssociationState: { State: 'associated' },
            },
          ],
          Routes: [
            {
              DestinationCidrBlock: '10.0.0.0/16',
              GatewayId: 'local',
              Origin: 'CreateRouteTable',
              State: 'active',
            },
            ...routes,
          ],
          ...owner,
        },
      ],
    });
  const base = [CLUSTER, ROLES, LOG_GROUPS, subnets];

  test('blocks the agent where a security group lets nothing out', () => {
    expect(said(judge([...base, groups([])]))).toEqual(['not-ready', 'app.yml:13 error egress-blocked']);
    expect(said(judge([...base, groups([everywhere])]))).toEqual(['ready']);
  });

  const nat = {
    DestinationCidrBlock: '0.0.0.0/0',
    NatGatewayId: 'nat-0a1b',
    Origin: 'CreateRoute',
    State: 'active',
  };
  const endpoint = (service: string, actions: string, privateDns = true): AccountFile =>
    output(`describe-vpc-endpoints-${service}.json`, {
      VpcEndpoints: [
        {
          VpcEndpointId: `vpce-${service}`,
          VpcEndpointType: 'Interface',
          VpcId: VPC,
          ServiceName: `com.amazonaws.eu-central-1.${service}`,
          State: 'available',
          PolicyDocument: JSON.stringify({
            Statement: [{ Action: actions, Effect: 'Allow', Principal: '*', Resource: '*' }],
          }),
          RouteTableIds: [],
          SubnetIds: ['subnet-0a1b2c3d4e5f60718'],
          Groups: [{ GroupId: 'sg-0a1b2c3d4e5f60718', GroupName: 'app' }],
          PrivateDnsEnabled: privateDns,
          ...owner,
        },
      ],
    });

  test('is nothing to complain about with a NAT gateway', () => {
    expect(said(judge([...base, groups([everywhere]), tables([nat])]))).toEqual(['ready']);
  });

  test('may have endpoints that no file lists, so none is reported as missing', () => {
    expect(said(judge([...base, groups([everywhere]), tables([]), endpoint('logs', '*')]))).toEqual([
      'not-ready',
      'app.yml:13 warning endpoint-unreachable',
    ]);
  });

  const NETWORK = [
    'egress-blocked',
    'endpoint-policy-blocks-agent',
    'endpoint-unreachable',
    'ipv6-only-subnet',
    'session-endpoint-missing',
    'session-manager-unreachable',
    'ssmmessages-endpoint-missing',
  ];
  const statuses = (files: readonly AccountFile[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      judge(files)
        .services.flatMap(each => each.checks)
        .filter(each => NETWORK.includes(each.id))
        .map(({ id, status }): readonly [string, string] => [id, status])
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  const passing = (files: readonly AccountFile[]): readonly string[] =>
    Object.entries(statuses(files)).flatMap(([id, status]) => (status === 'pass' ? [id] : []));

  test('is not visible as far as no file tells of it', () => {
    expect(passing([CLUSTER, ROLES, LOG_GROUPS])).toEqual([]);
    expect(passing(base)).toEqual(['ipv6-only-subnet']);
    expect(passing([...base, groups([everywhere])])).toEqual(['egress-blocked', 'ipv6-only-subnet']);
    expect(passing([...base, tables([])])).toEqual(['ipv6-only-subnet']);
    expect(passing([...base, tables([nat])])).toEqual([
      'ipv6-only-subnet',
      'session-endpoint-missing',
      'session-manager-unreachable',
      'ssmmessages-endpoint-missing',
    ]);
    expect(passing([...base, endpoint('logs', '*'), endpoint('ssmmessages', '*')])).toEqual([
      'endpoint-policy-blocks-agent',
      'ipv6-only-subnet',
      'session-endpoint-missing',
      'session-manager-unreachable',
      'ssmmessages-endpoint-missing',
    ]);
  });

  test('does not pass for lack of what makes it fail', () => {
    const files = [
      ...base,
      groups([]),
      tables([]),
      endpoint('logs', '*', false),
      endpoint('ssmmessages', 'ssm:*'),
    ];
    const failing = Object.entries(statuses(files)).flatMap(([id, status]) =>
      status === 'fail' ? [id] : [],
    );
    expect(failing).toEqual(['egress-blocked', 'endpoint-policy-blocks-agent', 'endpoint-unreachable']);
    const passes = files
      .slice(3)
      .flatMap(file =>
        without(JSON.parse(file.text)).map(content => ({ ...file, text: JSON.stringify(content) })),
      )
      .flatMap(changed => {
        const others = files.map(each => (each.file === changed.file ? changed : each));
        if (readAccount(others).problems.length > 0) return [];
        return passing(others).flatMap(id => (failing.includes(id) ? [`${id}: ${changed.text}`] : []));
      });
    expect(passes).toEqual([]);
  });

  /** The values that are like one, but lack something. */
  function without(value: unknown): readonly unknown[] {
    if (Array.isArray(value))
      return value.flatMap((item, i) => without(item).map(each => value.with(i, each)));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => {
      const { [key]: _, ...others } = Object(value);
      return [others, ...without(item).map(each => ({ ...value, [key]: each }))];
    });
  }
});

describe('what is doubtful is likely at most, and no pass', () => {
  const weak = output('r.json', details([role('app', ...LOG_ACTIONS)]), 0);
  const how = { now: 8 * DAY };

  test('old files', () => {
    const old = [CLUSTER, ROLES, LOG_GROUPS].map(each => ({ ...each, modified: 0 }));
    expect(said(judge(old, template(), { now: 7 * DAY }))).toEqual(['ready']);
    expect(said(judge(old, template(), how))).toEqual(['undecided']);
    expect(said(judge(old, template(), { ...how, maxAgeDays: 8 }))).toEqual(['ready']);
    expect(said(judge([CLUSTER, weak, LOG_GROUPS], template(), how))).toEqual([
      'undecided',
      'app.yml:23 warning task-role-lacks-ssmmessages',
    ]);
    expect(readAccount(old, how).notes.map(String)[0]).toBe(
      'account/describe-clusters.json: this file is more than 7 days old, so results based on it are likely, not certain.',
    );
  });

  test('another account than the one in the ARN', () => {
    const other = template('prod', arn('iam', 'role/app', '', '999988887777'));
    const files = [CLUSTER, { ...weak, modified: 8 * DAY }, LOG_GROUPS];
    expect(said(judge(files, other, how))).toEqual([
      'undecided',
      'app.yml:23 warning task-role-lacks-ssmmessages',
    ]);
    expect(said(judge([CLUSTER, ROLES, LOG_GROUPS], other))).toEqual(['undecided']);
  });

  test('another region than the one in the ARN', () => {
    const other = template(arn('ecs', 'cluster/prod', 'us-east-1'));
    expect(said(judge([CLUSTER, ROLES, LOG_GROUPS], other))).toEqual(['undecided']);
  });
});

describe('the key of a deployed cluster', () => {
  const ID = '8d4e0b1a-2f7c-4f0e-9d4b-5a6c7d8e9f00';
  const encrypted = (kmsKeyId: string): AccountFile =>
    output('describe-clusters.json', { clusters: [cluster('prod', { ...Object(LOGGED), kmsKeyId })] });
  const roles = (...actions: readonly string[]): AccountFile =>
    output('roles.json', details([role('app', ...SESSION_ACTIONS, ...LOG_ACTIONS, ...actions)]));
  const aliases = (...entries: readonly (readonly [string, string | undefined])[]): AccountFile =>
    output('list-aliases.json', {
      Aliases: entries.map(([name, target]) => ({
        AliasName: name,
        AliasArn: arn('kms', name),
        ...(target !== undefined && { TargetKeyId: target, CreationDate: '2026-01-02T03:04:05+00:00' }),
      })),
    });
  const described = (metadata: Readonly<Record<string, unknown>> = {}): AccountFile =>
    output('describe-key.json', {
      KeyMetadata: {
        AWSAccountId: '210987654321',
        KeyId: ID,
        Arn: arn('kms', `key/${ID}`),
        Enabled: true,
        KeyManager: 'CUSTOMER',
        ...metadata,
      },
    });
  const policy = (actions: string | readonly string[]): AccountFile =>
    output(`get-key-policy-${ID}.json`, {
      Policy: JSON.stringify({
        Statement: [
          { Effect: 'Allow', Principal: { AWS: arn('iam', 'root', '') }, Action: actions, Resource: '*' },
        ],
      }),
    });
  const OWN = ['alias/exec', ID] as const;
  const status = (files: readonly AccountFile[]): string | undefined =>
    judge(files).services[0]?.checks.find(each => each.id === 'task-role-lacks-kms-decrypt')?.status;

  const named = (resource: string): AccountFile => {
    const own = role('app', ...SESSION_ACTIONS, ...LOG_ACTIONS);
    const statement = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: resource };
    const inline = { PolicyName: 'key', PolicyDocument: { Version: '2012-10-17', Statement: [statement] } };
    return output(
      'roles.json',
      details([{ ...own, RolePolicyList: [...Object(own).RolePolicyList, inline] }]),
    );
  };

  test('is what a role may use by its ARN', () => {
    for (const id of [ID, arn('kms', `key/${ID}`)])
      for (const files of [[], [described()], [policy('kms:*')], [described(), policy('kms:*')]]) {
        const all = [encrypted(id), LOG_GROUPS, ...files];
        expect(status([...all, named(arn('kms', `key/${ID}`))])).toBe('pass');
        expect(status([...all, named(arn('kms', 'key/00000000-0000-4000-8000-000000000000'))])).not.toBe(
          'pass',
        );
      }
  });

  test('is found by its alias', () => {
    for (const alias of ['alias/exec', arn('kms', 'alias/exec')]) {
      const base = [encrypted(alias), LOG_GROUPS, described(), policy('kms:*')];
      const byArn = named(arn('kms', `key/${ID}`));
      expect(status([...base, byArn])).not.toBe('pass');
      for (const granting of [roles('kms:Decrypt'), byArn])
        expect(status([...base, granting, aliases(OWN)])).toBe('pass');
      expect(status([...base.slice(0, 2), byArn, aliases(OWN)])).toBe('pass');
      expect(
        status([...base, byArn, aliases(['alias/exec', '00000000-0000-4000-8000-000000000000'])]),
      ).not.toBe('pass');
      expect(status([...base, roles(), aliases(OWN)])).toBe('fail');
    }
  });

  test('is not known by an alias of another region or without a key', () => {
    const base = [encrypted('alias/exec'), LOG_GROUPS, described(), policy('kms:*'), roles('kms:Decrypt')];
    const found = status(base);
    expect(status([...base, aliases(['alias/other', ID])])).toBe(found);
    expect(status([...base, aliases(['alias/exec', undefined])])).toBe(found);
  });

  test.each([
    ['disabled', { Enabled: false, KeyState: 'Disabled' }, 'fail'],
    ['about to be deleted', { Enabled: false, KeyState: 'PendingDeletion' }, 'fail'],
    ['for signatures', { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }, 'fail'],
    ['as sessions take it', { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' }, 'pass'],
  ])('is no use unless it is enabled and for symmetric encryption: %s', (_, metadata, wanted) => {
    const usable = (...files: readonly AccountFile[]): string | undefined =>
      judge([encrypted(ID), LOG_GROUPS, roles('kms:Decrypt'), ...files]).services[0]?.checks.find(
        each => each.id === 'kms-key-unusable',
      )?.status;
    expect(usable(described(metadata))).toBe(wanted);
    const { findings } = judge([encrypted(ID), LOG_GROUPS, roles('kms:Decrypt'), described(metadata)]);
    const state = 'KeyState' in metadata ? metadata.KeyState : undefined;
    const said = `${findings.find(each => each.ruleId === 'kms-key-unusable')?.message}`;
    if (state !== undefined) expect(said).toContain(`(\`KeyState: ${state}\`)`);
    expect(usable(described(metadata), policy('kms:*'))).toBe(wanted);
    expect(usable(policy('kms:*'))).toBe('not-visible');
    expect(usable()).toBe('not-visible');
  });

  test('is judged at the service where only what is deployed refers to it', () => {
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: arn('iam', 'role/another', '') },
      Action: 'kms:*',
      Resource: '*',
    };
    const closed = output(`get-key-policy-${ID}.json`, {
      Policy: JSON.stringify({ Statement: [statement] }),
    });
    const files = [encrypted(ID), LOG_GROUPS, described(), closed, roles('kms:Decrypt')];
    expect(said(judge(files))).toEqual(['not-ready', 'app.yml:3 error key-policy-shuts-out-logs']);
  });

  test('may be one that AWS manages', () => {
    const files = [encrypted('alias/aws/ebs'), LOG_GROUPS, roles('kms:Decrypt')];
    expect(said(judge([...files, aliases(['alias/aws/ebs', ID])]))).toEqual(said(judge(files)));
  });
});

describe('running tasks', () => {
  const tasks = (enableExecuteCommand: boolean, modified?: number, named = 'prod'): AccountFile =>
    output(
      'describe-tasks.json',
      {
        tasks: [
          {
            taskArn: arn('ecs', `task/${named}/0123456789abcdef0123456789abcdef`),
            clusterArn: arn('ecs', `cluster/${named}`),
            group: 'service:web',
            lastStatus: 'RUNNING',
            enableExecuteCommand,
            containers: [
              {
                name: 'app',
                managedAgents: [{ name: 'ExecuteCommandAgent', lastStatus: 'STOPPED', reason: 'it exited' }],
              },
            ],
          },
        ],
        failures: [],
      },
      modified,
    );
  const web = template().replace('      Cluster:', '      ServiceName: web\n      Cluster:');
  const found = (file: AccountFile, how?: AccountOptions): readonly string[] =>
    judge(
      [CLUSTER, ROLES, LOG_GROUPS, file].map(each => ({ ...each, modified: each.modified ?? how?.now ?? 0 })),
      web,
      how,
    )
      .findings.filter(each => each.ruleId === 'running-tasks-without-agent')
      .map(({ severity, range, message, sure }) => `${severity} ${range.start.line} ${sure} ${message}`);

  test('are told that were started without ECS Exec, or whose agent has stopped', () => {
    expect(found(tasks(false))).toEqual([
      'warning 9 true Service `Service` has running tasks that were started without ECS Exec (1): every `execute-command` on them fails until they are replaced.',
    ]);
    expect(found(tasks(true))[0]).toContain('running tasks whose agent has stopped (1: `it exited`)');
  });

  test('are likely where the file is old, and another cluster has its own', () => {
    expect(found(tasks(false, 0), { now: 8 * DAY })[0]).toMatch(/^warning 9 false /);
    expect(found(tasks(false, undefined, 'test'))).toEqual([]);
  });
});

describe('lists that are not complete', () => {
  test('leave open what is not in them', () => {
    const empty = [output('c.json', { clusters: [], failures: [] }), output('r.json', details([]))];
    expect(said(judge(empty))).toEqual(['undecided']);
    const missing = output('c.json', {
      clusters: [],
      failures: [{ arn: arn('ecs', 'cluster/prod'), reason: 'MISSING' }],
    });
    expect(said(judge([missing]))).toEqual(['undecided']);
  });

  test('are spoken of', () => {
    const page = output('e.json', { Exports: [], NextToken: 'eyJOZXh0VG9rZW4iOiBudWxsfQ==' });
    expect(readAccount([page]).notes.map(String)).toEqual([
      'e.json: this is one page of several; anything missing from it is unknown.',
    ]);
  });
});

describe('files that are none', () => {
  test.each([
    ['', 'x.json:1:1: This file is empty.'],
    ['[]', 'x.json:1:1: This must be an object.'],
    ['null', 'x.json:1:1: This must be an object.'],
    ['clusters: []', 'x.json:1:1: This is not JSON: run the command with `--output json`.'],
    ['{"clusters": [}', 'x.json:1:15: This is not valid JSON: a value or `]` is expected here.'],
    ['{"Buckets": []}', 'x.json:1:1: This is not the output of an AWS CLI command that --account supports.'],
    [
      '{"__proto__": {"clusters": []}}',
      'x.json:1:1: This is not the output of an AWS CLI command that --account supports.',
    ],
    ['{"clusters": {}}', 'x.json:1:2: `clusters` must be a list.'],
    [
      '{\n  "clusters": [\n    {"clusterName": "a", "clusterArn": 1}\n  ]\n}',
      'x.json:3:40: `clusterArn` must be a string.',
    ],
    ['{"clusters": [{"clusterArn": "a"}]}', 'x.json:1:15: `clusterName` is missing.'],
    [
      '{"Policy": "{}"}',
      'x.json:1:12: A key policy does not name its key: put the key id into the name of this file.',
    ],
  ])('%s', (text, problem) => {
    expect(problems({ file: 'x.json', text })).toEqual([problem]);
  });

  test('functions of templates mean nothing in what is deployed', () => {
    const sly = role('app');
    const policies = [{ PolicyName: 'x', PolicyDocument: { Statement: { 'Fn::ImportValue': 'x' } } }];
    expect(problems(output('r.json', details([{ ...sly, RolePolicyList: policies }])))[0]).toMatch(
      /^r\.json:\d+:\d+: A deployed resource has no `Fn::ImportValue`\.$/,
    );
  });

  test('byte order marks are no matter', () => {
    expect(problems({ ...CLUSTER, text: `\uFEFF${CLUSTER.text}` })).toEqual([]);
  });

  test('what is nested without end is refused', () => {
    const deep = `{"taskDefinition": {"taskDefinitionArn": "a", "family": "a", "volumes": [{"x": ${'{"x":'.repeat(5000)}1${'}'.repeat(5000)}}]}}`;
    expect(problems({ file: 'x.json', text: deep })).toHaveLength(1);
  });
});
