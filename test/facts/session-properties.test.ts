import { describe, expect, test, vi } from 'vitest';
import { launchers } from '../../src/ecs/launchers/launchers.ts';
import table from '../../src/ecs/model/session-properties.facts.json' with { type: 'json' };
import { askOnce } from '../ecs/query.ts';

const SWITCH = 'EnableExecuteCommand';

/** Where each type takes the switch. */
const SWITCHES: readonly (readonly [string, string])[] = Object.entries(table).flatMap(([type, rows]) =>
  (typeof rows === 'string' ? [] : Object.keys(rows))
    .filter(path => path.split('.').at(-1) === SWITCH)
    .map(path => [type, path] as const),
);

/** What has a value at a path, in which `*` is an item of a list. */
function at([key, ...below]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  return key === '*' ? [at(below, value)] : { [key]: at(below, value) };
}

test('there are switches of all kinds', () => expect(SWITCHES.length).toBeGreaterThan(8));

test.each(SWITCHES)('%s takes it at %s, and is seen to start tasks', (type, path) => {
  const properties = at(path.split('.'), true);
  const text = JSON.stringify({ Resources: { Own: { Type: type, Properties: properties } } });
  const enabled = askOnce(text, template => launchers(template).map(each => each.execEnabled().is));
  expect(enabled).toEqual(['yes']);
});

describe('when CloudFormation comes to know a property', () => {
  const express = (below: string): string => `Resources:
  Own:
    Type: AWS::ECS::ExpressGatewayService
    Properties:
      TaskRoleArn: arn:aws:iam::111122223333:role/Own
${below}`;

  /** The rules that have something to say, with properties added to the table. */
  async function found(text: string, ...added: readonly string[]): Promise<readonly string[]> {
    vi.resetModules();
    const rows = Object.fromEntries(added.map(path => [path, {}]));
    const type = 'AWS::ECS::ExpressGatewayService';
    vi.doMock('../../src/ecs/model/session-properties.facts.json', () => ({
      default: { ...table, [type]: { ...table[type], ...rows } },
    }));
    const { DEFAULT_OPTIONS, lint, parse } = await import('../../src/index.ts');
    vi.doUnmock('../../src/ecs/model/session-properties.facts.json');
    return lint([parse('stack.yaml', text)], { ...DEFAULT_OPTIONS, pedantic: true }).findings.map(
      each => each.ruleId,
    );
  }

  test('it is not misplaced any more', async () => {
    const text = express(`      ${SWITCH}: true\n`);
    expect(await found(text)).toContain('exec-flag-misplaced');
    expect(await found(text, SWITCH)).not.toContain('exec-flag-misplaced');
  });

  test('it is not missing any more', async () => {
    expect(await found(express(''))).toContain('exec-unsupported');
    expect(await found(express(''), SWITCH)).not.toContain('exec-unsupported');
  });

  test('it is at home at any depth', async () => {
    const text = express('      PrimaryContainer: { ExecuteCommandConfiguration: { Logging: NONE } }\n');
    expect(await found(text)).toContain('exec-property-misplaced');
    expect(await found(text, 'PrimaryContainer.ExecuteCommandConfiguration')).not.toContain(
      'exec-property-misplaced',
    );
  });
});
