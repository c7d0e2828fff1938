import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_OPTIONS } from '../../src/lint/options.ts';
import type { Report } from '../../src/lint/report.ts';
import type { Rule, Settings } from '../../src/rule/types.ts';
import { parse } from '../../src/syntax/parse.ts';

const template = (service: string, schedule: string): string => `
Parameters:
  Open: { Type: String, Default: "false" }
  Stored: { Type: AWS::SSM::Parameter::Value<String>, Default: /exec }
Resources:
  Role: { Type: AWS::IAM::Role }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { TaskRoleArn: !GetAtt Role.Arn } }
  Web:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: !Ref Task, ${service} }
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties: { Target: { EcsParameters: { TaskDefinitionArn: !Ref Task, ${schedule} } } }
`;

const ON = 'EnableExecuteCommand: true';
const OFF = 'EnableExecuteCommand: false';

function report(text: string, exec: Settings['exec'] = 'required', asked: readonly Rule[] = rules): Report {
  const settings = { ...DEFAULT_OPTIONS.settings, exec };
  return lint([parse('template.yaml', text)], asked, { ...DEFAULT_OPTIONS, settings });
}

const judged = (text: string, exec?: Settings['exec']): readonly string[] =>
  report(text, exec).services.map(each => `${each.resource} ${each.verdict}`);

describe('a service', () => {
  test('is judged whether it has exec on or not', () => {
    expect(judged(template(ON, OFF))).toEqual(['Web not-ready']);
    expect(judged(template(OFF, OFF))).toEqual(['Web not-ready']);
    expect(judged(template('EnableExecuteCommand: !ImportValue Exec', OFF))).toEqual(['Web not-ready']);
  });

  test('counts only with exec on where nobody asks for it', () => {
    expect(judged(template(ON, OFF), 'optional')).toEqual(['Web not-ready']);
    expect(judged(template(OFF, OFF), 'optional')).toEqual([]);
    expect(judged(template('EnableExecuteCommand: !ImportValue Exec', OFF), 'optional')).toEqual([]);
    expect(report(template(OFF, OFF), 'optional').findings).toEqual([]);
  });
});

describe('any other launcher', () => {
  test.each([
    [ON, ['Web not-ready', 'Nightly not-ready']],
    ['EnableExecuteCommand: !Ref Open', ['Web not-ready', 'Nightly not-ready']],
    [OFF, ['Web not-ready']],
    ['LaunchType: FARGATE', ['Web not-ready']],
    ['EnableExecuteCommand: !Ref Stored', ['Web not-ready']],
    ['EnableExecuteCommand: !ImportValue Exec', ['Web not-ready']],
  ])('counts only where it can have exec on: %s', (schedule, expected) => {
    expect(judged(template(ON, schedule))).toEqual(expected);
  });

  test('has no say about whether it should have exec on', () => {
    const { services } = report(template(ON, ON));
    const checks = services.map(each => each.checks.map(check => check.id));
    expect(checks[0]).toContain('exec-not-enabled');
    expect(checks[1]).not.toContain('exec-not-enabled');
    expect(checks[1]).toContain('task-role-lacks-ssmmessages');
  });

  test('shares a finding about the role that it shares', () => {
    const { findings } = report(template(ON, ON));
    const [finding, ...others] = findings.filter(each => each.ruleId === 'task-role-lacks-ssmmessages');
    expect(others).toEqual([]);
    expect(finding?.related.map(each => each.message)).toEqual([
      'service `Web` runs `Task`',
      '`Task` has `Role` as its task role',
      'schedule `Nightly` runs `Task`',
    ]);
  });

  test('is shown to a rule that asks about all, and is not listed for that', () => {
    const seen: string[] = [];
    const curious: Rule = {
      id: 'curious',
      summary: '',
      why: '',
      severity: 'info',
      fix: 'none',
      sources: ['https://example.com'],
      scope: 'all',
      checkLauncher(launcher) {
        seen.push(String(launcher.title));
        return [];
      },
    };
    const { services } = report(template(ON, OFF), 'required', [curious]);
    expect(seen).toEqual(['service `Web`', 'schedule `Nightly`']);
    expect(services.map(each => each.resource)).toEqual(['Web']);
  });
});

test('several launchers of one resource are listed by names that tell them apart', () => {
  const target = (id: string): string =>
    `{ Id: ${id}, Arn: arn, EcsParameters: { TaskDefinitionArn: !Ref Task, ${ON} } }`;
  const text = `
Resources:
  Task: { Type: AWS::ECS::TaskDefinition }
  Rule: { Type: AWS::Events::Rule, Properties: { Targets: [${target('A')}, ${target('B')}] } }
`;
  const { services, findings } = report(text);
  expect(services.map(each => `${each.resource} ${each.line}`)).toEqual(['Rule/A 4', 'Rule/B 4']);
  expect(findings.map(each => [each.ruleId, each.resource])).toEqual([['task-role-missing', 'Task']]);
});
