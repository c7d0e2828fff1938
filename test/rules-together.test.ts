import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, lint, parse, type Rule, rules } from '../src/index.ts';
import { turns } from './autofix/test-rules.ts';
import { allFixtures, read } from './fixtures.ts';
import { addedErrors, afterFix, everything, mendTogether } from './together.ts';

const FIXTURES = allFixtures();
let fixed = 0;

describe.each(FIXTURES)('$name', fixture => {
  const document = read(fixture);
  const all = everything(fixture.settings);

  test('is fixed by all rules together, and for good', async () => {
    const { isMended, faults } = await mendTogether(document, all);
    if (isMended) fixed++;
    expect(faults).toEqual([]);
  });

  test('gets no error from its rule that the others cannot mend', async () => {
    if (fixture.rule === undefined) return;
    const own = afterFix(document, await fix([document], everything(fixture.settings, [fixture.rule])));
    if (own === document) return;
    const before = lint([document], all).findings;
    if (addedErrors(before, lint([own], all).findings).length === 0) return;
    const { report } = await fix([own], all);
    expect(addedErrors(before, report.findings)).toEqual([]);
  });
});

test('many of them are fixed: otherwise nothing could go wrong', () => {
  expect(fixed).toBeGreaterThan(FIXTURES.length / 4);
});

describe('what is looked for', () => {
  const TEXT = `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: { EnableExecuteCommand: true, TaskDefinition: !Ref Task }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: a
      NetworkMode: awsvpc
      TaskRoleArn: arn:aws:iam::123456789012:role/task
      ContainerDefinitions: [{ Name: app, LinuxParameters: { InitProcessEnabled: true } }]
`;
  const faults = async (...others: readonly Rule[]): Promise<readonly string[]> => {
    const options = { ...everything(DEFAULT_OPTIONS.settings) };
    return (await mendTogether(parse('template.yaml', TEXT), options, [...rules, ...others])).faults;
  };
  const FAMILY = 'Resources.Task.Properties.Family';

  test('is not there without a rule that gets on badly with the others', async () => {
    expect(await faults(turns('renames', FAMILY, 'a', 'b'))).toEqual([]);
  });

  test('is an error that a fix brings', async () => {
    const spoiler = turns('spoils', 'Resources.Task.Properties.NetworkMode', 'awsvpc', 'none');
    const [fault, another] = await faults(spoiler);
    expect([fault, another]).toEqual([expect.stringContaining('sets `NetworkMode: none`'), undefined]);
  });

  test('is what one rule does and another undoes', async () => {
    const [fault] = await faults(turns('there', FAMILY, 'a', 'b'), turns('back', FAMILY, 'b', 'a'));
    expect(fault).toBe('futile: It and other fixes would undo one another.');
  });
});
