import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, lint, parse, type Report, rules } from '../../src/index.ts';
import { concise } from '../../src/report/concise.ts';
import { findingsByImpact } from '../../src/report/finding-order.ts';
import { fixedWith } from '../../src/report/fixed-with.ts';
import { pretty } from '../../src/report/pretty.ts';
import { FAULTY, READY } from '../cli/harness.ts';
import { allFixtures } from '../fixtures.ts';
import { report, reportOn, VIEW } from './support.ts';

const idsOf = (said: Report): readonly string[] => findingsByImpact(said, rules).map(each => each.ruleId);

/** A service with ECS Exec on that cannot be reached at all, and is above one that is not recorded. */
const TWO_SERVICES = `Resources:
  Cluster:
    Type: AWS::ECS::Cluster
  Recorded:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      EnableExecuteCommand: true
      TaskDefinition: !Ref RecordedTask
  RecordedTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: app
          Image: nginx
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              Service: ecs-tasks.amazonaws.com
            Action: sts:AssumeRole
      Policies:
        - PolicyName: Exec
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ssmmessages:*
                Resource: "*"
  Closed:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref RecordedTask
`;

describe('the order in which findings matter', () => {
  test('sessions that do not open come before sessions that are not recorded, whatever the line', () => {
    const ids = idsOf(report(FAULTY));
    expect(ids).toEqual([
      'exec-not-enabled',
      'ssmmessages-on-execution-role',
      'task-role-lacks-ssmmessages',
      'logging-not-overridden',
      'task-role-lacks-log-permissions',
    ]);
    expect(report(FAULTY).findings.map(each => each.ruleId)).not.toEqual(ids);
  });

  test('advice comes last', () => {
    const said = lint([parse('a.yml', FAULTY)], { ...DEFAULT_OPTIONS, pedantic: true });
    const severities = findingsByImpact(said, rules).map(each => each.severity);
    const first = severities.indexOf('info');
    expect(first).toBeGreaterThan(0);
    expect(new Set(severities.slice(first))).toEqual(new Set(['info']));
  });

  test('what belongs to one service stands together', () => {
    expect(idsOf(report(TWO_SERVICES))).toEqual(['logging-not-overridden', 'exec-not-enabled']);
    const twice = reportOn({ 'a.yml': FAULTY, 'b.yml': FAULTY });
    const files = findingsByImpact(twice, rules).map(each => each.file);
    expect(files).toEqual([...files].sort());
  });

  test('a service that is not ready comes before one that is', () => {
    const said = reportOn({ 'a.yml': READY, 'b.yml': FAULTY });
    const services = pretty(said, VIEW).match(/^service .+? is (?:not )?ready/gms);
    expect(services?.map(each => /not\s+ready/.test(each))).toEqual([true, false]);
  });

  test('a template that cannot be deployed comes first, though it names no service', () => {
    const said = reportOn({ 'a.yml': FAULTY, 'b.yml': 'Resources:\n  A: {\n    Type: AWS::ECS::Service\n' });
    expect(idsOf(said)[0]).toBe('parse-error');
    expect(said.findings[0]?.ruleId).not.toBe('parse-error');
  });

  test('the concise report keeps the order of lines', () => {
    const lines = [...concise(report(FAULTY), VIEW).matchAll(/^a\.yml:(\d+)/gm)].map(([, line]) =>
      Number(line),
    );
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  test('loses nothing', () => {
    for (const { name, path } of allFixtures().filter(each => each.rule === undefined)) {
      const said = report(readFileSync(path, 'utf8'), name);
      expect(new Set(findingsByImpact(said, rules))).toEqual(new Set(said.findings));
    }
  });
});

/** Whole templates, and those of rules whose fixes settle what others find. */
function mayBeSettled(rule: string | undefined): boolean {
  return (
    rule === undefined || /^(?:exec-flag|log-permission|ssmmessages-(?:on|action)|task-role-lacks)/.test(rule)
  );
}

describe('a finding without a fix whose cause another fix settles', () => {
  test('says which', () => {
    const text = pretty(report(FAULTY), VIEW);
    expect(text).toMatch(
      /^error\[task-role-lacks-ssmmessages\](?:.+\n)+? {3}= fix: The fix for `ssmmessages-on-execution-role` resolves this too \(--fix\)$/m,
    );
  });

  test('is gone after that fix', async () => {
    const stayed: string[] = [];
    let claims = 0;
    for (const { name, path, settings, account } of allFixtures().filter(each => mayBeSettled(each.rule))) {
      const options = { ...DEFAULT_OPTIONS, pedantic: true, settings, account };
      const document = parse(path, readFileSync(path, 'utf8'));
      const { findings } = lint([document], options);
      for (const each of findings) {
        const settling = fixedWith(each, findings);
        if (!settling) continue;
        claims++;
        const { report: after } = await fix([document], {
          ...options,
          unsafe: settling.fix.safety === 'unsafe',
        });
        const isLeft = after.findings.some(
          other => other.ruleId === each.ruleId && String(other.path) === String(each.path),
        );
        if (isLeft) stayed.push(`${name}: ${each.ruleId}`);
      }
    }
    expect(stayed).toEqual([]);
    expect(claims).toBeGreaterThan(20);
  });
});
