import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, run } from './harness.ts';

/** A cluster whose sessions are recorded, or not, with its name as an output. */
function cluster(logging: 'OVERRIDE' | 'NONE'): string {
  return JSON.stringify({
    Resources: {
      Cluster: {
        Type: 'AWS::ECS::Cluster',
        Properties: { Configuration: { ExecuteCommandConfiguration: { Logging: logging } } },
      },
    },
    Outputs: {
      Name: { Value: { Ref: 'Cluster' }, Export: { Name: 'cluster' } },
    },
  });
}

type Json = Readonly<Record<string, unknown>>;

/** A service in the cluster that another stack has. */
function service(reference: Json): string {
  return JSON.stringify({
    Resources: {
      Service: {
        Type: 'AWS::ECS::Service',
        Properties: { Cluster: reference, TaskDefinition: 'app:1', EnableExecuteCommand: true },
      },
    },
  });
}

const asking = (StackName: string, more: Json = {}): Json => ({
  'Fn::GetStackOutput': { StackName, OutputName: 'Name', ...more },
});

interface Artifact {
  readonly template: string;
  readonly name?: string;
  readonly environment?: string;
}

function manifest(stacks: Readonly<Record<string, Artifact>>): string {
  const artifacts = Object.entries(stacks).map(([id, { template, name, environment }]) => [
    id,
    {
      type: 'aws:cloudformation:stack',
      environment: environment ?? 'aws://unknown-account/unknown-region',
      properties: { templateFile: template, ...(name !== undefined && { stackName: name }) },
    },
  ]);
  return JSON.stringify({ version: '48.0.0', artifacts: Object.fromEntries(artifacts) }, null, 1);
}

/** What is said of the logging of the cluster that each service is in, by the file of the service. */
function logging(cwd: string, ...args: string[]): { readonly said: Json; readonly err: string } {
  const { out, err } = run(cwd, ['-f', 'json', ...args]);
  const { services } = JSON.parse(out) as {
    services: { file: string; checks: { id: string; status: string; detail?: string }[] }[];
  };
  const said = services.map(({ file, checks }) => {
    const { status, detail } = checks.find(each => each.id === 'logging-not-overridden') ?? {};
    return [file, status === 'unknown' ? detail : status];
  });
  return { said: Object.fromEntries(said), err };
}

