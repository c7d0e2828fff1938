import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Shift } from '../../src/lsp/source.ts';
import { editsBetween } from '../../src/lsp/workspace-edit.ts';

const TEXT = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '  d: "😀"\n', '\n', 'x'), { maxLength: 12 })
  .map(parts => parts.join(''));

test('edits make one text of another', () => {
  fc.assert(
    fc.property(TEXT, TEXT, (before, after) => {
      const document = TextDocument.create('', '', 0, before);
      const edits = editsBetween(before, after);
      expect(TextDocument.applyEdits(document, edits)).toBe(after);
      if (before === after) expect(edits).toEqual([]);
    }),
  );
});

test('edits leave the lines alone that are the same', () => {
  const lines = Array.from({ length: 500 }, (_, i) => `line ${i}\n`);
  const after = lines.with(100, 'other\n').toSpliced(400, 1);
  expect(
    editsBetween(lines.join(''), after.join('')).map(each => [each.range.start.line, each.newText]),
  ).toEqual([
    [100, 'other\n'],
    [400, ''],
  ]);
});

test('texts that have little in common are replaced as a whole', () => {
  const lines = (word: string): string => Array.from({ length: 3000 }, (_, i) => `${word} ${i}\n`).join('');
  expect(editsBetween(lines('a'), lines('b'))).toHaveLength(1);
});

test('what stood behind a line that is doubled, with that line, is where both are now', () => {
  const now = new Shift('a\nb\n', 'a\na\nb\n').apply({ start: 0, end: 4 });
  expect(now).toEqual({ start: 2, end: 6 });
});

test('what stood beside a change is where the same text is now', () => {
  fc.assert(
    fc.property(TEXT, TEXT, TEXT, TEXT, fc.nat(), fc.nat(), (head, old, young, tail, from, length) => {
      const [before, after] = [head + old + tail, head + young + tail];
      const start = Math.min(from, before.length);
      const end = Math.min(start + length, before.length);
      const now = new Shift(before, after).apply({ start, end });
      if (end <= head.length || start >= head.length + old.length) expect(now).toBeDefined();
      if (now) expect(after.slice(now.start, now.end)).toBe(before.slice(start, end));
    }),
  );
});
