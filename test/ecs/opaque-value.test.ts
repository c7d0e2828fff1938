import { expect, test } from 'vitest';
import { display } from '../../src/cfn/functions/placeholder.ts';
import { opaqueValueAt } from '../../src/ecs/resolve/opaque-value.ts';
import { askOnce, resource } from './query.ts';

/** What stands for a value that only another stack or a store tells. */
function opaque(value: string): string {
  const text = `
Parameters: { Env: { Type: String } }
Resources:
  Holder: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: ${value} } }
`;
  return askOnce(text, template => {
    const found = opaqueValueAt(template, resource(template, 'Holder').place('LogGroupName'));
    return found ? `${found.label} as ${display(found.placeholder)}` : 'none';
  });
}

test.each([
  ['!ImportValue exec-logs', 'exec-logs as ${import exec-logs}'],
  ['!ImportValue { "Fn::Sub": "${Env}-logs" }', '${Env}-logs as ${import ${Env}-logs}'],
  ["'{{resolve:ssm:/exec/logs}}'", '{{resolve:ssm:/exec/logs}} as ${{{resolve:ssm:/exec/logs}}}'],
  ["'/a/{{resolve:ssm:/exec/logs}}'", '/a/{{resolve:ssm:/exec/logs}} as /a/${{{resolve:ssm:/exec/logs}}}'],
  ['!Sub "{{resolve:ssm:/${Env}/logs}}"', '{{resolve:ssm:/${Env}/logs}} as {{resolve:ssm:/${Env}/logs}}'],
  ['/exec', 'none'],
  ['!Ref Env', 'none'],
  ['!Sub "/${Env}"', 'none'],
])('%s: %s', (value, expected) => {
  expect(opaque(value)).toBe(expected);
});
