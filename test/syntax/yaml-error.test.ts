import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { ja } from '../../src/i18n/ja.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { yamlError } from '../../src/syntax/yaml-error.ts';

const BROKEN: readonly string[] = [
  'a: [1, 2',
  'a: {b: 1',
  '[1, 2',
  'a: [1 2]\nb: [{c: 1} {d: 2}]',
  'a: {b:1, "c":2 "d": 3}',
  'a: {, b}',
  'a: [1,, 2]',
  'a: 1\n b: 2\n  c: 3',
  'a:\n  - 1\n - 2',
  'a: b: c',
  'a: - b',
  'a:\n\t- b',
  'a: "x',
  "a: 'x",
  'a: "\\q"',
  'a: @x',
  'a: `x`',
  'a: %x',
  'a: [x] y',
  'a: "x" y',
  'a: &b &c x',
  'a: !x !y z',
  'a: *b c',
  'a: "b"#c',
  'a:\n  b\nc',
  'a: |x\n  y',
  'a: [\n- b\n]',
  '- a\nb: c',
  '? a\n: b\n- c',
  'a: >\n x\ny',
  'a\nb: c',
  'a: ]',
  '}',
];

const errors = BROKEN.flatMap(
  text => parseDocument(text, { prettyErrors: false, logLevel: 'silent' }).errors,
);

describe('what the library says of a text that is no YAML', () => {
  test('is said as it is', () => {
    expect(errors.length).toBeGreaterThan(25);
    for (const error of errors) {
      const words = error.message.replace(/\.$/, '').slice(1);
      expect(String(yamlError(error))).toBe(
        `This is not valid YAML: ${error.message.charAt(0).toLowerCase()}${words}.`,
      );
    }
  });

  test('is said in Japanese', () => {
    const words = wordsOf(ja);
    const said = errors.map(each => words(yamlError(each)));
    expect(said.filter(each => /[a-z]{3} [a-z]/.test(each))).toEqual([]);
  });
});
