import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, OFF, READY, REPOSITORY, run } from './harness.ts';

const FROM_STDIN: readonly string[] = ['--files-from', '-', '-f', 'concise'];

const text = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

/** The files that findings are in. */
const filesIn = (out: string): readonly string[] =>
  out.split('\n').flatMap(each => /^(.+?):\d+:/.exec(each)?.[1] ?? []);

/** A service, and apart from it the role of its tasks, which lacks a permission. */
const SERVICE = `Resources:
  Definition:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !ImportValue app-role
      ContainerDefinitions: [{Name: app, Image: app}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: shared
      TaskDefinition: !Ref Definition
      EnableExecuteCommand: true
`;
const ROLE = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}]
Outputs:
  Role: {Value: !GetAtt Role.Arn, Export: {Name: app-role}}
`;

describe('--files-from', () => {
  test.each([
    ['by line', 'b.yml\n'],
    ['by line of Windows', 'b.yml\r\n'],
    ['by NUL', 'b.yml\0gone.yml\0README.md\0'],
    ['with what is gone or no template', 'gone.yml\nREADME.md\nsettings.json\nb.yml\n'],
  ])('reports only what is in files that are listed %s', (_, input) => {
    const cwd = folder({ 'a.yml': OFF, 'b.yml': OFF, 'README.md': 'x', 'settings.json': '{"a": 1}' });
    const { code, out, err } = run(cwd, FROM_STDIN, { input });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(filesIn(out)).toEqual(['b.yml']);
  });

  test('reads the list from a file', () => {
    const cwd = folder({ 'a.yml': OFF, 'b.yml': OFF, list: 'a.yml\n' });
    expect(filesIn(run(cwd, ['--files-from', 'list', '-f', 'concise']).out)).toEqual(['a.yml']);
  });

  test('takes names as git quotes them', () => {
    const cwd = folder({ 'a.yml': OFF, '日本.yml': OFF, 'a"b.yml': OFF });
    const input = '"\\346\\227\\245\\346\\234\\254.yml"\n"a\\"b.yml"\n';
    expect(filesIn(run(cwd, FROM_STDIN, { input }).out)).toEqual(['a"b.yml', '日本.yml']);
  });

  test('judges with everything that the listed files join', () => {
    const cwd = folder({ 'role.yml': ROLE, 'service.yml': SERVICE });
    const role = run(cwd, ['--files-from', '-', '-f', 'json'], { input: 'role.yml' });
    expect(role.code).toBe(1);
    expect(JSON.parse(role.out)).toMatchObject({
      summary: { files: 1 },
      findings: [{ file: 'role.yml', ruleId: 'task-role-lacks-ssmmessages' }],
      services: [{ file: 'service.yml', verdict: 'not-ready' }],
    });
    expect(run(cwd, FROM_STDIN, { input: 'service.yml' })).toMatchObject({ code: 0, out: '' });
  });

  test('takes names from the root of the repository, as git prints them', () => {
    const cwd = folder({ ...REPOSITORY, 'sub/a.yml': OFF, 'sub/b.yml': OFF });
    expect(filesIn(run(join(cwd, 'sub'), FROM_STDIN, { input: 'sub/a.yml\n' }).out)).toEqual(['a.yml']);
  });

  test('finds a listed template by another name, and none behind a link that leads out', () => {
    const cwd = folder({ 'in/a.yml': READY, 'in/stack.cfn': OFF, 'out.yml': OFF });
    symlinkSync('../out.yml', join(cwd, 'in/link.yml'));
    const { out } = run(join(cwd, 'in'), FROM_STDIN, { input: 'stack.cfn\nlink.yml\n' });
    expect(filesIn(out)).toEqual(['stack.cfn']);
  });

  test('leaves out what is excluded', () => {
    const cwd = folder({ ...REPOSITORY, '.gitignore': 'out/\n', 'out/a.yml': OFF, 'b.yml': READY });
    const { code, err } = run(cwd, FROM_STDIN, { input: 'out/a.yml\n' });
    expect(code).toBe(0);
    expect(err).toContain('left out: ignored by git (.gitignore): out/\n');
  });

  test.each(['', 'gone.yml\n', 'README.md\n'])('passes where no template is left: %j', input => {
    const cwd = folder({ 'a.yml': OFF, 'README.md': 'x' });
    expect(run(cwd, FROM_STDIN, { input })).toEqual({
      code: 0,
      out: '',
      err: 'ecs-exec-lint: No template was checked.\n',
    });
  });

  test('is not about a broken file that is not listed, and is about one that is', () => {
    const cwd = folder({ 'a.yml': READY, 'b.yml': `${OFF}      - x\n` });
    expect(run(cwd, FROM_STDIN, { input: 'a.yml' }).code).toBe(0);
    expect(run(cwd, FROM_STDIN, { input: 'b.yml' }).code).toBe(2);
  });

  test('fixes what is listed alone', () => {
    const cwd = folder({ 'a.yml': OFF, 'b.yml': OFF });
    expect(run(cwd, ['--fix', '--files-from', '-'], { input: 'b.yml' }).code).toBe(0);
    expect(text(cwd, 'a.yml')).toBe(OFF);
    expect(text(cwd, 'b.yml')).toContain('EnableExecuteCommand: true');
  });

  test('goes with a baseline', () => {
    const cwd = folder({ 'a.yml': OFF, 'b.yml': OFF });
    mkdirSync(join(cwd, 'lint'));
    expect(run(cwd, ['--write-baseline', '--baseline', 'lint/known.json', 'a.yml']).code).toBe(0);
    const args = ['--baseline', 'lint/known.json', ...FROM_STDIN];
    expect(run(cwd, args, { input: 'a.yml' }).code).toBe(0);
    expect(run(cwd, args, { input: 'b.yml' }).code).toBe(1);
    writeFileSync(join(cwd, 'a.yml'), OFF.replace('Service:', 'Other:'));
    expect(run(cwd, args, { input: 'a.yml' }).code).toBe(1);
  });
});

describe('a mistake', () => {
  test.each([
    [['--files-from', 'no-list'], 'ecs-exec-lint: no-list: file not found.\n'],
    [['--files-from', '-', '-'], 'Standard input is either the list of --files-from or a template.'],
    [
      ['--files-from', '-', '--write-baseline'],
      'The flag --write-baseline cannot be combined with --files-from.',
    ],
  ])('is %j', (args, message) => {
    const { code, out, err } = run(folder({ 'a.yml': OFF }), args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
