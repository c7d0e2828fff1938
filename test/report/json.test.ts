import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, lint, parse, type Report, rules } from '../../src/index.ts';
import { json } from '../../src/report/json.ts';
import { whole } from '../cli/harness.ts';
import { jsonProblems as problems } from './readers.ts';
import { EVIL, EVIL_FILE, fixedSet, openSet, report, reportOn, VIEW } from './support.ts';

const read = (report: Report): ReturnType<typeof JSON.parse> => JSON.parse(json(report, VIEW));

const SEVERAL: Report = lint(openSet('roles-apart'), DEFAULT_OPTIONS);

describe('the JSON report keeps its contract', () => {
  const names = ['fargate-stack.yml', 'fargate-stack.json', 'ready.yml', 'no-ecs.yml', 'bare-service.yml'];

  test.each(names)('%s', async name => {
    const document = parse(name, whole(name));
    const options = { ...DEFAULT_OPTIONS, pedantic: true };
    const before = read(lint([document], options));
    const after = read((await fix([document], { ...options, unsafe: true })).report);
    expect([...problems(before), ...problems(after)]).toEqual([]);
  });

  test('with scenarios, places in other templates, and hostile names', () => {
    const conditional = `Parameters: {Stage: {Type: String}}
Conditions: {Prod: !Equals [!Ref Stage, prod]}
Resources: {A: {Type: AWS::ECS::Service, Properties: {EnableExecuteCommand: !If [Prod, false, true]}}}
`;
    const role = `Resources:
  Role: {Type: AWS::IAM::Role}
Outputs: {Role: {Value: !GetAtt Role.Arn, Export: {Name: task-role}}}
`;
    const service = `Resources:
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {TaskRoleArn: !ImportValue task-role}}
  A: {Type: AWS::ECS::Service, Properties: {EnableExecuteCommand: true, TaskDefinition: !Ref Task}}
`;
    const scenarios = read(report(conditional));
    const together = read(reportOn({ 'role.yml': role, 'service.yml': service }));
    for (const content of [scenarios, together, read(report(EVIL, EVIL_FILE))])
      expect(problems(content)).toEqual([]);
    expect(scenarios.findings[0].scenarios).toEqual([{ Prod: true }]);
    const [lacking] = together.findings.filter(
      (each: { ruleId: string }) => each.ruleId === 'task-role-lacks-ssmmessages',
    );
    expect([lacking.file, lacking.related[0].file]).toEqual(['role.yml', 'service.yml']);
  });

  test('with edits in another file than the finding, and fixes that are refused', async () => {
    const { findings } = read(SEVERAL);
    const [found] = findings;
    const edits: readonly { file: string; start: number; end: number; text: string }[] = found.fix.edits;
    expect(found.file).toBe('execution-role.yml');
    expect(edits.map(each => each.file)).toEqual(['task-role.yml']);
    expect(problems(read(SEVERAL))).toEqual([]);
    const after = read(await fixedSet('roles-apart'));
    expect(after.fixes.applied).toEqual([
      { ruleId: 'ssmmessages-on-execution-role', file: 'task-role.yml', title: found.fix.title },
    ]);
    const moved = read(await fixedSet('role-to-move'));
    expect(moved.fixes.applied).toMatchObject([
      { file: 'task-role.yml', files: ['task-role.yml', 'service.yml'] },
    ]);
    const twice = reportOn({ 'a.yml': 'Resources: {A: {Type: AWS::ECS::Service, Type: AWS::ECS::Service}}' });
    const refused = read(twice).findings.find(
      (each: { ruleId: string }) => each.ruleId === 'exec-not-enabled',
    );
    expect([refused.fix, refused.fixRefused]).toEqual([null, read(twice).fixes.refused[0].why]);
    expect([moved, read(twice)].flatMap(problems)).toEqual([]);
  });

  test('a finding', () => {
    const { findings, summary, tool, version } = read(
      lint([parse('a.yml', whole('fargate-stack.yml'))], DEFAULT_OPTIONS),
    );
    expect([version, tool]).toEqual([1, { name: 'ecs-exec-lint', version: '1.2.3' }]);
    const off = findings.find((each: { ruleId: string }) => each.ruleId === 'exec-not-enabled');
    expect(off).toMatchObject({
      severity: 'error',
      file: 'a.yml',
      range: { start: { line: 22, column: 3 }, end: { line: 22, column: 10 } },
      path: ['Resources', 'Service'],
      resource: 'Service',
      sure: true,
      scenarios: [],
      fix: { safety: 'safe' },
    });
    expect(off.fix.edits[0].text).toContain('EnableExecuteCommand: true');
    expect(summary.errors).toBe(
      findings.filter((each: { severity: string }) => each.severity === 'error').length,
    );
  });

  test('every service has a check for each rule that judges services, but for those that only advise', () => {
    const { services } = read(lint([parse('a.yml', whole('ready.yml'))], DEFAULT_OPTIONS));
    const asked = rules.filter(each => each.policy === undefined || each.policy === 'required');
    const judging = asked
      .filter(
        each => each.severity !== 'info' && (each.checkService ?? each.checkLauncher ?? each.checkCluster),
      )
      .map(each => each.id);
    expect(services[0].checks.map((each: { id: string }) => each.id)).toEqual(judging);
    expect(judging).toEqual(
      expect.arrayContaining([
        'exec-not-enabled',
        'task-role-missing',
        'task-role-lacks-ssmmessages',
        'ssmmessages-on-execution-role',
        'ssmmessages-restricted',
        'logging-not-overridden',
        'task-role-lacks-log-permissions',
      ]),
    );
  });
});
