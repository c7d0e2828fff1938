import { describe, expect, test } from 'vitest';
import { FAULTY, folder, READY, run, whole } from './harness.ts';

const ACCOUNT = '111122223333';
const SESSION = 'ecs-execute-command-0a1b2c3d4e5f67890';
const TOKEN = 'AAEAAdyPNn7dC0ZbXqYtVtU9';
const PASTED = `Starting session with SessionId: ${SESSION}
"tokenValue": "${TOKEN}"
An error occurred (TargetNotConnectedException) when calling the ExecuteCommand operation for
arn:aws:ecs:eu-west-1:${ACCOUNT}:task/shop/0123456789abcdef0123456789abcdef: The execute command
failed due to an internal error. Try again later.
`;

describe('--why', () => {
  test('says what a message means, what fails, what passes, and what no template shows', () => {
    const { code, out, err } = run(folder({ 'stack.yml': FAULTY }), ['--why', 'TargetNotConnectedException']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const parts = [
      'TargetNotConnectedException\n  ECS Exec is on for the task',
      'Possible causes in these templates, the most likely first:',
      'service Service (stack.yml:22) is not ready:\n  fail       ssmmessages-on-execution-role, line 90:',
      '  pass       ',
      'Not visible in a template:\n  - The ECS Exec agent may still be starting',
      "    aws ecs describe-tasks --cluster CLUSTER --tasks TASK \\\n      --query 'tasks[].containers[]",
      '`ecs-exec-lint --explain ssmmessages-on-execution-role`',
    ];
    const places = parts.map(each => out.indexOf(each));
    expect(places.every(each => each >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(out).not.toContain('On EC2');
  });

  test('reads standard input, and repeats nothing of what was pasted', () => {
    const cwd = folder({ 'stack.yml': FAULTY });
    for (const format of ['pretty', 'json']) {
      const { code, out } = run(cwd, ['--why', '-', '-f', format], { input: PASTED });
      expect(code).toBe(1);
      expect(out).toContain('TargetNotConnectedException');
      expect([ACCOUNT, SESSION, TOKEN, '0123456789abcdef'].filter(each => out.includes(each))).toEqual([]);
    }
  });

  test('says that it does not recognize a message, and what fails', () => {
    const { code, out } = run(folder({ 'stack.yml': FAULTY }), ['--why', `hello ${TOKEN}`]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^This message is not recognized\. What fails [^:]*:\n\nservice Service .*\n {2}fail +exec-not-enabled/,
    );
    expect(out).not.toContain(TOKEN);
    expect(out).not.toContain('  pass');
    expect(run(folder({ 'stack.yml': whole('no-ecs.yml') }), ['--why', 'hello', 'stack.yml']).out).toMatch(
      /^This message is not recognized, and no service was checked:\s/,
    );
  });

  test('finds nothing in a template that is in order, and exits as the check does', () => {
    const { code, out } = run(folder({ 'stack.yml': READY }), [
      '--why',
      'valid taskRoleArn is not being used',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('No check that relates to this message fails in these templates.');
    expect(out).toContain('  pass       task-role-missing');
  });

  test('tells a cause that is not there from one that no template shows', () => {
    const cwd = folder({ 'cluster.yml': 'Resources: {Cluster: {Type: AWS::ECS::Cluster}}\n' });
    const why = (text: string): string => run(cwd, ['--why', text, 'cluster.yml']).out;
    expect(why('valid taskRoleArn')).toContain(
      'No service was checked for its causes: pass the template of the service.',
    );
    expect(why('Cannot perform start session: EOF')).toContain('No template shows the cause.');
  });

  test('shows causes that are ignored, off, or advice', () => {
    const ignoring = FAULTY.replace(
      /^/,
      '# ecs-exec-lint: ignore-file[ssmmessages-on-execution-role] somebody else does that\n',
    );
    const cwd = folder({
      'stack.yml': ignoring,
      '.ecs-exec-lint.yml': 'exec: optional\nrules:\n  task-role-lacks-ssmmessages: off\n',
    });
    const { code, out } = run(cwd, ['--why', 'TargetNotConnectedException']);
    expect(out).toMatch(/fail +ssmmessages-on-execution-role[\s\S]*fail +task-role-lacks-ssmmessages/);
    expect(code).toBe(run(cwd, []).code);
    expect(run(cwd, ['--why', 'execute command was not enabled']).out).toContain('exec-not-enabled, line 23');
  });

  test('is JSON for programs', () => {
    const { code, out } = run(folder({ 'stack.yml': FAULTY }), [
      '--why',
      'TargetNotConnectedException',
      '--format',
      'json',
    ]);
    expect(code).toBe(1);
    const { version, messages, services, besides, outside } = JSON.parse(out);
    expect([version, messages.length, besides]).toEqual([1, 1, []]);
    expect(messages[0]).toMatchObject({ id: 'target-not-connected', name: 'TargetNotConnectedException' });
    expect(services[0]).toMatchObject({ resource: 'Service', kind: 'service', file: 'stack.yml' });
    expect(services[0].causes[0]).toMatchObject({
      ruleId: 'ssmmessages-on-execution-role',
      status: 'fails',
      severity: 'error',
      line: 90,
    });
    expect(outside[0].command).toMatch(/^aws ecs describe-tasks /);
  });

  test('speaks Japanese', () => {
    const { out } = run(folder({ 'stack.yml': FAULTY }), [
      '--lang',
      'ja',
      '--why',
      '内部エラーのため、コマンドの実行に失敗しました。',
    ]);
    expect(out).toContain('これらのテンプレートで考えられる原因 (可能性の高い順):');
    expect(out).toContain('エージェントが Session');
  });

  test('explains a message without a template, though the check could not run', () => {
    const { code, out, err } = run(folder(), ['--why', 'SessionManagerPlugin is not found']);
    expect(code).toBe(2);
    expect(out).toMatch(
      /^SessionManagerPlugin is not found\n {2}The Session Manager plugin is not installed/,
    );
    expect(err).not.toBe('');
  });
});

describe('a mistake with --why', () => {
  test.each([
    [['--fix'], 'The flag --fix cannot be combined with --why.'],
    [['--diff'], 'The flag --diff cannot be combined with --why.'],
    [['--list-files'], 'The flag --list-files cannot be combined with --why.'],
    [['--account-commands'], 'The flag --account-commands cannot be combined with --why.'],
    [['-f', 'sarif'], 'With --why, --format is either pretty or json, and goes to standard output.'],
    [['-f', 'json=x.json'], 'With --why, --format is either pretty or json, and goes to standard output.'],
    [['--lsp'], 'The flag --why cannot be combined with --lsp.'],
  ])('is told: %j', (flags, said) => {
    const { code, out, err } = run(folder({ 'stack.yml': READY }), ['--why', 'hello', ...flags]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });

  test('is told: both from standard input', () => {
    const { code, err } = run(folder(), ['--why', '-', '-'], { input: READY });
    expect(code).toBe(2);
    expect(err).toContain('Standard input is either the message of --why or a template.');
  });

  test('is told: no text', () => {
    expect(run(folder(), ['--why']).err).toContain('The flag --why needs a value.');
    expect(run(folder(), ['--why', '']).err).toContain('The flag --why needs a value.');
  });
});
