import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { template } from '../account/outputs.ts';
import { folder, REPOSITORY, run } from './harness.ts';

/** A template with a cluster on which no session is recorded: a service on it that is found has a definite answer. */
function shared(cluster: string, output = ''): string {
  return `Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties:
      ${cluster}
      Configuration:
        ExecuteCommandConfiguration:
          Logging: NONE
${output}`;
}

const NAMED = shared('ClusterName: !Sub "${AWS::StackName}-cluster"');
const OUTPUT = shared('Tags: []', 'Outputs:\n  Name:\n    Value: !Ref Cluster\n');
const EXPORT = shared(
  'Tags: []',
  'Outputs:\n  Name:\n    Value: !Ref Cluster\n    Export:\n      Name: !Sub "${AWS::StackName}-cluster"\n',
);

const BY_OUTPUT = template('{Fn::GetStackOutput: {StackName: platform, OutputName: Name}}');
const NAMES = ['--stack-name', 'one.yml=platform', '--stack-name=two.yml=other'];

/** Whether sessions are recorded: `no` where the cluster was found. */
function recorded(out: string): string {
  return JSON.parse(out).services[0].recorded.is;
}

describe('--stack-name', () => {
  test.each([
    ['an output of a stack', OUTPUT, BY_OUTPUT],
    ['an export', EXPORT, template('!ImportValue platform-cluster')],
    ['a resource', NAMED, template('platform-cluster')],
  ])('leads to %s', (_, one, other) => {
    const cwd = folder({ 'one.yml': one, 'two.yml': one, 'app.yml': other });
    const args = ['.', '-f', 'json'];
    expect(recorded(run(cwd, args).out)).toBe('unknown');
    const { out, err } = run(cwd, [...args, ...NAMES]);
    expect([recorded(out), err]).toEqual(['no', '']);
  });

  test('gives the only template its name without a file, from standard input too', () => {
    const own = `${NAMED}\n${template('platform-cluster').slice(template('').indexOf('  Service:'))}`;
    const cwd = folder({ 'stack.yml': own });
    const args = ['-f', 'json', '--stack-name', 'platform'];
    expect(recorded(run(cwd, ['stack.yml', '-f', 'json']).out)).toBe('unknown');
    expect(recorded(run(cwd, ['stack.yml', ...args]).out)).toBe('no');
    expect(recorded(run(cwd, ['-', ...args], { input: own }).out)).toBe('no');
  });

  test('names standard input by the name that it is given', () => {
    const cwd = folder({ 'two.yml': OUTPUT, 'app.yml': BY_OUTPUT });
    const args = ['-', 'two.yml', 'app.yml', '--stdin-filename', 'one.yml', ...NAMES, '-f', 'json'];
    const { out, err } = run(cwd, args, { input: OUTPUT });
    expect([recorded(out), err]).toEqual(['no', '']);
  });

  test('is a setting of the configuration, from its folder, which flags replace', () => {
    const cwd = folder({
      ...REPOSITORY,
      '.ecs-exec-lint.yml': 'stackNames:\n  stacks/one.yml: platform\n  stacks/two.yml: other\n',
      'stacks/one.yml': OUTPUT,
      'stacks/two.yml': OUTPUT,
      'stacks/app.yml': BY_OUTPUT,
    });
    const within = join(cwd, 'stacks');
    expect(recorded(run(within, ['.', '-f', 'json']).out)).toBe('no');
    const both = ['--stack-name', 'two.yml=platform'];
    expect(recorded(run(within, ['.', '-f', 'json', ...both]).out)).toBe('unknown');
    const printed = JSON.parse(run(cwd, ['--print-config', '--stack-name', 'x.yml=more']).out);
    expect(printed.stackNames).toEqual({
      'stacks/one.yml': 'platform',
      'stacks/two.yml': 'other',
      'x.yml': 'more',
    });
  });

  test.each([
    [['--stack-name', '9lives'], 'The flag --stack-name takes NAME or FILE=NAME, not `9lives`.'],
    [['--stack-name', '=a'], 'The flag --stack-name takes NAME or FILE=NAME, not `=a`.'],
    [['--stack-name', 'one.yml='], 'The flag --stack-name takes NAME or FILE=NAME, not `one.yml=`.'],
    [['--stack-name', 'a'], '--stack-name a applies to a single template, but 2 were given.'],
    [
      ['--stack-name', 'three.yml=a'],
      'The flag --stack-name names `three.yml`, which is not one of the checked files.',
    ],
    [['--lsp', '--stack-name', 'a'], 'With --lsp, --stack-name takes FILE=NAME.'],
  ])('refuses %j', (flags, message) => {
    const cwd = folder({ 'one.yml': OUTPUT, 'app.yml': BY_OUTPUT });
    const files = flags.includes('--lsp') ? [] : ['one.yml', 'app.yml'];
    const { code, out, err } = run(cwd, [...files, ...flags]);
    expect([code, out, err.split('\n')[0]]).toEqual([2, '', `ecs-exec-lint: ${message}`]);
  });

  test('refuses what is no stack name in a configuration', () => {
    const cwd = folder({
      ...REPOSITORY,
      '.ecs-exec-lint.yml': 'stackNames:\n  one.yml: a b\n',
      'one.yml': OUTPUT,
    });
    const { code, err } = run(cwd, ['one.yml']);
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'ecs-exec-lint: .ecs-exec-lint.yml:2:12: The template `one.yml` cannot be `a b`: it is a name of letters, digits and hyphens that begins with a letter.',
    ]);
  });
});
