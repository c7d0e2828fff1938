import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { escapeControls, escapeControlsInJson } from '../../src/report/escape-output.ts';
import { PLAIN } from '../../src/report/view.ts';
import { wrap } from '../../src/report/wrap.ts';

const anyText = fc.string({ unit: 'binary' });

test('nothing that a terminal obeys is left in a text', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(escapeControls(text)).not.toMatch(/(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test('JSON means the same without it', () => {
  fc.assert(
    fc.property(fc.array(anyText), texts => {
      const json = escapeControlsInJson(JSON.stringify({ texts }, null, 2));
      expect(json).not.toMatch(/(?!\n|\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(JSON.parse(json)).toEqual({ texts });
    }),
  );
});

test('wrapping changes nothing but blanks, and keeps to the columns where words let it', () => {
  const word = fc.stringMatching(/^[a-z`][a-z`:]{0,11}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 20, max: 60 }), (words, columns) => {
      const view = { version: '', pedantic: false, paint: PLAIN, columns, measure: stringWidth };
      const lines = wrap(words.join(' '), view, '    ').split('\n');
      expect(lines.map(each => each.trim()).join(' ')).toBe(words.join(' '));
      expect(Math.max(...lines.map(each => each.length))).toBeLessThanOrEqual(columns);
    }),
  );
});
