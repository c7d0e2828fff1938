import { expect, test } from 'vitest';
import { awsKeyValues } from '../../src/ecs/container/aws-keys.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The texts that are hidden wherever something is shown of a template. */
function hidden(text: string): readonly string[] {
  return awsKeyValues(parse('template.yaml', text)).map(({ start, end }) => text.slice(start, end));
}

const variable = (value: string, rest = ''): string =>
  `${rest}\nContainers:\n  - Environment:\n      - Name: AWS_SECRET_ACCESS_KEY\n        Value: ${value}\n`;

test.each([
  ['a plain value', variable('secret'), ['secret']],
  ['a value in single quotes', variable("'secret'"), ['secret']],
  ['a value in double quotes', variable('"secret"'), ['secret']],
  ['keys in lower case', variable('secret').replace('Name', 'name').replace('Value', 'value'), ['secret']],
  ['a branch', variable('!If [IsProd, secret, other]'), ['IsProd', 'secret', 'other']],
  ['a part', variable('!Join ["", [se, cret]]'), ['', 'se', 'cret']],
])('the key is hidden in %s', (_, text, expected) => {
  expect(hidden(text)).toEqual(expected);
});

test('the default of a parameter that gives the key is hidden, and its name is not', () => {
  const parameter = 'Parameters: { Key: { Type: String, Default: "secret" }, Other: { Default: x } }';
  expect(hidden(variable('!Ref Key', parameter))).toEqual(['secret']);
});

test.each(['!GetAtt Secret.Value', '!ImportValue shared-key', '!FindInMap [Keys, prod, Key]', '!Ref Key'])(
  'a name is not hidden: %s',
  value => {
    expect(hidden(variable(value))).toEqual([]);
  },
);

test('other variables are not hidden', () => {
  expect(hidden(variable('shown').replace('AWS_SECRET_ACCESS_KEY', 'AWS_REGION'))).toEqual([]);
  expect(hidden(`${variable('shown').replace('AWS_SECRET_ACCESS_KEY', 'REGION')}# ACCESS_KEY\n`)).toEqual([]);
});

test('a key in JSON that is written as text is hidden', () => {
  expect(hidden(`Body: '[{"name": "AWS_ACCESS_KEY_ID", "value": "secret"}]'\n`)).toEqual(['secret']);
});

/** Text that is no YAML, in which a mapping in braces holds the key and so many lines between it and its value. */
const unread = (lines: number): string =>
  `a: b: c\n- { Name: AWS_SECRET_ACCESS_KEY,${'\n'.repeat(lines)}Value: secret }\n`;

test('a key in a template that cannot be read is hidden where its value is near', () => {
  expect(hidden(unread(0))).toEqual(['secret ']);
  expect(hidden(unread(6))).toEqual(['secret ']);
  expect(hidden(unread(7))).toEqual([]);
  const block = (lines: number): string =>
    `a: b: c\nName: AWS_SECRET_ACCESS_KEY\n${'x: y\n'.repeat(lines)}Value: secret\n`;
  expect(hidden(block(2))).toEqual(['secret']);
  expect(hidden(block(3))).toEqual([]);
});
