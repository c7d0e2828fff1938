import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, lint, parse, type Report, type Settings } from '../../src/index.ts';

const template = (service: string, definition: string, schedule = ''): string => `
Resources:
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { Family: web, ${definition} } }
  Web:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: !Ref Task, ${service} }
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties: { Target: { EcsParameters: { TaskDefinitionArn: !Ref Task, ${schedule} } } }
  Express: { Type: AWS::ECS::ExpressGatewayService, Properties: {} }
`;

const ON = 'EnableExecuteCommand: true';
const OFF = 'DesiredCount: 1';

function report(text: string, exec: Settings['exec'], skip: readonly string[] = []): Report {
  const settings = { ...DEFAULT_OPTIONS.settings, exec };
  return lint([parse('t.yaml', text)], { ...DEFAULT_OPTIONS, settings, skip, pedantic: true });
}

const said = (...given: Parameters<typeof report>): readonly string[] =>
  report(...given).findings.map(each => each.ruleId);

async function fixed(text: string, exec: Settings['exec']): Promise<string> {
  const settings = { ...DEFAULT_OPTIONS.settings, exec };
  const options = { ...DEFAULT_OPTIONS, settings, pedantic: true, unsafe: true };
  return (await fix([parse('t.yaml', text)], options)).changed[0]?.after ?? text;
}

describe('where exec is forbidden', () => {
  test('nobody is told what it would need', () => {
    expect(said(template(ON, OFF), 'forbidden')).toEqual(['exec-enabled']);
    expect(said(template(OFF, OFF), 'forbidden')).toEqual([]);
    expect(report(template(ON, OFF), 'forbidden').services).toEqual([]);
  });

  test('a stray flag is taken away, not moved', async () => {
    const text = template(OFF, ON);
    expect(said(text, 'forbidden')).toEqual(['exec-flag-misplaced']);
    const after = await fixed(text, 'forbidden');
    expect(after).not.toContain('EnableExecuteCommand');
    expect(said(after, 'forbidden')).toEqual([]);
  });

  test('what is no flag is not made one', async () => {
    const text = template('EnableExecuteCommand: "on"', OFF);
    expect(said(text, 'forbidden')).toEqual(['exec-flag-not-boolean']);
    expect(await fixed(text, 'forbidden')).toBe(text);
  });

  test('it is switched off wherever it is on', async () => {
    const after = await fixed(template(ON, OFF, ON), 'forbidden');
    expect(after.match(/EnableExecuteCommand: false/g)).toHaveLength(2);
  });
});

describe('where nobody asks for exec', () => {
  test.each([
    ['optional', []],
    ['required', ['exec-not-enabled']],
  ] as const)('under %s, a stray flag is reported all the same', (exec, skip) => {
    const advice = ['exec-unsupported', 'exec-needs-redeploy', 'exec-not-enabled'];
    expect(said(template(OFF, ON), exec, skip)).toEqual(['exec-flag-misplaced']);
    expect(said(template(OFF, ON), 'required')).toEqual(expect.arrayContaining(advice));
  });

  test('what is no flag is reported all the same', () => {
    expect(said(template('EnableExecuteCommand: "on"', OFF), 'optional')).toEqual(['exec-flag-not-boolean']);
  });

  test('what starts the tasks of a service without it is reported all the same', () => {
    expect(said(template(ON, OFF), 'optional')).toContain('launcher-exec-not-enabled');
  });
});

test('what only one policy is about is no check under another', () => {
  const checks = report(template(ON, OFF), 'required').services[0]?.checks.map(each => each.id);
  expect(checks).toContain('exec-not-enabled');
  expect(checks).not.toContain('exec-enabled');
});