describe('the manifest of a cloud assembly', () => {
  test('says which stack a template is, whatever its file is called', () => {
    const cwd = folder({
      'out/A1.template.json': cluster('NONE'),
      'out/B2.template.json': cluster('OVERRIDE'),
      'out/Web.template.json': service(asking('prod-shared')),
      'out/manifest.json': manifest({
        A1: { template: 'A1.template.json', name: 'prod-shared' },
        B2: { template: 'B2.template.json', name: 'prod-other' },
        Web: { template: 'Web.template.json' },
      }),
    });
    expect(logging(cwd, 'out').said).toEqual({ 'out/Web.template.json': 'fail' });
  });

  test('names a stack after its artifact where it says no other name', () => {
    const cwd = folder({
      'out/x.json': cluster('NONE'),
      'out/y.json': cluster('OVERRIDE'),
      'out/Web.template.json': service(asking('Shared')),
      'out/manifest.json': manifest({ Shared: { template: 'x.json' }, Other: { template: 'y.json' } }),
    });
    expect(logging(cwd, 'out').said).toEqual({ 'out/Web.template.json': 'fail' });
  });

  test('counts more than the name of a file', () => {
    const cwd = folder({
      'out/Shared.template.json': cluster('OVERRIDE'),
      'out/Web.template.json': service(asking('Shared')),
      'out/manifest.json': manifest({ Shared: { template: 'Shared.template.json', name: 'prod-shared' } }),
    });
    expect(logging(cwd, 'out').said).toEqual({
      'out/Web.template.json': expect.stringContaining('which no given template has'),
    });
  });

  test('tells the stages of an app apart, with stacks of the same names', () => {
    const stage = (name: string, logs: 'OVERRIDE' | 'NONE', region: string) => ({
      [`out/assembly-${name}/${name}Shared1.template.json`]: cluster(logs),
      [`out/assembly-${name}/${name}Web1.template.json`]: service(asking('shared')),
      [`out/assembly-${name}/manifest.json`]: manifest({
        Shared1: {
          template: `${name}Shared1.template.json`,
          name: 'shared',
          environment: `aws://111122223333/${region}`,
        },
        Web1: {
          template: `${name}Web1.template.json`,
          name: 'web',
          environment: `aws://111122223333/${region}`,
        },
      }),
    });
    const cwd = folder({
      ...stage('Beta', 'NONE', 'eu-west-1'),
      ...stage('Prod', 'OVERRIDE', 'eu-central-1'),
    });
    const { said } = logging(cwd, 'out');
    expect(said['out/assembly-Beta/BetaWeb1.template.json']).toBe('fail');
    expect(said['out/assembly-Prod/ProdWeb1.template.json']).not.toBe('fail');
  });

  test('says in which region a policy has to allow sessions', () => {
    const allowing = (region: string): string => {
      const resource = ['ssmmessages:%:111122223333:*', 'ecs:%:111122223333:task/*'].map(
        each => `arn:aws:${each.replace('%', region)}`,
      );
      const statement = { Effect: 'Allow', Action: 'ssmmessages:*', Resource: resource };
      const trust = {
        Effect: 'Allow',
        Principal: { Service: 'ecs-tasks.amazonaws.com' },
        Action: 'sts:AssumeRole',
      };
      const role = {
        AssumeRolePolicyDocument: { Statement: [trust] },
        Policies: [{ PolicyName: 'exec', PolicyDocument: { Statement: [statement] } }],
      };
      return JSON.stringify({
        Resources: {
          Service: {
            Type: 'AWS::ECS::Service',
            Properties: { TaskDefinition: { Ref: 'Task' }, EnableExecuteCommand: true },
          },
          Task: {
            Type: 'AWS::ECS::TaskDefinition',
            Properties: { TaskRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
          },
          Role: { Type: 'AWS::IAM::Role', Properties: role },
        },
      });
    };
    const opens = (region: string): string => {
      const cwd = folder({
        'out/Web.template.json': allowing(region),
        'out/manifest.json': manifest({
          Web: { template: 'Web.template.json', environment: 'aws://111122223333/eu-west-1' },
        }),
      });
      return JSON.parse(run(cwd, ['-f', 'json', 'out']).out).services[0].opens.is;
    };
    expect([opens('eu-west-1'), opens('us-east-1')]).toEqual(['yes', 'no']);
  });

  describe('tells the environments of one assembly apart', () => {
    const [west, east] = ['aws://111122223333/eu-west-1', 'aws://111122223333/us-east-1'];
    const files = (reference: Json): Readonly<Record<string, string>> => ({
      'out/West.template.json': cluster('NONE'),
      'out/East.template.json': cluster('OVERRIDE'),
      'out/Web.template.json': service(reference),
      'out/manifest.json': manifest({
        West: { template: 'West.template.json', name: 'shared', environment: west },
        East: { template: 'East.template.json', name: 'shared', environment: east },
        Web: { template: 'Web.template.json', name: 'web', environment: west },
      }),
    });

    test.each([
      ['an import', { 'Fn::ImportValue': 'cluster' }],
      ['an output', asking('shared')],
      ['an output of this region', asking('shared', { Region: { Ref: 'AWS::Region' } })],
      [
        'an output of the other account, in this region',
        asking('shared', { RoleArn: 'arn:aws:iam::444455556666:role/r' }),
      ],
    ])('for %s', (_, reference) => {
      expect(logging(folder(files(reference)), 'out').said).toEqual({ 'out/Web.template.json': 'fail' });
    });

    test('for an output of another region', () => {
      const { said } = logging(folder(files(asking('shared', { Region: 'us-east-1' }))), 'out');
      expect(said['out/Web.template.json']).not.toBe('fail');
    });
  });
});

describe('what is called by its name is looked for in the same environment', () => {
  const west = 'aws://111122223333/eu-west-1';
  const named = (environment: string): Readonly<Record<string, string>> => ({
    'out/Shared.template.json': cluster('NONE').replace(
      '"Properties":{',
      '"Properties":{"ClusterName":"shared",',
    ),
    'out/manifest.json': manifest({
      Shared: { template: 'Shared.template.json', environment },
      Web: { template: 'Web.template.json', environment: west },
    }),
  });
  const loggingIn = (environment: string, reference: string): Json => {
    const web = service({ Ref: 'X' }).replace('{"Ref":"X"}', JSON.stringify(reference));
    return logging(folder({ ...named(environment), 'out/Web.template.json': web }), 'out').said;
  };
  const FOUND = { 'out/Web.template.json': 'fail' };
  const arn = (region: string, account: string): string => `arn:aws:ecs:${region}:${account}:cluster/shared`;

  test.each([
    ['there', west, 'shared'],
    ['where an environment is not known', 'aws://unknown-account/unknown-region', 'shared'],
    ['where the ARN says', 'aws://444455556666/us-east-1', arn('us-east-1', '444455556666')],
  ])('and found: %s', (_, environment, reference) => {
    expect(loggingIn(environment, reference)).toEqual(FOUND);
  });

  test.each([
    ['another region', 'aws://111122223333/us-east-1', 'shared'],
    ['another account', 'aws://444455556666/eu-west-1', 'shared'],
    ['another region than the ARN says', west, arn('us-east-1', '111122223333')],
    ['another account than the ARN says', west, arn('eu-west-1', '444455556666')],
  ])('and not taken from %s', (_, environment, reference) => {
    expect(loggingIn(environment, reference)).toEqual({
      'out/Web.template.json': expect.stringContaining('cluster `shared` is not in this template'),
    });
  });
});

describe('what the CDK exports for the stacks of its app', () => {
  const imported = (name: string): Json => ({ 'Fn::ImportValue': `Network:${name}` });
  const network = (output: string): string =>
    JSON.stringify({
      Resources: {
        Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
        Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' } } },
        Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
        Association: {
          Type: 'AWS::EC2::SubnetRouteTableAssociation',
          Properties: { RouteTableId: { Ref: 'Table' }, SubnetId: { Ref: 'Subnet' } },
        },
      },
      Outputs: Object.fromEntries(
        ['Vpc', 'Subnet'].map(id => [
          `${output}${id}`,
          { Value: { Ref: id }, Export: { Name: `Network:${output}${id}` } },
        ]),
      ),
    });
  const web = (output: string): string =>
    JSON.stringify({
      Resources: {
        Task: {
          Type: 'AWS::ECS::TaskDefinition',
          Properties: { NetworkMode: 'awsvpc', ContainerDefinitions: [{ Name: 'app', Image: 'nginx' }] },
        },
        Service: {
          Type: 'AWS::ECS::Service',
          Properties: {
            LaunchType: 'FARGATE',
            TaskDefinition: { Ref: 'Task' },
            EnableExecuteCommand: true,
            NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [imported(`${output}Subnet`)] } },
          },
        },
      },
    });
  const stacks = manifest({
    Network: { template: 'Network.template.json' },
    Web: { template: 'Web.template.json' },
  });
  const wayOut = (output: string, more: Readonly<Record<string, string>>): unknown => {
    const files = { 'out/Network.template.json': network(output), 'out/Web.template.json': web(output) };
    const { out } = run(folder({ ...files, ...more }), ['-f', 'json', 'out']);
    const { services } = JSON.parse(out) as { services: { checks: { id: string; status: string }[] }[] };
    return services[0]?.checks.find(each => each.id === 'session-manager-unreachable')?.status;
  };

  test('is for no other stack, which could add a way out of a VPC', () => {
    expect(wayOut('ExportsOutputRef', { 'out/manifest.json': stacks })).toBe('fail');
  });

  test('may be for others where people export it, or no manifest tells of the app', () => {
    expect(wayOut('Shared', { 'out/manifest.json': stacks })).not.toBe('fail');
    expect(wayOut('ExportsOutputRef', {})).not.toBe('fail');
  });
});

