import { describe, expect, test } from 'vitest';
import { lower } from '../../src/edit/lower.ts';
import { splice } from '../../src/edit/splice.ts';
import { append, type Edit, Refusal, remove, set } from '../../src/edit/tree/edit.ts';
import { parse } from '../../src/syntax/parse.ts';
import type { Path } from '../../src/syntax/place.ts';

type Change = (at: (...path: Path) => Edit['at']) => readonly Edit[];

function edited(file: string, text: string, change: Change): string {
  const document = parse(file, text);
  const splices = lower(
    document,
    change((...path) => ({ document, path })),
  );
  if (splices instanceof Refusal) throw new Error(String(splices.why));
  return splice(text, splices);
}

const behind =
  (key: string): Change =>
  at => [{ op: 'set', at: at('M', 'New'), value: 0, after: key }];

/** `~` stands for CRLF, `|` for LF. */
const text = (written: string): string => written.replaceAll('~', '\r\n').replaceAll('|', '\n');

describe('in a file that mixes line endings, a new line ends as the one that it follows, which keeps its own', () => {
  test.each<readonly [string, string, Change, string]>([
    ['behind a line in LF below CRLF', 'M:~  A: 1|  Z: 2~', behind('A'), 'M:~  A: 1|  New: 0|  Z: 2~'],
    ['behind a line in CRLF below LF', 'M:|  A: 1~  Z: 2|', behind('A'), 'M:|  A: 1~  New: 0~  Z: 2|'],
    ['behind the last line', 'M:|  A: 1~N: 0|', behind('A'), 'M:|  A: 1~  New: 0~N: 0|'],
    ['behind a last line that does not end', 'M:~  A: 1', behind('A'), 'M:~  A: 1~  New: 0'],
    [
      'behind a comment',
      'M:|  A: 1|  # of A~N: 0|',
      at => [set(at('M', 'New'), 0)],
      'M:|  A: 1|  # of A~  New: 0~N: 0|',
    ],
    ['behind blank lines', 'M:|  Z: 1~~  B: 2~|  C: 3|', behind('Z'), 'M:|  Z: 1~~  New: 0~~  B: 2~|  C: 3|'],
    [
      'several lines',
      'M:|  A: 1~',
      at => [set(at('M', 'New'), { X: [1, 2] })],
      'M:|  A: 1~  New:~    X:~      - 1~      - 2~',
    ],
    ['below a key', 'M:~N: 0|', at => [set(at('M'), { New: 0 })], 'M:~  New: 0~N: 0|'],
    ['in a list', 'L:|- 1~- 2|N: 0~', at => [append(at('L'), 3)], 'L:|- 1~- 2|- 3|N: 0~'],
    [
      'in a map behind a dash',
      'L:|- A: 1~  B: 2|',
      at => [{ op: 'set', at: at('L', 0, 'New'), value: 0, after: 'A' }],
      'L:|- A: 1~  New: 0~  B: 2|',
    ],
    ['in brackets', 'L: [|  1,~  2|]~', at => [append(at('L'), 3)], 'L: [|  1,~  2,|  3|]~'],
    ['behind a line in brackets', 'M: {|  A: 1,~  B: 2|}~', behind('A'), 'M: {|  A: 1,~  New: 0,~  B: 2|}~'],
    ['between empty brackets', 'M: [|]~', at => [append(at('M'), 1)], 'M: [|  1|]~'],
    [
      'a value of several lines',
      'M:~  A: 1|N: 0~',
      at => [set(at('M', 'A'), { X: 1, W: 2 })],
      'M:~  A:|    X: 1|    W: 2|N: 0~',
    ],
    ['behind a byte order mark', '\uFEFFM:~  A: 1|', behind('A'), '\uFEFFM:~  A: 1|  New: 0|'],
    ['in CRLF only', 'M:~  A: 1~  Z: 2~', behind('A'), 'M:~  A: 1~  New: 0~  Z: 2~'],
    [
      'behind the last line, which does not end',
      'M:~  A: 1|  Z: 2',
      behind('Z'),
      'M:~  A: 1|  Z: 2|  New: 0',
    ],
  ])('%s', (_, before, change, after) => {
    expect(edited('template.yaml', text(before), change)).toBe(text(after));
  });

  test('in JSON', () => {
    const change: Change = at => [append(at('L'), { X: 1 })];
    expect(edited('template.json', text('{|  "L": [~    0|  ]~}|'), change)).toBe(
      text('{|  "L": [~    0,|    {|      "X": 1|    }|  ]~}|'),
    );
  });
});

describe('in a file that mixes line endings, the line above what is taken away keeps its own', () => {
  const take =
    (...keys: readonly string[]): Change =>
    at =>
      keys.map(key => remove(at('M', key)));

  test.each<readonly [string, string, Change, string]>([
    ['a line', 'M:~  A: 1|  B: 2~  C: 3|', take('B'), 'M:~  A: 1|  C: 3|'],
    ['the first line', 'M:~  A: 1|  B: 2~', take('A'), 'M:~  B: 2~'],
    ['the last line', 'M:~  A: 1|  B: 2~N: 0|', take('B'), 'M:~  A: 1|N: 0|'],
    ['the first line behind a byte order mark', '\uFEFFA: 1|B: 2~', at => [remove(at('A'))], '\uFEFFB: 2~'],
    ['in CRLF only', 'M:~  A: 1~  B: 2~', take('B'), 'M:~  A: 1~'],
    ['lines up to one that does not end', 'M:~  A: 1|  B: 2~  C: 3', take('B', 'C'), 'M:~  A: 1'],
    ['the last line, which does not end', 'M:~  A: 1|  B: 2', take('B'), 'M:~  A: 1'],
    ['lines next to one another', 'M:~  A: 1|  B: 2~  C: 3|  D: 4~', take('B', 'C'), 'M:~  A: 1|  D: 4~'],
    ['the same, of three kinds', 'M:~  A: 1~  B: 2|  C: 3|  D: 4~', take('B', 'C'), 'M:~  A: 1~  D: 4~'],
    [
      'lines apart from one another',
      'M:~  A: 1|  B: 2~  C: 3|  D: 4~  E: 5|',
      take('B', 'D'),
      'M:~  A: 1|  C: 3|  E: 5|',
    ],
    ['lines with blank ones', 'M:~  A: 1|~  B: 2~|  C: 3|', take('B'), 'M:~  A: 1||  C: 3|'],
    ['all lines', 'M:~  A: 1|  B: 2~N: 0|', take('A', 'B'), 'M: {}~N: 0|'],
    [
      'a line that another one follows',
      'M:~  Z: 1|  B: 2~  C: 3|',
      at => [...take('B')(at), { op: 'set', at: at('M', 'New'), value: 0, after: 'Z' }],
      'M:~  Z: 1|  New: 0~  C: 3|',
    ],
    [
      'the last line of a map that a line follows',
      'R:~  M:~    A: 1|    B: 2~S: 0|',
      at => [remove(at('R', 'M', 'B')), set(at('R', 'New'), 0)],
      'R:~  M:~    A: 1|  New: 0~S: 0|',
    ],
  ])('%s', (_, before, change, after) => {
    expect(edited('template.yaml', text(before), change)).toBe(text(after));
  });

  test('in JSON', () => {
    const change: Change = at => [remove(at('L', 1))];
    expect(edited('template.json', text('{|  "L": [~    0,|    1,~    2|  ]~}|'), change)).toBe(
      text('{|  "L": [~    0,|    2|  ]~}|'),
    );
  });
});
