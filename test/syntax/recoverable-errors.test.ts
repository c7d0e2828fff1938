import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';

/** What is read, and the texts of the typos; `broken` where the text cannot be read as it stands. */
function read(text: string): { says: unknown; typos: readonly string[]; broken?: true } {
  const document = parse('template.yaml', text);
  const typos = document.typos.map(({ range }) => text.slice(range.start, range.end).replaceAll('　', '<>'));
  return {
    says: toJson(document.root),
    typos,
    ...(document.problems.length > 0 && { broken: true as const }),
  };
}

describe('a comma at the end of a line', () => {
  test.each([
    ['A:\n  - "x",\n  - "y"\n', { A: ['x', 'y'] }, [',']],
    ['A:\n  - "x" , # why\n  - y\n', { A: ['x', 'y'] }, [' ,']],
    ['A:\r\n- \'x\',\r\n- "y",\r\n', { A: ['x', 'y'] }, [',', ',']],
    ['A: "1",\nB: [a, b],\nC: {d: e},\n', { A: '1', B: ['a', 'b'], C: { d: 'e' } }, [',', ',', ',']],
    ['A:\n  - "x",', { A: ['x'] }, [',']],
    ['A:\n  - [a,\n     b],\n', { A: [['a', 'b']] }, [',']],
  ])('%j', (text, says, typos) => {
    expect(read(text)).toEqual({ says, typos, broken: true });
  });

  test.each([
    ['another item follows', 'A:\n  - "x", "y"\n'],
    ['there are two', 'A:\n  - "x",,\n'],
    ['nothing stands before it', 'A:\n  - ,\n  - x\n'],
    ['something else is wrong too', 'A:\n  - "x",\n  - "y\n'],
  ])('is an error where %s', (_, text) => {
    const { problems, typos } = parse('template.yaml', text);
    expect(problems[0]?.kind).toBe('syntax');
    expect(typos).toEqual([]);
  });

  test.each([
    ['is part of a plain text', 'A:\n  - x,\n', { A: ['x,'] }],
    ['is part of a block of text', 'A: |\n  - "x",\n', { A: '- "x",\n' }],
    ['ends a flow collection', 'A: ["x",]\nB: {a: b,}\n', { A: ['x'], B: { a: 'b' } }],
  ])('%s', (_, text, says) => {
    expect(read(text)).toEqual({ says, typos: [] });
  });
});

describe('a full-width space', () => {
  test.each([
    ['A: arn　# why\n', { A: 'arn' }, ['<>']],
    ['A: arn　　# why\n', { A: 'arn' }, ['<><>']],
    ['A: arn 　#why\n', { A: 'arn' }, ['<>']],
    ['A: arn　 # why\n', { A: 'arn' }, ['<>']],
    ['A: true　# 有効\nB: 1\n', { A: true, B: 1 }, ['<>']],
    [
      'A:\n  - !Ref X　# 参照\n  - !GetAtt Y.Arn　# 参照\n',
      { A: [{ Ref: 'X' }, { 'Fn::GetAtt': ['Y', 'Arn'] }] },
      ['<>', '<>'],
    ],
    ['A:\n  - 　# ここに書く\n', { A: [null] }, ['<>']],
    ['A: 　arn\n', { A: 'arn' }, ['<>']],
    ['A:\n  B:　c\n', { A: { B: 'c' } }, ['<>']],
    ['A:\n  B:　c　# d\n', { A: { B: 'c' } }, ['<>', '<>']],
    ['A:\n  B　: c\n', { A: { B: 'c' } }, ['<>']],
    ['A:\n  -　b\n  - c\n', { A: ['b', 'c'] }, ['<>']],
  ])('that changes what is said: %j', (text, says, typos) => {
    expect(read(text)).toEqual({ says, typos });
  });

  test.each([
    ['A: "arn"　# why\n', { A: 'arn' }, ['<>']],
    ['A: [a]　# why\n', { A: ['a'] }, ['<>']],
    ['A:\n  -　B: c\n    D: e\n', { A: [{ B: 'c', D: 'e' }] }, ['<>']],
    ['A:\n  Type:　AWS::ECS::Service\n  B: 1\n', { A: { Type: 'AWS::ECS::Service', B: 1 } }, ['<>']],
    ['A:\n  - "x",\n  - arn　# why\n', { A: ['x', 'arn'] }, [',', '<>']],
  ])('that keeps the text from being read: %j', (text, says, typos) => {
    expect(read(text)).toEqual({ says, typos, broken: true });
  });

  test.each([
    ['A: "arn　# not"\n'],
    ["A: 'arn　# not'\n"],
    ['A: |\n  arn　# not\n  B:　c\nC: >-\n  -　d　# not\n'],
    ['A: b # 説明　# 続き\n'],
    ['A: 手順　# 一\n'],
    ['A: 手順　#1\n'],
    ['A: 注意:　本番\n'],
    ['A: 全角　空白\n'],
    ['A: b　c\n'],
    ['A:\n  これは\n  b　# c\n'],
    ['A:\n  注意:　本番\n'],
    ['A:\n  Note:　本番\n'],
  ])('that is meant: %j', text => {
    expect(read(text).typos).toEqual([]);
  });

  test('is nothing to JSON', () => {
    expect(parse('template.json', '{"A": "arn　# not"}').typos).toEqual([]);
  });
});

test('a text that goes on being read after its typos keeps the problems that it has', () => {
  const { problems } = parse('template.yaml', 'A:\n  - "x",\nA: 2\n');
  expect(problems.map(each => each.kind)).toEqual(['slip', 'duplicate-key']);
});
