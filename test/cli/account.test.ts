import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { quoted } from '../../src/cli/output/account-commands.ts';
import {
  ACCOUNT,
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
} from '../account/outputs.ts';
import { folder, OFF, REPOSITORY, run } from './harness.ts';

const CLUSTERS = output('', { clusters: [cluster('prod', LOGGED)] }).text;
const ROLES = output('', details([role('app', ...SESSION_ACTIONS, ...LOG_ACTIONS)])).text;
const LOGS = output('', { logGroups: [logGroup('/ecs/exec')] }).text;
const FILES = {
  'app.yml': template(),
  'account/clusters.json': CLUSTERS,
  'account/more/roles.json': ROLES,
  'account/logs.json': LOGS,
};

function verdict(out: string): string {
  return JSON.parse(out)
    .services.map((each: { verdict: string }) => each.verdict)
    .join();
}

describe('--account', () => {
  test('takes a folder, or files', () => {
    const cwd = folder(FILES);
    const whole = run(cwd, ['app.yml', '--account', 'account', '-f', 'json']);
    expect([whole.code, whole.err, verdict(whole.out)]).toEqual([0, '', 'ready']);
    const each = ['account/clusters.json', 'account/more/roles.json'].flatMap(file => ['--account', file]);
    expect(verdict(run(cwd, ['app.yml', ...each, '-f', 'json']).out)).toBe('ready');
    expect(verdict(run(cwd, ['app.yml', '-f', 'json']).out)).toBe('undecided');
  });

  test('is a setting of the configuration, from its folder', () => {
    const cwd = folder({
      ...REPOSITORY,
      ...FILES,
      '.ecs-exec-lint.yml': 'account: account\n',
      'deep/app.yml': template(),
    });
    const { code, out, err } = run(join(cwd, 'deep'), ['app.yml', '-f', 'json']);
    expect([code, err, verdict(out)]).toEqual([0, '', 'ready']);
    const printed = JSON.parse(run(cwd, ['--print-config']).out);
    expect(printed.account).toEqual([join(cwd, 'account')]);
  });

  test('takes files for likely that are too old', () => {
    const cwd = folder(FILES);
    const old = new Date(Date.now() - 8 * 86_400_000);
    utimesSync(join(cwd, 'account/more/roles.json'), old, old);
    const { out, err } = run(cwd, ['app.yml', '--account', 'account', '-f', 'json']);
    expect(verdict(out)).toBe('undecided');
    expect(err).toBe(
      'ecs-exec-lint: account/more/roles.json: this file is more than 7 days old, so results based on it are likely, not certain.\n',
    );
    const args = ['app.yml', '--account', 'account', '--account-max-age', '30', '-f', 'json'];
    expect(verdict(run(cwd, args).out)).toBe('ready');
    const configured = { ...FILES, '.ecs-exec-lint.yml': 'account: account\naccountMaxAge: 0\n' };
    const other = folder(configured);
    for (const name of ['clusters', 'more/roles', 'logs'])
      utimesSync(join(other, `account/${name}.json`), old, old);
    expect(verdict(run(other, ['-f', 'json']).out)).toBe('undecided');
  });

  test('is what fixes do not touch', () => {
    const weak = output('', details([role('app')])).text;
    const cwd = folder({ ...FILES, 'account/more/roles.json': weak });
    const { out } = run(cwd, ['app.yml', '--account', 'account', '--fix', '--unsafe-fixes']);
    expect(out).toContain('task-role-lacks-ssmmessages');
    for (const [name, text] of Object.entries({ ...FILES, 'account/more/roles.json': weak }))
      expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
  });

  test('reads what PowerShell redirects', () => {
    const utf16 = Buffer.from(`\uFEFF${CLUSTERS}`, 'utf16le');
    const cwd = folder({ ...FILES, 'account/clusters.json': utf16 });
    expect(verdict(run(cwd, ['app.yml', '--account', 'account', '-f', 'json']).out)).toBe('ready');
  });

  test('says in one line what it cannot read, and writes nothing', () => {
    const cwd = folder({
      'app.yml': OFF,
      'broken.json': '{\n  "clusters": [,]\n}',
      'other.json': '{"Buckets": []}',
      'wrong.json': '{"clusters": [{"clusterArn": []}]}',
    });
    mkdirSync(join(cwd, 'empty'));
    writeFileSync(join(cwd, 'huge.json'), Buffer.alloc(50_000_000, ' '));
    const said = (file: string): readonly (string | number | null)[] => {
      const { code, out, err } = run(cwd, ['app.yml', '--account', file, '--fix']);
      return [code, out, err];
    };
    const line = (text: string): readonly (string | number)[] => [2, '', `ecs-exec-lint: ${text}\n`];
    expect(said('broken.json')).toEqual(
      line('broken.json:2:16: This is not valid JSON: a value or `]` is expected here.'),
    );
    expect(said('other.json')).toEqual(
      line('other.json:1:1: This is not the output of an AWS CLI command that --account supports.'),
    );
    expect(said('wrong.json')).toEqual(line('wrong.json:1:16: `clusterArn` must be a string.'));
    expect(said('empty')).toEqual(line('empty: there is no JSON file in this folder.'));
    expect(said('nowhere')).toEqual(line('nowhere: file not found.'));
    expect(said('huge.json')).toEqual(line('huge.json: it is larger than 32 MB.'));
    expect(readFileSync(join(cwd, 'app.yml'), 'utf8')).toBe(OFF);
  });

  test('takes thousands of roles', () => {
    const many = Array.from({ length: 3000 }, (_, i) => role(`role-${i}`, 's3:GetObject'));
    const cwd = folder({ ...FILES, 'account/more/others.json': output('', details(many)).text });
    const { code, out } = run(cwd, ['app.yml', '--account', 'account', '-f', 'json']);
    expect([code, verdict(out)]).toEqual([0, 'ready']);
  });

  test('is in no report for machines, but for names', () => {
    const weak = {
      ...role('app', ...SESSION_ACTIONS),
      RolePolicyList: [
        {
          PolicyName: 'inline',
          PolicyDocument: {
            Statement: [
              {
                Sid: 'TeamOrangeLogs',
                Effect: 'Allow',
                Action: LOG_ACTIONS,
                Resource: arn('logs', 'log-group:other:*'),
              },
            ],
          },
        },
      ],
    };
    const text = template('prod', '!Sub arn:aws:iam::${AWS::AccountId}:role/app');
    const cwd = folder({
      ...FILES,
      'app.yml': text,
      'account/more/roles.json': output('', details([weak])).text,
    });
    for (const format of ['json', 'sarif', 'junit', 'gitlab', 'rdjson', 'github', 'markdown']) {
      const { out } = run(cwd, ['app.yml', '--account', 'account', '-f', format]);
      expect(out, format).toContain('task-role-lacks-ssmmessages');
      for (const secret of [ACCOUNT, 'TeamOrangeLogs', 'log-group:other'])
        expect(out, format).not.toContain(secret);
    }
  });
});

