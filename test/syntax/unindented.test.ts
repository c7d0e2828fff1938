import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { withoutUnindented } from '../../src/syntax/unindented.ts';

function read(text: string): unknown {
  const { root, problems } = parse('template.yaml', text);
  return problems.length > 0 ? problems.map(each => String(each.message)) : toJson(root);
}

describe('a quoted text that goes on at the left', () => {
  test.each([
    ["A:\n  B:\n    - 'x\n\n'\n    - y\n", { A: { B: ['x  ', 'y'] } }],
    ['A:\r\n  B: "x\r\ny"\r\n  C: z\r\n', { A: { B: 'x  y', C: 'z' } }],
    ["A:\n  B: 'it''s\n  done'\n  C:\n    D: 'x\n'\n", { A: { B: "it's   done", C: { D: 'x ' } } }],
    ['A:\n  B: "\\"x\\\n\\""\n', { A: { B: '"x "' } }],
  ])('is read: %j', (text, says) => {
    expect(read(text)).toEqual(says);
  });

  test('keeps everything in its place', () => {
    const text = "A:\n  B: 'x\n\ny'\n  C: 1\n";
    const readable = withoutUnindented(text);
    expect(readable).toBe("A:\n  B: 'x  y'\n  C: 1\n");
    expect(readable).toHaveLength(text.length);
  });

  test('is left alone where it is indented, or stands in a block of text or a comment', () => {
    expect(withoutUnindented("A: 'x\n  y'\nB: |\n  'z\nC: 1 # 'w\n")).toBeUndefined();
  });

  test('is told as it was where it is never closed', () => {
    expect(read("A:\n  B: 'x\nC: 1\n")).toEqual(["This is not valid YAML: missing closing 'quote."]);
  });
});

describe('a flow collection that goes on at the left', () => {
  test.each([
    ['A:\n  B: [{\n    "C": 1\n  }]\n  D: 2\n', { A: { B: [{ C: 1 }], D: 2 } }],
    ['A:\n  B: {C: [\n    1, 2\n  ]}\n  D: 2\n', { A: { B: { C: [1, 2] }, D: 2 } }],
    ['A:\r\n  B: [\r\n1,\r\n\r\n2\r\n]\r\n  D: 2\r\n', { A: { B: [1, 2], D: 2 } }],
    ['A:\n  - B: [\n    {C: 1},\n    {C: 2}\n    ]\n', { A: [{ B: [{ C: 1 }, { C: 2 }] }] }],
  ])('is read: %j', (text, says) => {
    expect(read(text)).toEqual(says);
  });

  test('is an error where it is never closed, or a comment stands before the line', () => {
    expect(read('A:\n  B: [{C: 1\n  D: 2\n')).toHaveLength(1);
    expect(read('A:\n  B: [{ # why\n  C: 1 }]\n')).toHaveLength(1);
  });
});
