import { expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, rules } from '../../src/index.ts';
import { checklist } from '../../src/report/checklist.ts';
import { FAULTY, OFF, READY } from '../cli/harness.ts';
import { fixed, report, reportOn, VIEW } from './support.ts';

const lines = (text: string): readonly string[] => text.split('\n');

test('has every check of every service, with its line', () => {
  const text = checklist(report(FAULTY), VIEW);
  expect(lines(text)[0]).toBe('service Service (a.yml:22) is not ready:');
  expect(text).toMatch(/^ {2}fail {7}exec-not-enabled, line 22: Service `Service` does not set/m);
  expect(text).toMatch(/^ {2}pass {7}task-role-missing$/m);
  const asked = rules.filter(each => each.policy === undefined && each.severity !== 'info');
  const judging = asked.filter(each => each.checkService ?? each.checkLauncher);
  for (const { id } of judging)
    expect(text).toMatch(new RegExp(`^  [\\w/]+ +${id}(?:,|$)|Not checked:[^.]* ${id}[,.]`, 'm'));
  expect(text).toMatch(/\n\n\d+ errors, .+ in 1 template\./);
});

test('says what would decide what is undecided', () => {
  expect(checklist(report(OFF), VIEW)).toMatch(
    /^ {2}undecided {2}task-role-missing, line 2: Whether .+\n {13}.+/m,
  );
});

test('says what is ignored, and why', () => {
  const text = READY.replace(
    '  TaskRole:',
    '  # ecs-exec-lint: ignore[task-role-lacks-ssmmessages] mine\n  TaskRole:',
  );
  const without = text.replace(/ssmmessages:\*|ssmmessages:\w+/g, 's3:GetObject');
  expect(checklist(report(without), VIEW)).toMatch(
    /^ {2}ignored {4}task-role-lacks-ssmmessages: Ignored: mine$/m,
  );
});

test('lists besides what no service has a part in', () => {
  const text = checklist(
    reportOn({
      'a.yml': READY,
      'b.yml': 'Resources:\n  A: {\n',
      'c.yml': `${OFF}# ecs-exec-lint: ignore[x]\n`,
    }),
    VIEW,
  );
  expect(text).toMatch(/^not tied to a service:\n {2}fail {7}parse-error, b\.yml:\d+: /m);
  expect(text).toMatch(/^ {2}warning {4}unknown-ignore, c\.yml:7: /m);
});

test('stays within the columns', () => {
  for (const said of [report(FAULTY), report(OFF)])
    expect(Math.max(...lines(checklist(said, VIEW)).map(each => each.length))).toBeLessThanOrEqual(80);
});

test('says what was fixed', async () => {
  expect(checklist(await fixed(OFF), VIEW)).toMatch(/^Fixed 1 in a\.yml:\n {2}- Set `EnableExecuteCommand`/);
});

test('of nothing is nothing', () => {
  expect(checklist(lint([], DEFAULT_OPTIONS), VIEW)).toBe('');
});
