import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { DEFAULT_OPTIONS, lint, parse } from '../../src/index.ts';
import { template } from '../account/outputs.ts';
import { folder, run } from './harness.ts';

const CLUSTER = `  Prod:
    Type: AWS::ECS::Cluster
    Properties:
      Configuration:
        ExecuteCommandConfiguration:
          Logging: DEFAULT
          KmsKeyId: KEY
`;

/** A service on a cluster of the same template, whose sessions are encrypted with a key. */
function encrypted(key: string): string {
  return `${template('!Ref Prod')}${CLUSTER.replace('KEY', key)}`;
}

const KEY = `  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: { Statement: [] }
`;

interface Statement {
  readonly Sid: string;
  readonly Action: string;
  readonly Effect: string;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

interface Policy {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources: {
    readonly EcsExecCallerPolicy: {
      readonly Properties: { readonly PolicyDocument: { readonly Statement: readonly Statement[] } };
    };
  };
}

function policyOf(files: Readonly<Record<string, string>>, ...args: readonly string[]): Policy {
  const { code, out, err } = run(folder(files), ['.', '--caller-policy', ...args]);
  expect([code, err]).toEqual([0, '']);
  const policy = parseYaml(out, { version: '1.1' });
  expectNothingWrong(out);
  return policy;
}

const HAS_CFN_LINT = spawnSync('cfn-lint', ['--version']).status === 0;
if (!HAS_CFN_LINT) console.warn('SKIPPED: cfn-lint is not there, so it was not asked about caller policies.');

/** The rules of this project have nothing to say about a caller policy, and neither has cfn-lint. */
function expectNothingWrong(text: string): void {
  const { findings } = lint([parse('policy.yml', text)], { ...DEFAULT_OPTIONS, pedantic: true });
  expect(findings.map(each => `${each.ruleId}: ${each.message}`)).toEqual([]);
  if (!HAS_CFN_LINT) return;
  const cwd = folder({ 'policy.yml': text });
  const { status, stdout } = spawnSync('cfn-lint', ['policy.yml'], { cwd, encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, '']);
}

function statementsOf({ Resources }: Policy): readonly Statement[] {
  return Resources.EcsExecCallerPolicy.Properties.PolicyDocument.Statement;
}

function sub(resource: string): unknown {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:ecs:\${AWS::Region}:\${AWS::AccountId}:${resource}` };
}

describe('--caller-policy', { timeout: 60_000 }, () => {
  test('allows the command on a cluster and its tasks, what the CLI calls, and no way past ECS', () => {
    const policy = policyOf({ 'app.yml': encrypted("''").replace(/ +KmsKeyId: ''\n/, '') });
    expect(Object.keys(policy.Parameters ?? {})).toEqual(['ProdName']);
    const tasks = sub('task/${ProdName}/*');
    expect(statementsOf(policy)).toEqual([
      {
        Sid: 'ExecuteCommand',
        Effect: 'Allow',
        Action: 'ecs:ExecuteCommand',
        Resource: [sub('cluster/${ProdName}'), tasks],
      },
      { Sid: 'DescribeTasks', Effect: 'Allow', Action: 'ecs:DescribeTasks', Resource: [tasks] },
      {
        Sid: 'DenySessionsBypassingEcs',
        Effect: 'Deny',
        Action: 'ssm:StartSession',
        Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:ecs:*:*:task/*' },
      },
    ]);
  });

  test.each([
    ['a key of the template', `!GetAtt Key.Arn`, KEY, { Ref: 'KeyArn' }],
    [
      'a key by its ARN',
      'arn:aws:kms:eu-central-1:210987654321:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
      '',
      'arn:aws:kms:eu-central-1:210987654321:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
    ],
    ['a key behind an alias', 'alias/sessions', '', '*'],
  ])('allows the session key: %s', (_, key, more, resource) => {
    const statements = statementsOf(policyOf({ 'app.yml': `${encrypted(key)}${more}` }));
    const [own] = statements.filter(each => each.Action === 'kms:GenerateDataKey');
    expect(own?.Resource).toEqual(resource);
    expect(own?.Condition !== undefined).toBe(resource === '*');
  });

  test('allows the key of any session where the cluster is not visible, and names what is known', () => {
    const policy = policyOf({ 'app.yml': template('arn:aws:ecs:eu-central-1:210987654321:cluster/shop') });
    expect(policy.Parameters).toBeUndefined();
    const [command, , key] = statementsOf(policy);
    expect(command?.Resource).toEqual([sub('cluster/shop'), sub('task/shop/*')]);
    expect([key?.Action, key?.Resource]).toEqual(['kms:GenerateDataKey', '*']);
  });

  test('keeps clusters of several templates apart', () => {
    const one = encrypted("''").replace(/ +KmsKeyId: ''\n/, '');
    const policy = policyOf({ 'a.yml': one, 'b.yml': one });
    expect(Object.keys(policy.Parameters ?? {})).toEqual(['ProdName', 'ProdName2']);
  });

  test('is for one service, under tags, and in JSON', () => {
    const cwd = folder({
      'app.yml': template(),
      'other.yml': template('other').replace('  Service:', '  Web:'),
    });
    const { code, out } = run(cwd, ['--caller-policy', 'Web', '.', '--caller-tag=Team=web', '-f', 'json']);
    const [command, describing, key] = statementsOf(JSON.parse(out));
    expect([code, command?.Resource]).toEqual([0, [sub('cluster/other'), sub('task/other/*')]]);
    const condition = { StringEquals: { 'aws:ResourceTag/Team': 'web' } };
    expect([command?.Condition, describing?.Condition]).toEqual([condition, condition]);
    expect(key?.Condition).not.toEqual(condition);
    expect(run(cwd, ['--caller-policy=Web', '--', 'other.yml']).code).toBe(0);
  });

  test.each([
    [['app.yml', '--caller-policy', 'Nope'], 'There is no service `Nope` in these templates.'],
    [['app.yml', '--caller-tag', 'a=b'], 'The flag --caller-tag requires --caller-policy.'],
    [['app.yml', '--caller-policy', '--caller-tag', 'a'], 'The tag `a` has no value.'],
    [
      ['app.yml', '--caller-policy', '--fix'],
      'The flag --caller-policy cannot be combined with flags that change files.',
    ],
    [['none.yml', '--caller-policy'], 'There is no service in these templates.'],
  ])('refuses %j', (args, message) => {
    const cwd = folder({ 'app.yml': template(), 'none.yml': KEY.replace(/^/, 'Resources:\n') });
    const { code, out, err } = run(cwd, args);
    expect([code, out, err.split('\n')[0]]).toEqual([2, '', `ecs-exec-lint: ${message}`]);
  });
});
