import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI, FAULTY, folder, OFF, READY, run } from './harness.ts';
import { PERMISSIONS_HOLD, restrict, runUnprivileged } from './unprivileged.ts';

const ON: string = OFF.replace(
  'TaskDefinition: app\n',
  'TaskDefinition: app\n      EnableExecuteCommand: true\n',
);

/** js-yaml counts an item that comes behind an empty one to the same list, however deep that one stands. */
const ODD = `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {Cluster: shared, TaskDefinition: !Ref Task, EnableExecuteCommand: true}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{Name: app, Image: nginx}]
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: assets
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource:
                  - arn:aws:s3:::assets/*
                  - # to do
`;

const text = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

describe('--fix', () => {
  test('fixes in place, says what it did, and exits by what remains', () => {
    const cwd = folder({ 'a.yml': FAULTY });
    const { code, out, err } = run(cwd, ['--fix', 'a.yml']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Fixed \d+ in a\.yml:\n/);
    expect(out).toContain('Nothing found in a.yml');
    const fixed = text(cwd, 'a.yml');
    expect(fixed).toContain('EnableExecuteCommand: true');
    expect(run(cwd, ['--fix', '-f', 'json', 'a.yml']).code).toBe(0);
    expect(text(cwd, 'a.yml')).toBe(fixed);
  });

  test('leaves to a tool what it writes, and says what to do there, unless told not to', () => {
    const generated = JSON.stringify({
      Resources: {
        S: {
          Type: 'AWS::ECS::Service',
          Properties: { Cluster: 'a', TaskDefinition: 'b' },
          Metadata: { 'aws:cdk:path': 'App/S/Service' },
        },
        CDKMetadata: { Type: 'AWS::CDK::Metadata' },
      },
    });
    const cwd = folder({ 'a.json': generated });
    const { code, out } = run(cwd, ['--fix', 'a.json']);
    expect(code).toBe(1);
    expect(out).toContain('= fix: In the CDK app, set `enableExecuteCommand: true` on `App/S`.');
    expect(out).not.toContain('Not fixed');
    expect(run(cwd, ['--fix', '-f', 'checklist', 'a.json']).out).toMatch(
      /Not fixed in a\.json:\n {2}- Set `EnableExecuteCommand` to true \[exec-not-enabled\]: The AWS CDK generates/,
    );
    const ignoring = ['--add-ignore', 'exec-not-enabled', '--reason', 'x', 'a.json'];
    expect(run(cwd, ignoring).out).toContain('Not ignored in a.json:');
    expect(text(cwd, 'a.json')).toBe(generated);
    expect(run(cwd, ['--fix', '--fix-generated', 'a.json']).out).toContain('Fixed 1 in a.json:');
    expect(text(cwd, 'a.json')).toContain('"EnableExecuteCommand":true');
  });

  test('lists what it did in JSON', () => {
    const { out } = run(folder({ 'a.yml': OFF }), ['--fix', '-f', 'json', 'a.yml']);
    const { fixes, summary } = JSON.parse(out);
    expect(fixes.applied).toEqual([
      { ruleId: 'exec-not-enabled', file: 'a.yml', title: 'Set `EnableExecuteCommand` to true' },
    ]);
    expect(summary.errors).toBe(0);
  });

  test('applies unsafe fixes only when told to', () => {
    const off = ON.replace('true', 'false');
    const cwd = folder({ 'a.yml': off });
    const { code, out } = run(cwd, ['--fix', 'a.yml']);
    expect(code).toBe(1);
    expect(out).toContain('It can be fixed with --fix --unsafe-fixes.');
    expect(text(cwd, 'a.yml')).toBe(off);
    expect(run(cwd, ['--fix', '--unsafe-fixes', 'a.yml']).code).toBe(0);
    expect(text(cwd, 'a.yml')).toBe(ON);
  });

  test('fixes only by the rules that count', () => {
    const cwd = folder({ 'a.yml': FAULTY });
    run(cwd, ['--fix', '--only', 'exec-not-enabled', 'a.yml']);
    expect(text(cwd, 'a.yml').split('\n').length).toBe(FAULTY.split('\n').length + 1);
  });

  test('leaves a file alone that needs nothing', () => {
    const cwd = folder({ 'a.yml': READY });
    const { mtimeMs, ino } = statSync(join(cwd, 'a.yml'));
    expect(run(cwd, ['--fix', 'a.yml']).code).toBe(0);
    expect(statSync(join(cwd, 'a.yml'))).toMatchObject({ mtimeMs, ino });
  });

  test('keeps the mode, and a symbolic link', () => {
    const cwd = folder({ 'real/a.yml': OFF });
    chmodSync(join(cwd, 'real/a.yml'), 0o640);
    symlinkSync('real/a.yml', join(cwd, 'link.yml'));
    expect(run(cwd, ['--fix', 'link.yml']).code).toBe(0);
    expect(lstatSync(join(cwd, 'link.yml')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(cwd, 'link.yml'))).toBe('real/a.yml');
    expect(text(cwd, 'real/a.yml')).toBe(ON);
    expect(statSync(join(cwd, 'real/a.yml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(cwd, 'real'))).toEqual(['a.yml']);
  });

  test('keeps line ends, a byte order mark and a missing last newline', () => {
    const windows = `\uFEFF${OFF.trimEnd().replaceAll('\n', '\r\n')}`;
    const cwd = folder({ 'a.yml': windows });
    expect(run(cwd, ['--fix', 'a.yml']).code).toBe(0);
    expect(text(cwd, 'a.yml')).toBe(`\uFEFF${ON.trimEnd().replaceAll('\n', '\r\n')}`);
  });

  test('does not touch a file that is read-only, and says so', () => {
    const cwd = folder({ 'a.yml': OFF, 'b.yml': OFF });
    chmodSync(join(cwd, 'a.yml'), 0o444);
    const { code, out, err } = run(cwd, ['--fix', '-f', 'json', 'a.yml', 'b.yml']);
    expect(code).toBe(2);
    expect(err).toBe('ecs-exec-lint: a.yml: nothing was written: it is read-only.\n');
    expect([text(cwd, 'a.yml'), text(cwd, 'b.yml')]).toEqual([OFF, ON]);
    const report = JSON.parse(out);
    expect(report.findings.map((each: { file: string }) => each.file)).toEqual(['a.yml']);
    expect(report.fixes).toMatchObject({
      applied: [{ file: 'b.yml' }],
      refused: [{ file: 'a.yml', why: 'Nothing was written: it is read-only.' }],
    });
  });

  test.runIf(PERMISSIONS_HOLD)('does not touch a file in a folder that may not be written to', () => {
    const cwd = folder({ 'in/a.yml': OFF });
    chmodSync(join(cwd, 'in/a.yml'), 0o666);
    restrict(join(cwd, 'in'), 0o555);
    const { code, err } = runUnprivileged(join(cwd, 'in'), ['--fix', 'a.yml']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'ecs-exec-lint: a.yml: nothing was written: permission denied.\n',
    });
    expect(text(cwd, 'in/a.yml')).toBe(OFF);
  });

  test('writes through a symbolic link to a folder, and says where there is no file behind one', () => {
    const cwd = folder({ 'real/a.yml': OFF });
    symlinkSync('real', join(cwd, 'link'));
    symlinkSync('nowhere.yml', join(cwd, 'broken.yml'));
    const { code, err } = run(cwd, ['--fix', 'link/a.yml', 'broken.yml']);
    expect({ code, err }).toEqual({ code: 2, err: 'ecs-exec-lint: broken.yml: file not found.\n' });
    expect(text(cwd, 'real/a.yml')).toBe(ON);
    expect(lstatSync(join(cwd, 'broken.yml')).isSymbolicLink()).toBe(true);
  });

  test('leaves only that file alone which another parser would read as something else', () => {
    const cwd = folder({ 'a.yml': OFF, 'odd.yml': ODD, 'z.yml': OFF });
    const why =
      'Read as YAML (js-yaml), the fixed template would not be as intended at Resources.Role.Properties.Policies.';
    const said = `ecs-exec-lint: odd.yml: nothing was written. ${why} Please report this, with the template.\n`;
    const shown = run(cwd, ['--diff']);
    expect({ code: shown.code, files: shown.out.match(/^--- .*/gm) }).toEqual({
      code: 2,
      files: ['--- a/a.yml', '--- a/z.yml'],
    });
    expect(shown.err).toContain(said);
    const { code, out, err } = run(cwd, ['--fix', '-f', 'json']);
    expect({ code, err }).toEqual({ code: 2, err: said });
    expect(['a.yml', 'odd.yml', 'z.yml'].map(name => text(cwd, name))).toEqual([ON, ODD, ON]);
    const title = 'Grant the session actions to `Role`';
    expect(JSON.parse(out).fixes).toMatchObject({
      applied: [{ file: 'a.yml' }, { file: 'z.yml' }],
      refused: [{ ruleId: 'task-role-lacks-ssmmessages', file: 'odd.yml', title, why }],
    });
    const again = run(cwd, ['--fix', 'odd.yml']).out;
    expect(again).not.toContain('(--fix)');
    expect(again).toMatch(/2 errors in 1 template\.\n$/);
    expect(run(cwd, ['--fix', '-'], { input: ODD })).toMatchObject({ code: 2, out: ODD });
  });

  test('leaves a file whole when the new text does not fit', () => {
    const long = `${OFF}${'# a comment that takes room\n'.repeat(2000)}`;
    const cwd = folder({ 'a.yml': long });
    const command = `ulimit -f 16 && exec "$0" "$1" --fix -f concise a.yml`;
    const { status, stderr } = spawnSync('sh', ['-c', command, process.execPath, CLI], {
      cwd,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'ecs-exec-lint: a.yml: nothing was written: it would be too large.\n',
    });
    expect(text(cwd, 'a.yml')).toBe(long);
    expect(readdirSync(cwd)).toEqual(['a.yml']);
  });

  test('never touches a file that does not parse or has a key twice', () => {
    const broken = `${OFF}      - x\n`;
    const twice = `${OFF}      Cluster: other\n`;
    const cwd = folder({ 'a.yml': broken, 'b.yml': twice });
    expect(run(cwd, ['--fix', '--unsafe-fixes', 'a.yml', 'b.yml']).code).toBe(2);
    expect([text(cwd, 'a.yml'), text(cwd, 'b.yml')]).toEqual([broken, twice]);
  });

  test('of standard input goes to standard output, and the report beside it', () => {
    const { code, out, err } = run(folder(), ['--fix', '-'], { input: OFF });
    expect({ code, out }).toEqual({ code: 0, out: ON });
    expect(err).toContain('Fixed 1 in <stdin>:');
  });

  test.each([
    ['what needs nothing', READY, 0],
    ['what is broken', `${OFF}      - x\n`, 2],
    ['what is no template', 'kind: Pod\n', 2],
    ['CRLF', READY.replaceAll('\n', '\r\n'), 0],
  ])('of standard input passes on %s', (_, input, code) => {
    expect(run(folder(), ['--fix', '-'], { input })).toMatchObject({ code, out: input });
  });

  test('takes standard input alone', () => {
    const { code, out } = run(folder({ 'a.yml': OFF }), ['--fix', '-', 'a.yml'], { input: OFF });
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('--diff', () => {
  const files: Readonly<Record<string, string>> = {
    'plain.yml': OFF,
    'windows.yml': OFF.replaceAll('\n', '\r\n'),
    'no-end.yml': OFF.trimEnd(),
    'my stack.yml': OFF,
    'テンプレート/雛 形.yml': FAULTY,
    'quo"te.yml': OFF,
    'back\\slash.yml': OFF,
    'tab\tname.yml': OFF,
    'new\nline.yml': OFF,
    'end .yml': OFF,
    '-f.yml': OFF,
    'windows-no-end.yml': OFF.trimEnd().replaceAll('\n', '\r\n'),
    'marked-windows.yml': `\uFEFF${OFF.replaceAll('\n', '\r\n')}`,
    'stack.json': '{"Resources":{"S":{"Type":"AWS::ECS::Service","Properties":{"Cluster":"a"}}}}',
    'marked.yml': `\uFEFF${OFF}`,
    'ready.yml': READY,
  };

  test('writes nothing, prints a patch alone, and reports beside it', () => {
    const cwd = folder({ 'a.yml': OFF });
    const { code, out, err } = run(cwd, ['--diff', 'a.yml']);
    expect(code).toBe(1);
    expect(out).toBe(
      [
        '--- a/a.yml',
        '+++ b/a.yml',
        '@@ -4,3 +4,4 @@',
        '     Properties:',
        '       Cluster: shared',
        '       TaskDefinition: app',
        '+      EnableExecuteCommand: true',
        '',
      ].join('\n'),
    );
    expect(err).toContain('error[exec-not-enabled]');
    expect(text(cwd, 'a.yml')).toBe(OFF);
  });

  test.each([
    ['git', ['apply', 'x.patch']],
    ['patch', ['-p1', '--binary', '-i', 'x.patch']],
  ])('is taken by %s, for every kind of file', (command, args) => {
    const cwd = folder(files);
    const { code, out } = run(cwd, ['--diff']);
    expect(code).toBe(1);
    writeFileSync(join(cwd, 'x.patch'), out);
    const applied = spawnSync(command, args, { cwd, encoding: 'utf8' });
    expect(applied.status, applied.stderr + applied.stdout).toBe(0);
    const patched = Object.keys(files).map(name => text(cwd, name));
    const other = folder(files);
    run(other, ['--fix']);
    expect(patched).toEqual(Object.keys(files).map(name => text(other, name)));
  });

  test('is taken by git in a folder of a repository', () => {
    const cwd = folder({ 'infra/a.yml': OFF });
    spawnSync('git', ['init', '-q'], { cwd });
    const { out } = run(join(cwd, 'infra'), ['--diff', 'a.yml']);
    const { status } = spawnSync('git', ['apply'], { cwd: join(cwd, 'infra'), input: out });
    expect([status, text(cwd, 'infra/a.yml')]).toEqual([0, ON]);
  });

  test('of what needs nothing is empty', () => {
    expect(run(folder({ 'a.yml': READY }), ['--diff', 'a.yml'])).toMatchObject({ code: 0, out: '' });
  });

  test('exits by whether something would change, --exit-zero aside', () => {
    const cwd = folder({ 'a.yml': OFF });
    expect(run(cwd, ['--diff', '--exit-zero', 'a.yml']).code).toBe(0);
  });

  test('of standard input', () => {
    const { out } = run(folder(), ['--diff', '--stdin-filename', 'x.yml', '-'], { input: OFF });
    expect(out).toMatch(/^--- a\/x\.yml\n\+\+\+ b\/x\.yml\n@@/);
  });
});

describe('slips in the text', () => {
  const COMMA = READY.replace('Cluster: !Ref Cluster\n', 'Cluster: "main",\n');

  test('keep a template from being judged until they are put right', () => {
    const cwd = folder({ 'a.yml': COMMA, 'b.yml': READY });
    const checked = run(cwd, ['a.yml', 'b.yml']);
    expect(checked.code).toBe(2);
    expect(checked.out).toContain('[trailing-comma]');
    expect(checked.out).not.toContain('[parse-error]');
    const { code } = run(cwd, ['--fix', 'a.yml', 'b.yml']);
    expect(code).toBe(0);
    expect(text(cwd, 'a.yml')).toBe(COMMA.replace('"main",', '"main"'));
  });

  test('keep other fixes waiting only in their own run', () => {
    const cwd = folder({ 'a.yml': FAULTY.replace('LaunchType: FARGATE\n', 'LaunchType: "FARGATE",\n') });
    const { code, out } = run(cwd, ['--fix', 'a.yml']);
    expect(out).toContain('Remove the comma [trailing-comma]');
    expect(code).toBe(0);
    expect(text(cwd, 'a.yml')).toContain('EnableExecuteCommand: true');
  });

  test('that are left alone keep the rest as it is', () => {
    const cwd = folder({ 'a.yml': COMMA });
    expect(run(cwd, ['--fix', '--skip', 'trailing-comma', 'a.yml']).code).toBe(2);
    expect(text(cwd, 'a.yml')).toBe(COMMA);
  });

  test('that can be read are findings like others', () => {
    const joined = READY.replace('EnableExecuteCommand: true\n', 'EnableExecuteCommand: true　# on\n');
    const cwd = folder({ 'a.yml': joined });
    expect(run(cwd, ['a.yml']).code).toBe(1);
    expect(run(cwd, ['--fix', 'a.yml']).code).toBe(0);
    expect(text(cwd, 'a.yml')).toBe(joined.replace('　', ' '));
  });
});
