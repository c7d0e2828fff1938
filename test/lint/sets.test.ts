import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, type Document, fix, lint, parse, type Report } from '../../src/index.ts';
import { FIXTURES } from '../fixtures.ts';

const IMPORTED = ['cluster.yml', 'roles.yml', 'service.yml'];
const PASSED = ['root.yml', 'parts/service.yml'];
/** The last action of the role's policy. */
const OPEN = 'ssmmessages:OpenDataChannel';
const NESTED = ['root.yml', 'parts/cluster.yml', 'parts/roles.yml', 'parts/service.yml'];

function open(folder: string, names: readonly string[]): readonly Document[] {
  return names.map(name => parse(name, readFileSync(join(FIXTURES, 'sets', folder, name), 'utf8')));
}

function judge(documents: readonly Document[]): Report {
  return lint(documents, DEFAULT_OPTIONS);
}

function verdicts({ services }: Report): readonly string[] {
  return services.map(each => `${each.file} ${each.resource} is ${each.verdict}`);
}

function said({ findings }: Report): readonly string[] {
  return findings.map(
    ({ file, range, ruleId, resource }) => `${file}:${range.start.line} ${ruleId} ${resource}`,
  );
}

/** The status of one check of a service, and what is said of it. */
function check({ services }: Report, id: string): string {
  const found = services.flatMap(each => each.checks).find(each => each.id === id);
  return `${found?.status}: ${found?.detail}`;
}

describe('templates that import from one another', () => {
  test('are one system: the fault of the cluster is found in its own file', () => {
    const report = judge(open('by-import', IMPORTED));
    expect(said(report)).toEqual(['cluster.yml:15 logging-not-overridden Cluster']);
    expect(verdicts(report)).toEqual(['service.yml Service is not-ready']);
  });

  test('say the same in whatever order they are given', () => {
    const there = judge(open('by-import', IMPORTED));
    const back = judge([...open('by-import', IMPORTED)].reverse());
    expect([said(back), back.services]).toEqual([said(there), there.services]);
  });

  test('are fixed each in its own file, and then the service is ready', async () => {
    const documents = open('by-import', IMPORTED).map(each =>
      each.file === 'roles.yml'
        ? parse(each.file, each.text.replace(OPEN, `${OPEN}\n                  - logs:*`))
        : each,
    );
    const { changed, report } = await fix(documents, { ...DEFAULT_OPTIONS, unsafe: false });
    expect(changed.map(each => each.file)).toEqual(['cluster.yml']);
    expect(verdicts(report)).toEqual(['service.yml Service is ready']);
  });

  test('keep a log that the role of another template could not write to elsewhere', async () => {
    const documents = open('by-import', IMPORTED);
    const { changed, report } = await fix(documents, { ...DEFAULT_OPTIONS, unsafe: false });
    expect(changed).toEqual([]);
    expect(report.findings.map(each => each.fix?.warning)).toEqual([
      'The template of task role `ShopRole` has no name for the new destination, so nothing lets service `Service` record its sessions there.',
    ]);
  });

  test('leave unknown what is in a template that is not given', () => {
    const report = judge(open('by-import', ['roles.yml', 'service.yml']));
    expect(said(report)).toEqual([]);
    expect(verdicts(report)).toEqual(['service.yml Service is undecided']);
    expect(check(report, 'logging-not-overridden')).toContain(
      'imported as `${Environment}-Cluster`, which no given template exports',
    );
    expect(check(judge(open('by-import', ['service.yml'])), 'task-role-lacks-ssmmessages')).toContain(
      'unknown: Whether the task role of `Service` allows `ssmmessages` is not known',
    );
  });

  test('name the candidates where several export the same name', () => {
    const [roles] = open('by-import', ['roles.yml']);
    const copies = ['dev/roles.yml', 'prod/roles.yml'].map(name => parse(name, roles?.text ?? ''));
    const report = judge([...open('by-import', ['cluster.yml', 'service.yml']), ...copies]);
    expect(check(report, 'task-role-missing')).toContain('pass');
    expect(check(report, 'task-role-lacks-ssmmessages')).toContain(
      'which may be `ShopRole` of dev/roles.yml or `ShopRole` of prod/roles.yml',
    );
  });

  test('may give one another the permissions that a role lacks', () => {
    const [cluster, roles, service] = open('by-import', IMPORTED);
    const bare = parse(
      'roles.yml',
      (roles?.text ?? '').replace('ssmmessages:OpenDataChannel', 's3:GetObject'),
    );
    const policy = (name: string): Document =>
      parse(
        'policy.yml',
        [
          'Resources:',
          '  Policy:',
          '    Type: AWS::IAM::RolePolicy',
          '    Properties:',
          '      PolicyName: rest',
          `      RoleName: !ImportValue ${name}`,
          '      PolicyDocument:',
          '        Statement: { Effect: Allow, Action: "ssmmessages:*", Resource: "*" }',
        ].join('\n'),
      );
    const named = parse(
      'roles.yml',
      `${bare.text}  Name:\n    Value: !Ref ShopRole\n    Export: { Name: role-name }\n`,
    );
    const ids = (documents: readonly (Document | undefined)[]): readonly string[] =>
      judge(documents.flatMap(each => each ?? [])).findings.map(each => each.ruleId);
    expect(ids([cluster, named, service])).toContain('task-role-lacks-ssmmessages');
    expect(ids([cluster, named, service, policy('role-name')])).not.toContain('task-role-lacks-ssmmessages');
    expect(ids([cluster, named, service, policy('other-name')])).toContain('task-role-lacks-ssmmessages');
  });

  test('only make a difference to what was unknown', () => {
    const documents = [...open('by-import', IMPORTED), ...open('nested', NESTED)];
    const together = new Set(said(judge(documents)));
    for (const document of documents)
      for (const { ruleId, file, range, resource, sure } of judge([document]).findings)
        if (sure) expect(together).toContain(`${file}:${range.start.line} ${ruleId} ${resource}`);
  });

  test('do not go round in circles', () => {
    const importing = (name: string, other: string): Document =>
      parse(
        `${name}.yml`,
        `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: { Cluster: !ImportValue ${other}, TaskDefinition: !ImportValue ${other}, EnableExecuteCommand: true }
Outputs:
  Out: { Value: !ImportValue ${other}, Export: { Name: ${name} } }
`,
      );
    const report = judge([importing('a', 'b'), importing('b', 'a')]);
    expect(verdicts(report)).toEqual(['a.yml Service is undecided', 'b.yml Service is undecided']);
    expect(check(report, 'task-role-missing')).toContain('in a circle');
  });
});

