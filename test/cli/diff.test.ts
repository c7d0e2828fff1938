import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { preview } from '../../src/cli/output/write-fixes.ts';
import { DEFAULT_OPTIONS, fix, parse } from '../../src/index.ts';
import { CLI, folder, run } from './harness.ts';

/** The one that AWS uses in its documentation. */
const KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

/** @param between Lines between the key and what a fix adds. */
function template(between: number, comment = 'note'): string {
  const lines = Array.from({ length: between }, (_, i) => `          # ${comment} ${i}\n`).join('');
  return `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties: {Cluster: a, TaskDefinition: !Ref Task, EnableExecuteCommand: true}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !ImportValue role
      ContainerDefinitions:
        - Image: nginx
          Environment:
            - Name: AWS_SECRET_ACCESS_KEY
              Value: ${KEY}
${lines}          Name: app
      Family: app
`;
}

const ARGS = ['--diff', '--unsafe-fixes', '--pedantic', '--only', 'init-process-disabled'];

describe('an AWS key', () => {
  test.each([0, 1, 2, 3])(
    '%i lines before a change is not in the patch, which is taken all the same',
    between => {
      const cwd = folder({ 'a.yml': template(between) });
      const { out, err } = run(cwd, ARGS);
      expect(out).toContain('+          LinuxParameters:');
      expect(out + err).not.toContain(KEY);
      const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd, input: out, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      const other = folder({ 'a.yml': template(between) });
      run(other, ['--fix', ...ARGS.slice(1)]);
      expect(readFileSync(join(cwd, 'a.yml'), 'utf8')).toBe(readFileSync(join(other, 'a.yml'), 'utf8'));
    },
  );

  const ONE_LINE = template(0).replace(
    /- Image: nginx[\s\S]*Name: app\n/,
    `- {Name: app, Environment: [{Name: AWS_SECRET_ACCESS_KEY, Value: ${KEY}}]}\n`,
  );

  test('on the line that changes is in the patch, and that is said', () => {
    const { out, err } = run(folder({ 'a.yml': ONE_LINE }), ARGS);
    expect(out).toContain(KEY);
    expect(err).toContain('a.yml: the patch contains an AWS key: it is on a changed line or next to one.');
    expect(err).not.toContain(KEY);
  });

  const { isTTY } = process.stdout;
  afterEach(() => {
    process.stdout.isTTY = isTTY;
  });

  test('is masked on a terminal', async () => {
    const options = { ...DEFAULT_OPTIONS, unsafe: true, pedantic: true, only: ['init-process-disabled'] };
    const outcome = await fix([parse('a.yml', ONE_LINE)], options);
    process.stdout.isTTY = true;
    const { text, notes } = await preview(outcome, 'never');
    expect(text).toContain(
      `+        - {Name: app, Environment: [{Name: AWS_SECRET_ACCESS_KEY, Value: ${'*'.repeat(KEY.length)}`,
    );
    expect(notes).toEqual([]);
  });
});

describe.each([
  ['TeamCity', { TEAMCITY_VERSION: '2026.1' }, "##teamcity[setParameter name='x' value='y']"],
  ['Azure Pipelines', { TF_BUILD: 'True' }, '##vso[task.setvariable variable=x]y'],
])('on %s', (_, env, command) => {
  const evil = template(2, command);

  test('no command of a template is printed, and that the patch cannot be applied is a failure', () => {
    const { code, out, err } = run(folder({ 'a.yml': evil }), ARGS, { env });
    expect(out).toContain(`\\u0023${command.slice(1)}`);
    expect(out + err).not.toContain(command);
    expect(code).toBe(2);
    expect(err).toContain('Write the patch to a file instead.');
  });

  test('a patch in a file is as it has to be', () => {
    const cwd = folder({ 'a.yml': evil });
    const file = openSync(join(cwd, 'x.patch'), 'w');
    const stdio = ['ignore', file, 'ignore'] as const;
    const { status } = spawnSync(process.execPath, [CLI, ...ARGS], { cwd, env, stdio: [...stdio] });
    closeSync(file);
    expect(status).toBe(1);
    expect(readFileSync(join(cwd, 'x.patch'), 'utf8')).toContain(command);
    expect(spawnSync('git', ['apply', 'x.patch'], { cwd }).status).toBe(0);
  });

  test('a patch without commands is printed as it is', () => {
    const { code, out } = run(folder({ 'a.yml': template(2) }), ARGS, { env });
    expect([code, out]).toEqual([1, run(folder({ 'a.yml': template(2) }), ARGS).out]);
  });
});