describe('--account-commands', () => {
  test('prints what would decide what is undecided, with names and regions', () => {
    const cwd = folder({ 'app.yml': template(arn('ecs', 'cluster/prod'), '!ImportValue app-Role') });
    const { code, out, err } = run(cwd, ['app.yml', '--account-commands']);
    const region = '--region eu-central-1 --output json';
    expect([code, out.split('\n')]).toEqual([
      0,
      [
        'mkdir -p account',
        `aws ecs describe-clusters --include CONFIGURATIONS --clusters ${arn('ecs', 'cluster/prod')} ${region} > account/describe-clusters.json`,
        `aws cloudformation list-exports ${region} > account/list-exports.json`,
        `aws ec2 describe-subnets --subnet-ids subnet-0a1b2c3d4e5f60718 ${region} > account/describe-subnets.json`,
        `aws ec2 describe-vpc-endpoints ${region} > account/describe-vpc-endpoints.json`,
        `aws ec2 describe-route-tables ${region} > account/describe-route-tables.json`,
        `aws ec2 describe-security-groups --group-ids sg-0a1b2c3d4e5f60718 ${region} > account/describe-security-groups.json`,
        '',
      ],
    ]);
    expect(err).toContain('check again with `--account account`');
  });

  test('prints what to ask next, then of what is not visible, and nothing once all is decided', () => {
    const cwd = folder(FILES);
    const args = ['app.yml', '--account-commands', '--account', 'account/clusters.json'];
    const next = run(cwd, args).out;
    expect(next).toContain(
      'aws iam get-account-authorization-details --filter Role LocalManagedPolicy --output json',
    );
    expect(next).toContain('aws logs describe-log-groups --log-group-name-prefix /ecs/exec --output json');
    const unseen = run(cwd, ['app.yml', '--account-commands', '--account', 'account']).out;
    const commands = unseen.match(/(?<=^aws )\w+ [\w-]+/gm);
    expect(commands?.every(each => each.startsWith('ec2 describe-'))).toBe(true);
    writeFileSync(
      join(cwd, 'app.yml'),
      template().replace(/ {6}NetworkConfiguration:[\s\S]*?DISABLED\n/, ''),
    );
    const done = run(cwd, ['app.yml', '--account-commands', '--account', 'account']);
    expect([done.code, done.out]).toEqual([0, '']);
    expect(done.err).toBe('ecs-exec-lint: No undecided check depends on account data.\n');
  });

  test('asks for aliases where a key has no other name, and then for the key', () => {
    const id = '8d4e0b1a-2f7c-4f0e-9d4b-5a6c7d8e9f00';
    const encrypted = { ...Object(LOGGED), kmsKeyId: arn('kms', 'alias/exec') };
    const listed = { AliasName: 'alias/exec', AliasArn: arn('kms', 'alias/exec'), TargetKeyId: id };
    const cwd = folder({
      ...FILES,
      'account/clusters.json': JSON.stringify({ clusters: [cluster('prod', encrypted)] }),
    });
    const asked = (): readonly string[] =>
      run(cwd, ['app.yml', '--account-commands', '--account', 'account']).out.match(/aws kms .*/g) ?? [];
    expect(asked()).toEqual([
      'aws kms list-aliases --region eu-central-1 --output json > account/list-aliases.json',
    ]);
    writeFileSync(join(cwd, 'account/list-aliases.json'), JSON.stringify({ Aliases: [listed] }));
    expect(asked()).toEqual([
      `aws kms describe-key --key-id ${id} --region eu-central-1 --output json > account/describe-key.json`,
      `aws kms get-key-policy --policy-name default --key-id ${id} --region eu-central-1 --output json > account/get-key-policy-${id}.json`,
    ]);
  });

  test('never prints what a shell or the AWS CLI would take for something else', () => {
    const names = [
      '$(touch owned)',
      '`touch owned`',
      '; touch owned',
      "'; touch owned; '",
      '--endpoint-url=http://x',
      'a\\nb',
    ];
    const cwd = folder(
      Object.fromEntries(names.map((name, i) => [`t${i}.yml`, template(JSON.stringify(name))])),
    );
    const { out } = run(cwd, ['--account-commands']);
    expect(out).not.toMatch(/owned|endpoint-url/);
    for (const line of out.split('\n').filter(each => each !== ''))
      expect(line).toMatch(/^(?:mkdir -p account|aws [\w=:,./ -]+ > account\/[\w-]+\.json)$/);
  });

  test('quotes words so that a shell gives them back', () => {
    for (const word of ['a b', "it's", '$HOME', '`id`', '"', '\\', '*', '', '~', '#', '!x', 'ü\n;'])
      expect(spawnSync('sh', ['-c', `printf %s ${quoted(word)}`], { encoding: 'utf8' }).stdout).toBe(word);
  });

  test('goes with no fix', () => {
    const { code, err } = run(folder({ 'app.yml': OFF }), ['--account-commands', '--fix']);
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'ecs-exec-lint: The flag --account-commands cannot be combined with flags that change files.',
    ]);
  });
});