describe('nested stacks', () => {
  test('of the CDK are found by the file that they were written to', () => {
    const names = ['Shop.template.json', 'ShopNetwork1A2B3C4D.nested.template.json'];
    expect(check(judge(open('cdk-nested', names.slice(0, 1))), 'logging-not-overridden')).toContain(
      'unknown',
    );
    const report = judge(open('cdk-nested', names));
    expect(said(report)).toEqual([`${names[1]}:3 logging-not-overridden ClusterEB0386A7`]);
    expect(verdicts(report)).toEqual([`${names[0]} ServiceD69D759B is not-ready`]);
  });

  test('get their parameters from above, and are judged under each parent', () => {
    const report = judge(open('nested', NESTED));
    expect(said(report)).toEqual([
      'parts/roles.yml:26 task-role-lacks-ssmmessages PlainRole',
      'parts/roles.yml:26 task-role-lacks-log-permissions PlainRole',
      'parts/service.yml:18 exec-not-enabled Service',
    ]);
    expect(report.findings[2]?.scenarios).toEqual([{ HasExec: false }]);
    expect(verdicts(report)).toEqual(['parts/service.yml Service is not-ready']);
  });

  test('are ready when every parent gives them what they need', () => {
    const documents = open('nested', NESTED).map(({ file, text }) =>
      parse(file, text.replace('PlainRoleArn\n', 'RoleArn\n').replace('        Exec: !Ref Exec\n', '')),
    );
    expect(verdicts(judge(documents))).toEqual(['parts/service.yml Service is ready']);
  });

  test('are fixed in the words of their own file where only the one above knows a name', async () => {
    const documents = open('passed', PASSED);
    const before = judge(documents);
    expect(before.findings.map(each => each.message.toString())).toEqual([
      expect.stringContaining('the four `ssmmessages` actions'),
      expect.stringContaining('for the bucket `${Records.Team}-sessions`'),
      expect.stringContaining('on the key `arn:aws:kms:eu-central-1:111122223333:key/${Records.KeyId}`'),
    ]);
    expect(check(before, 'logging-not-overridden')).toContain('pass');
    expect(before.services.flatMap(each => each.checks).map(each => each.detail?.toString())).toContainEqual(
      expect.stringContaining('the cluster `${Records.Team}-cluster` is not in this template'),
    );
    const { changed, report } = await fix(documents, { ...DEFAULT_OPTIONS, unsafe: false });
    expect(changed.map(each => each.file)).toEqual(['parts/service.yml']);
    const [fixed] = changed;
    expect(fixed?.after).toContain("!Sub ['arn:${AWS::Partition}:s3:::${Name}/*', {Name: !Ref Bucket}]");
    expect(fixed?.after).toContain('Resource: !Ref Key\n');
    expect(verdicts(report)).toEqual([
      'parts/service.yml Service is ready',
      'parts/service.yml Elsewhere is undecided',
    ]);
  });

  test('are not fixed with a name that only the one above has', async () => {
    const root = parse(
      'root.yml',
      `Parameters: {Region: {Type: String}, Team: {Type: String}}
Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: child.yml, Parameters: {Place: !Ref Region, Policy: !Sub '\${Team}-policy'}}
`,
    );
    const child = parse('child.yml', readFileSync(join(FIXTURES, 'sets', 'passed-names.yml'), 'utf8'));
    const { changed, before } = await fix([root, child], { ...DEFAULT_OPTIONS, unsafe: true });
    const ids = before.findings.map(each => each.ruleId);
    expect(ids).toContain('duplicate-policy-name');
    expect(ids).toContain('ssmmessages-endpoint-missing');
    expect(changed.map(each => each.after).join('')).not.toMatch(/\$\{(?:Region|Team)\}/);
    expect(before.fixes.refused).toEqual([]);
  });

  test('without their parent know no more than their own file says', () => {
    const report = judge(open('nested', ['parts/cluster.yml', 'parts/service.yml']));
    expect(said(report)).toEqual(['parts/service.yml:18 exec-not-enabled Service']);
    expect(check(report, 'task-role-lacks-ssmmessages')).toContain('it is the parameter `TaskRole`');
  });

  test.each(['../outside.yml', 'https://example.com/service.yml', '/etc/service.yml', 'missing.yml'])(
    'whose template is %s are left alone',
    url => {
      const root = parse(
        'root.yml',
        `Resources:\n  Nested:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: "${url}" }\n`,
      );
      expect(judge([root, ...open('nested', ['parts/cluster.yml'])]).findings).toEqual([]);
    },
  );

  test('that contain themselves are judged all the same', () => {
    const own = (file: string, other: string): Document =>
      parse(
        file,
        `Resources:
  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${other} } }
  Cluster: { Type: AWS::ECS::Cluster }
`,
      );
    expect(said(judge([own('a.yml', 'b.yml'), own('b.yml', 'a.yml'), own('c.yml', 'c.yml')]))).toEqual([
      'a.yml:3 logging-not-overridden Cluster',
      'b.yml:3 logging-not-overridden Cluster',
      'c.yml:3 logging-not-overridden Cluster',
    ]);
  });
});

