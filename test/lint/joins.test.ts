import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, parse } from '../../src/index.ts';
import { FIXTURES } from '../fixtures.ts';

type Texts = Readonly<Record<string, string>>;

/** The templates of a set, by their paths in it. */
function texts(set: string): Texts {
  const folder = join(FIXTURES, 'sets', set);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(each =>
    each.includes('.y'),
  );
  return Object.fromEntries(names.sort().map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The verdict of the only service, and why nothing is certain of the cluster, or of its task role. */
function judge(files: Texts, parameters: Readonly<Record<string, string>> = {}): string {
  const documents = Object.entries(files).map(([name, text]) => parse(name, text));
  const { services } = lint(documents, { ...DEFAULT_OPTIONS, parameters });
  return services
    .map(({ verdict, checks }) => {
      const doubt = checks.find(each => each.status === 'unknown' && each.severity === 'error');
      return doubt ? `${verdict}: ${doubt.detail}` : verdict;
    })
    .join('; ');
}

function replaced(files: Texts, name: string, from: string, to: string): Texts {
  const text = files[name] ?? '';
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  return { ...files, [name]: text.replace(from, to) };
}

describe('a nested template by its address', () => {
  const files = texts('by-address');
  const off = replaced(files, 'clusters/sessions.yml', 'Logging: OVERRIDE', 'Logging: DEFAULT');
  const root = (url: string): Texts =>
    replaced(
      off,
      'root.yml',
      '!Sub "https://${TemplateBucket}.s3.${AWS::Region}.${AWS::URLSuffix}/clusters/sessions.yml"',
      url,
    );

  test('is the one that its path ends in, also where a parent stack passes most of the path', () => {
    expect(judge(files)).toBe('ready');
    expect(judge(off)).toBe('not-ready');
  });

  test.each([
    '!Sub "${TemplateBucket}/clusters/sessions.yml"',
    '!Join ["/", [!Ref TemplateBucket, clusters, sessions.yml]]',
    '!Join ["", ["https://", !Ref TemplateBucket, ".s3.amazonaws.com/clusters/sessions.yml"]]',
    'https://templates.s3.eu-west-1.amazonaws.com/clusters/sessions.yml',
    'https://s3.eu-west-1.amazonaws.com/templates/clusters/sessions.yml?versionId=a/b',
    '!Sub "https://s3.amazonaws.com/${TemplateBucket}/clusters/sessions.yml"',
    '!Sub "https://s3.${AWS::Region}.amazonaws.com/templates/clusters/sessions.yml"',
    './clusters/sessions.yml',
  ])('is certain where all that is known of its path agrees: %s', url => {
    expect(judge(root(url))).toBe('not-ready');
  });

  test.each([
    'https://templates.s3.amazonaws.com/v2/clusters/sessions.yml',
    '!Sub "${TemplateBucket}clusters/sessions.yml"',
  ])('is likely where only the end agrees: %s', url => {
    expect(judge(root(url))).toMatch(/^undecided: .* only the end of the nested template's address/);
  });

  test('is likely where the default of a parameter completes it', () => {
    const given = replaced(
      root('!Sub "https://x.s3.amazonaws.com/${Path}"'),
      'root.yml',
      'Resources:',
      '  Path: { Type: String, Default: clusters/sessions.yml }\nResources:',
    );
    expect(judge(given)).toMatch(/^undecided: .* depends on the default of a parameter/);
    expect(judge(given, { Path: 'clusters/sessions.yml' })).toBe('not-ready');
  });

  test.each([
    '!Sub "${TemplateBucket}/sessions.yml"',
    '!Ref TemplateBucket',
    'https://templates.s3.amazonaws.com/other/sessions.yml',
    './sessions.yml',
  ])('is not one that has nothing but its base name: %s', url => {
    expect(judge(root(url))).toMatch(/^undecided: .*nested stack `Sessions`\.$/);
  });

  test('is not known where several fit', () => {
    const old = { ...off, 'old/clusters/sessions.yml': files['clusters/sessions.yml'] ?? '' };
    expect(judge(old)).toMatch(
      /`Sessions`, whose template may be clusters\/sessions.yml or old\/clusters\/sessions.yml\.$/,
    );
  });

  test('is the one of the same environment where each has its own', () => {
    const all = Object.entries(files).flatMap(([name, text]) => [
      [`dev/${name}`, text],
      [`prod/${name}`, text],
    ]);
    const { 'dev/clusters/sessions.yml': _, ...both } = Object.fromEntries(all);
    const dev = { 'dev/clusters/sessions.yml': off['clusters/sessions.yml'] ?? '' };
    expect(judge({ ...both, ...dev })).toBe('not-ready; ready');
  });
});

describe('what several templates export under one name', () => {
  const {
    'cluster.yml': cluster = '',
    'roles.yml': roles = '',
    'service.yml': service = '',
  } = texts('by-import');
  const configuration =
    'Configuration: { ExecuteCommandConfiguration: { Logging: OVERRIDE, LogConfiguration: { CloudWatchLogGroupName: x } } }';
  const allowed = roles.replace(
    'ssmmessages:CreateControlChannel',
    'logs:*\n                  - ssmmessages:CreateControlChannel',
  );
  const recorded = cluster.replace('ClusterName:', `${configuration}\n      ClusterName:`);

  test.each([
    ['the folder', 'dev/cluster.yml', 'dev/service.yml', 'prod/cluster.yml'],
    ['a folder beside it', 'dev/infra/cluster.yml', 'dev/app/service.yml', 'prod/infra/cluster.yml'],
    ['the environment', 'infra/dev.yml', 'services/dev.yml', 'infra/prod.yml'],
    ['the environment in the name', 'infra-prod.yml', 'service.prod.yml', 'infra-staging.yml'],
  ])('is that of %s that the import is in', (_, own, importing, other) => {
    const both = { [own]: recorded, [other]: cluster, [importing]: service, 'roles.yml': allowed };
    expect(judge(both)).toBe('ready');
    expect(judge({ ...both, [own]: cluster, [other]: recorded })).toBe('not-ready');
  });

  test.each([
    ['cluster.yml', 'another.yml', 'service.yml'],
    ['dev/cluster.yml', 'prod/cluster.yml', 'service.yml'],
    ['dev/cluster.yml', 'dev/another.yml', 'dev/service.yml'],
    ['infra/dev.yml', 'infra/test.yml', 'services/prod.yml'],
  ])('is not known where none is nearer: %s, %s, %s', (one, other, importing) => {
    const both = { [one]: recorded, [other]: cluster, [importing]: service, 'roles.yml': roles };
    expect(judge(both)).toMatch(/^undecided: .* which may be /);
  });
});

describe('a resource of another template by its physical name', () => {
  const files = texts('by-name');
  const off = replaced(files, 'platform.yml', 'Logging: OVERRIDE', 'Logging: DEFAULT');

  test('is the one that has it: cluster, role, and the policy of a third template that names the role', () => {
    expect(judge(files)).toBe('ready');
    expect(judge(off)).toBe('not-ready');
    const { 'permissions.yml': _, ...without } = files;
    expect(judge(without)).toBe('not-ready');
  });

  test.each([
    '!Sub arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:cluster/platform',
    'arn:aws:ecs:eu-west-1:111122223333:cluster/platform',
    '!Join ["/", [arn:aws:ecs:eu-west-1:111122223333:cluster, platform]]',
  ])('may be meant by an ARN: %s', arn => {
    expect(judge(replaced(off, 'service.yml', 'Cluster: platform', `Cluster: ${arn}`))).toBe('not-ready');
  });

  test('may be given as a parameter, on either side', () => {
    const passed = replaced(off, 'service.yml', 'Cluster: platform', 'Cluster: !Ref ClusterName');
    expect(judge(passed)).toMatch(/^undecided/);
    expect(judge(passed, { ClusterName: 'platform' })).toBe('not-ready');
    const named = replaced(off, 'platform.yml', 'ClusterName: platform', 'ClusterName: !Ref Stage');
    const prod = replaced(named, 'service.yml', 'Cluster: platform', 'Cluster: prod');
    expect(judge(prod)).toMatch(/^undecided: .* default of the parameter `Stage`/);
    expect(judge(prod, { Stage: 'prod' })).toBe('not-ready');
  });

  test('is the default cluster where none is named', () => {
    const none = replaced(off, 'service.yml', '      Cluster: platform\n', '');
    expect(judge(none)).toMatch(/^undecided: .* default cluster/);
    expect(judge(replaced(none, 'platform.yml', 'ClusterName: platform', 'ClusterName: default'))).toBe(
      'not-ready',
    );
  });

  test('is a task definition by its family', () => {
    const service = files['service.yml'] ?? '';
    const apart = {
      ...files,
      'task.yml': service.replace(/ {2}Service:.*/s, ''),
      'service.yml': service
        .replace(/ {2}Orders:.*?(?= {2}Service:)/s, '')
        .replace('!Ref Orders', 'orders:3'),
    };
    expect(judge(apart)).toBe('ready');
  });

  test('is not known where two have it, unless one is nearer', () => {
    const other = off['platform.yml'] ?? '';
    expect(judge({ ...files, 'other.yml': other })).toMatch(
      /the cluster `platform` may be `Cluster` of other.yml or `Cluster` of platform.yml/,
    );
    expect(judge({ ...files, 'test/platform.yml': other })).toBe('ready');
  });

  test('is not the policy of another environment', () => {
    const { 'permissions.yml': policy = '', 'roles.yml': role = '', ...others } = files;
    const apart = { ...others, 'roles.yml': role, 'test/roles.yml': role, 'test/permissions.yml': policy };
    expect(judge(apart)).toBe('not-ready');
  });

  test('is not one of another kind', () => {
    expect(judge(replaced(files, 'service.yml', 'Cluster: platform', 'Cluster: orders-task'))).toMatch(
      /^undecided: .* `orders-task` is not in this template/,
    );
  });
});

describe('an output of another stack', () => {
  const { 'platform.yml': platform = '', ...others } = texts('by-name');
  const outputs = 'Outputs:\n  SharedCluster:\n    Value: !Ref Cluster\n';
  const off = `${platform.replace('OVERRIDE', 'DEFAULT')}${outputs}`;
  const on = `${platform}${outputs}`;
  const asking = (stack: string, output = 'SharedCluster'): Texts =>
    replaced(
      others,
      'service.yml',
      'Cluster: platform',
      `Cluster: { "Fn::GetStackOutput": { StackName: ${stack}, OutputName: ${output}, Region: eu-west-1 } }`,
    );

  test.each([
    'Platform.template.json',
    'cdk.out/Platform.template.json',
    'Platform.yml',
    'x/Platform.template',
  ])('is that of the template whose file is called like the stack: %s', file => {
    expect(judge({ ...asking('Platform'), [file]: off, 'Other.template.json': on })).toBe('not-ready');
    expect(judge({ ...asking('Platform'), [file]: on, 'Other.template.json': off })).toBe('ready');
  });

  test.each(['Platform', '!Sub "${AWS::Region}-platform"'])(
    'is likely that of the only template that has it: %s',
    stack => {
      expect(judge({ ...asking(stack), 'infra.yml': off })).toMatch(
        /^undecided: .* the output `SharedCluster` of infra.yml may be that of another stack/,
      );
    },
  );

  test('is not known where several have it, or none', () => {
    expect(judge({ ...asking('Platform'), 'a.yml': off, 'b.yml': on })).toMatch(
      /it is the output `SharedCluster` of a.yml or b.yml/,
    );
    expect(judge({ ...asking('Platform', 'Other'), 'a.yml': off })).toMatch(
      /it is the output `Other`, which no given template has/,
    );
    expect(judge({ ...asking('Platform'), 'Platform.yml': platform, 'b.yml': on })).toMatch(
      /it is the output `SharedCluster`, which no given template has/,
    );
  });
});

test('the log group of a task definition is that of the template in which it is named', () => {
  const {
    'service.yml': service = '',
    'roles.yml': role = '',
    'permissions.yml': policy = '',
  } = texts('by-name');
  const logs = `          LogConfiguration:
            LogDriver: awslogs
            Options: { awslogs-group: !Ref Logs, awslogs-region: eu-west-1 }
`;
  const outputs = 'Outputs:\n  Task:\n    Value: !Ref Orders\n    Export: { Name: orders }\n';
  const files = {
    'permissions.yml': policy,
    'roles.yml': role,
    'service.yml': `Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: { Configuration: { ExecuteCommandConfiguration: { Logging: DEFAULT } } }
${service.slice(service.indexOf('  Service:')).replace('platform', '!Ref Cluster').replace('!Ref Orders', '!ImportValue orders')}`,
    'task.yml': `${service.replace(/ {2}Service:.*/s, logs)}  Logs:\n    Type: AWS::Logs::LogGroup\n${outputs}`,
  };
  const documents = Object.entries(files).map(([name, text]) => parse(name, text));
  const checks = lint(documents, DEFAULT_OPTIONS).services.flatMap(each => each.checks);
  expect(checks.find(each => each.id === 'task-role-lacks-log-permissions')?.status).toBe('pass');
});
