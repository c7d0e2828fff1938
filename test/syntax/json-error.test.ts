import { expect, test } from 'vitest';
import { findJsonError } from '../../src/syntax/json-error.ts';

const VALUE = 'a value is expected here';
const ITEM = 'a value or `]` is expected here';
const KEY = 'a key in double quotes is expected here';
const FIRST_KEY = 'a key in double quotes or `}` is expected here';
const IN_MAP = '`,` or `}` is expected here';
const IN_LIST = '`,` or `]` is expected here';
const MORE = 'the value has ended, and more text follows';

/** Where `^` stands in the line below, and what is said of that place. */
const ERRORS: readonly (readonly [text: string, mark: string, message: string])[] = [
  ['{a: 1}', ' ^', FIRST_KEY],
  ["{'a': 1}", ' ^', FIRST_KEY],
  ['{,}', ' ^', FIRST_KEY],
  ['{"a": 1,}', '        ^', KEY],
  ['{"a" 1}', '     ^', '`:` is expected here'],
  ['{"a": }', '      ^', VALUE],
  ['{"a": tru}', '      ^', VALUE],
  ['{"a": NaN}', '      ^', VALUE],
  ['{"a": 01}', '      ^', VALUE],
  ['{"a": .5}', '      ^', VALUE],
  ['{"a": 1.}', '      ^', VALUE],
  ['{"a": "b}', '      ^', VALUE],
  ['{"a": "\\q"}', '      ^', VALUE],
  ['{"a": "b\tc"}', '      ^', VALUE],
  ['{"a": 1 "b": 2}', '        ^', IN_MAP],
  ['{"a": 1 // one}', '        ^', IN_MAP],
  ['{"a": 1]', '       ^', IN_MAP],
  ['{"a": [1}', '        ^', IN_LIST],
  ['[1 2]', '   ^', IN_LIST],
  ['[1,]', '   ^', VALUE],
  ['[,]', ' ^', ITEM],
  ['[', ' ^', ITEM],
  ['{"a": 1', '       ^', IN_MAP],
  ['[1]]', '   ^', MORE],
  ['{} {}', '   ^', MORE],
  ['\uFEFF{a}', '  ^', FIRST_KEY],
];

test.each(ERRORS)('%s', (text, mark, message) => {
  const { range, message: said } = findJsonError(text) ?? {};
  expect([range?.start, String(said)]).toEqual([mark.indexOf('^'), `This is not valid JSON: ${message}.`]);
});

test.each(['{}', '[]', ' {"a": [1, -2.5e+3, "\\u0041", true, null]}\r\n', '\uFEFF[1]'])(
  'there is none in %j',
  text => expect(findJsonError(text)).toBeUndefined(),
);

test.each([
  ['lists', '[', ITEM],
  ['maps', '{"a":', VALUE],
])('however deep %s are nested, the place is found', (_, opening, message) => {
  const text = opening.repeat(300_000);
  const { range, message: said } = findJsonError(text) ?? {};
  expect([range?.start, String(said)]).toEqual([text.length, `This is not valid JSON: ${message}.`]);
});