test('the names of roles that a nested stack is given as a list are those of its sibling', () => {
  const trust =
    '{ Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: "sts:AssumeRole" }] }';
  const policy =
    '{ Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "ssmmessages:*", Resource: "*" }] }';
  const root = parse(
    'root.yml',
    `Resources:
  Access: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: access.yml } }
  App:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: app.yml
      Parameters: { Task: !GetAtt Access.Outputs.Task, Roles: !GetAtt Access.Outputs.Roles }
`,
  );
  const access = (roles: string): Document =>
    parse(
      'access.yml',
      `Resources:
  Task: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${trust} } }
  Other: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${trust} } }
Outputs:
  Task: { Value: !GetAtt Task.Arn }
  Roles: { Value: !Join [',', ${roles}] }
`,
    );
  const app = parse(
    'app.yml',
    `Parameters: { Task: { Type: String }, Roles: { Type: CommaDelimitedList } }
Resources:
  Policy: { Type: AWS::IAM::Policy, Properties: { PolicyName: exec, Roles: !Ref Roles, PolicyDocument: ${policy} } }
  Definition: { Type: AWS::ECS::TaskDefinition, Properties: { TaskRoleArn: !Ref Task } }
  Service: { Type: AWS::ECS::Service, Properties: { EnableExecuteCommand: true, TaskDefinition: !Ref Definition } }
`,
  );
  const status = (roles: string): string | undefined =>
    judge([root, access(roles), app]).services[0]?.checks.find(
      each => each.id === 'task-role-lacks-ssmmessages',
    )?.status;
  expect(status('[!Ref Other, !Ref Task]')).toBe('pass');
  expect(status('[!Ref Other]')).toBe('fail');
});