describe('a manifest that cannot be used', () => {
  const files = {
    'out/Shared.template.json': cluster('NONE'),
    'out/Web.template.json': service(asking('Shared')),
    'out/secret.json': '{"version": "1", "artifacts": {',
  };

  test.each([
    ['{"version": "48.0.0", "artifacts": {"A": {"type": ', 'out/manifest.json:1:51: This is not valid JSON'],
    [
      '{"version": "48.0.0", "artifacts": []}',
      'out/manifest.json: `artifacts` is not a map. It is not used.',
    ],
  ])('is said to be so in one line, and file names count: %s', (text, line) => {
    const { said, err } = logging(folder({ ...files, 'out/manifest.json': text }), 'out');
    expect(said).toEqual({ 'out/Web.template.json': 'fail' });
    expect(err.split('\n').filter(each => each.includes('manifest.json'))).toEqual([
      expect.stringContaining(line),
    ]);
    expect(err).not.toContain('    at ');
  });

  test.each(['../Shared.template.json', '/etc/passwd', 'C:\\x.json', 'a/../../x.json', '..\\x.json', ''])(
    'since it names a file elsewhere: %s',
    template => {
      const text = manifest({ Shared: { template } });
      const { said, err } = logging(folder({ ...files, 'out/manifest.json': text }), 'out');
      expect(said).toEqual({ 'out/Web.template.json': 'fail' });
      expect(err).toContain(
        `out/manifest.json: \`Shared\` is not used, since it names \`${template}\`, which is outside the folder`,
      );
    },
  );

  test.each([
    '{"artifacts": 7}',
    '{"name": "an app of the web", "icons": []}',
    '{"name": "an app',
    '[]',
    'null',
  ])('is not spoken of when it is something else: %s', text => {
    const { said, err } = logging(folder({ ...files, 'out/manifest.json': text }), 'out');
    expect(said).toEqual({ 'out/Web.template.json': 'fail' });
    expect(err).not.toContain('is not used');
    expect(err).not.toContain('valid JSON');
  });

  test('since it is a link, which may lead anywhere', () => {
    const cwd = folder(files);
    symlinkSync(join(cwd, 'out/secret.json'), join(cwd, 'out/manifest.json'));
    const { said, err } = logging(cwd, 'out');
    expect(said).toEqual({ 'out/Web.template.json': 'fail' });
    expect(err).toContain('out/manifest.json: it is not a regular file.');
  });

  test.each(['toString', '__proto__', 'constructor'])('never mistakes its own words: %s', name => {
    const text = `{"version": "1", "artifacts": {"${name}": {"type": "aws:cloudformation:stack", "properties": 3}}}`;
    const { said, err } = logging(folder({ ...files, 'out/manifest.json': text }), 'out');
    expect(said).toEqual({ 'out/Web.template.json': 'fail' });
    expect(err).not.toContain('internal error');
  });
});