describe('a network of several templates', () => {
  const network = (folder: string, names: readonly string[], change?: (text: string) => string): Report =>
    judge(open(folder, names).map(each => (change ? parse(each.file, change(each.text)) : each)));
  const about = ({ findings }: Report): readonly string[] =>
    findings
      .filter(each => /endpoint|egress|session-manager/.test(each.ruleId))
      .map(({ file, severity, ruleId, resource }) => `${file} ${severity} ${ruleId} ${resource}`);
  const ALL = ['root.yml', 'vpc.yml', 'routes.yml', 'endpoints.yml', 'app.yml'];

  test('has the endpoints and rules that a sibling stack adds', () => {
    expect(about(network('network-nested', ALL))).toEqual([]);
  });

  test('is judged as a whole: an endpoint for something else, a rule that lets nobody in, no endpoint', () => {
    expect(about(network('network-nested', ALL, text => text.replace('.ssmmessages', '.logs')))).toEqual([
      'vpc.yml error ssmmessages-endpoint-missing Vpc',
    ]);
    expect(
      about(network('network-nested', ALL, text => text.replace('CidrIp: 10.0.0.0', 'CidrIp: 10.9.0.0'))),
    ).toEqual(['vpc.yml error endpoint-unreachable Group']);
    const without = (text: string): string =>
      text.replace(/ {2}Messages:.*$/s, '').replace('Endpoints:\n', 'Rules:\n');
    expect(about(network('network-nested', ALL, without))).toEqual([
      'vpc.yml error session-manager-unreachable Vpc',
    ]);
  });

  test('is not known where one of its templates is not given', () => {
    const some = ALL.filter(each => each !== 'endpoints.yml');
    expect(about(network('network-nested', some))).toEqual([]);
  });

  describe('whose subnets are handed on as a list', () => {
    const LISTED = ['root.yml', 'vpc.yml', 'endpoints.yml', 'app.yml'];
    const asText = (text: string): string => text.replace('List<AWS::EC2::Subnet::Id>', 'String');

    test.each<[string, (text: string) => string]>([
      ['a parameter of subnets', text => text],
      ['a comma-delimited list', text => text.replaceAll(/List<AWS::EC2::\w+::Id>/g, 'CommaDelimitedList')],
      ['a text that is split', text => asText(text).replace('!Ref Subnets', "!Split [',', !Ref Subnets]")],
      [
        'an export that is split',
        text => text.replace('!Ref Subnets', "!Split [',', !ImportValue network-subnets]"),
      ],
      [
        'its items',
        text => text.replace('!Ref Subnets', '[!Select [0, !Ref Subnets], !Select [1, !Ref Subnets]]'),
      ],
    ])('by %s is seen', (_, change) => {
      expect(about(network('network-listed', LISTED, change))).toEqual([]);
      const without = (text: string): string => change(text).replace('.ssmmessages', '.logs');
      expect(about(network('network-listed', LISTED, without))).toEqual([
        'vpc.yml error ssmmessages-endpoint-missing Vpc',
      ]);
      const closed = (text: string): string => change(text).replace('!Ref TaskGroup', '!Ref EndpointGroup');
      expect(about(network('network-listed', LISTED, closed))).toEqual([
        'vpc.yml error endpoint-unreachable EndpointGroup',
      ]);
    });

    test('is not known where an item may be several', () => {
      const several = (text: string): string =>
        text.replace('.ssmmessages', '.logs').replace('!GetAtt SubnetB.SubnetId', '!Ref More') +
        (text.includes('SubnetB:') ? 'Parameters: { More: { Type: String } }\n' : '');
      expect(about(network('network-listed', LISTED, several))).toEqual([]);
    });
  });

  test('has the routes that another stack adds to a table that it imports', () => {
    const names = ['vpc.yml', 'nat.yml', 'app.yml'];
    expect(about(network('network-imported', names))).toEqual([]);
    expect(about(network('network-imported', ['vpc.yml', 'app.yml']))).toEqual([
      'vpc.yml warning ssmmessages-endpoint-missing Vpc',
    ]);
  });
});
