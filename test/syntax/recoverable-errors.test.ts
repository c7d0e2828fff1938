import { describe, expect, test } from 'vitest';
import { commentsOf } from '../../src/syntax/comments.ts';
import { toJson } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { rangeOf } from '../../src/syntax/place.ts';

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
    ['A: !Ref B　\nC: d　　\r\n', { A: { Ref: 'B' }, C: 'd' }, ['<>', '<><>']],
    ['A:\n  - b　', { A: ['b'] }, ['<>']],
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
    ['A: 本番　\n'],
    ['A: "b　"\n'],
    ['A: [b　, c]\n'],
    ['A: b\n  　c\n'],
  ])('that is meant: %j', text => {
    expect(read(text).typos).toEqual([]);
  });

  test('is nothing to JSON', () => {
    expect(parse('template.json', '{"A": "arn　# not"}').typos).toEqual([]);
  });
});

describe('a no-break space', () => {
  test.each([
    ['A:\u00A0b\n', { A: 'b' }],
    ['A: b\u00A0# c\n', { A: 'b' }],
    ['A:\n  -\u00A0b\n', { A: ['b'] }],
    ['A: b\u00A0\n', { A: 'b' }],
  ])('that changes what is said: %j', (text, says) => {
    expect(read(text)).toEqual({ says, typos: ['\u00A0'] });
  });

  test.each([
    ['A:\n  B: 1\n\u00A0\u00A0C: 2\n', { A: { B: 1, C: 2 } }, ['\u00A0\u00A0']],
    ['A:\n  B: 1\n \u00A0C:\n    \u00A0 D: 2\n', { A: { B: 1, C: { D: 2 } } }, ['\u00A0', '\u00A0']],
    [
      'A:\n\u00A0- b\n\u00A0- c: d\n\u00A0\u00A0 e: f\n',
      { A: ['b', { c: 'd', e: 'f' }] },
      ['\u00A0', '\u00A0', '\u00A0\u00A0'],
    ],
  ])('in an indentation: %j', (text, says, typos) => {
    const { says: is, typos: found } = read(text);
    expect({ is, found }).toEqual({ is: says, found: typos });
  });

  test.each([['A: a\u00A0b\n'], ['A: "\u00A0"\n'], ['A: 1 #\u00A0b\n'], ['A: |\n  \u00A0b\n']])(
    'that is meant: %j',
    text => {
      expect(read(text).typos).toEqual([]);
    },
  );
});

describe('a tab in an indentation', () => {
  test.each([
    ['A:\n\tB: 1\n\tC:\n\t\tD: 2\n', { A: { B: 1, C: { D: 2 } } }, ['\t', '\t', '\t\t']],
    ['A:\n  B: 1\n\tC: 2\n', { A: { B: 1, C: 2 } }, ['\t']],
    ['A:\r\n        B: 1\r\n\tC: 2\r\n', { A: { B: 1, C: 2 } }, ['\t']],
  ])('is read as spaces: %j', (text, says, typos) => {
    expect(read(text)).toEqual({ says, typos, broken: true });
  });

  test.each([
    ['the width decides what is said', 'A:\n  B:\n\tC: 1\n\tD: 2\n    E: 1\n\tF: [\n'],
    ['something else is wrong too', 'A:\n\tB: [1\n\tC: 2\n'],
    ['a block of text has one too', 'A:\n\tB: |\n\t\t  x\n\tC: 2\nD: |\n  \ty\n'],
  ])('is an error where %s', (_, text) => {
    const { problems, typos } = parse('template.yaml', text);
    expect(problems.map(({ kind }) => kind)).toEqual(['syntax']);
    expect(typos).toEqual([]);
  });
});

describe('a colon that is none', () => {
  test.each([
    ['A:\n  Bc:1\n  D: 2\n', { A: { Bc: 1, D: 2 } }, [':']],
    ['A:\n  B: 1\n  Cd:!Ref E\nF: 2\n', { A: { B: 1, Cd: { Ref: 'E' } }, F: 2 }, [':']],
    ['A:\n  - Bc:1\n    D: 2\n', { A: [{ Bc: 1, D: 2 }] }, [':']],
    ['A：1\nB： 2\nC ：3\nD: 4\n', { A: 1, B: 2, C: 3, D: 4 }, ['：', '：', ' ：']],
    ['A: 1\n"B":2\nType:AWS::ECS::Service\n', { A: 1, B: 2, Type: 'AWS::ECS::Service' }, [':', ':']],
  ])('and keeps the text from being read: %j', (text, says, typos) => {
    expect(read(text)).toEqual({ says, typos, broken: true });
  });

  test.each([
    ['A:\n  Properties:\n    B:1\n', { A: { Properties: { B: 1 } } }, [':']],
    ['Properties: # c\n  B:1\n  C:d # e\n', { Properties: { B: 1, C: 'd' } }, [':', ':']],
    ['A:\n  - Bc:1\n    D:2\n', { A: [{ Bc: 1, D: 2 }] }, [':', ':']],
  ])('and makes a text of a map: %j', (text, says, typos) => {
    expect(read(text)).toEqual({ says, typos });
  });

  test.each([
    ['A:\n  - s3:GetObject\n  - Note:x\n'],
    ['A: b:c\nD: http://e\nF: G：H\n'],
    ['Description:\n  Note:x\n'],
    ['Properties:\n  some text\n  Note:x\n'],
    ['Properties:\n  http://x\n'],
    ['A: |\n  B:1\n'],
  ])('is meant: %j', text => {
    expect(read(text).typos).toEqual([]);
  });

  test('is not what keeps an action from being read', () => {
    const { problems, typos } = parse('template.yaml', 'A:\n  - s3:GetObject\n    Resource: x\n');
    expect(problems.map(({ kind }) => kind)).toEqual(['syntax']);
    expect(typos).toEqual([]);
  });

  test('leaves what stands behind it in its place', () => {
    const text = 'A:\n  Bc:1 # d\n  E: !Ref F\nG：2\nH: 3\n';
    const document = parse('template.yaml', text);
    const written = (path: readonly string[]): string => {
      const { start, end } = rangeOf({ document, path });
      return text.slice(start, end);
    };
    expect([['A', 'Bc'], ['A', 'E'], ['G'], ['H']].map(written)).toEqual(['1', '!Ref F', '2', '3']);
    expect(commentsOf(document).map(({ start, end }) => text.slice(start, end))).toEqual(['# d']);
  });
});

describe('an error', () => {
  test.each([
    ['of one slip is told once, where it begins', 'A:\n  B:\n    C: 1\n   D: 2\n    E: 3\nF: 4\n', 4],
    ['of a template engine is told as such', 'A: 1\nB: {{ c }}\nD: {{ e }}\n', 2],
    ['of a tab is told as such', 'A: |\n  \tx\nB:\n\tC: 1\n\tD: |\n\t\te\n', 4],
  ])('%s', (_, text, line) => {
    const { problems } = parse('template.yaml', text);
    expect(problems.map(({ kind, range }) => [kind, text.slice(0, range.start).split('\n').length])).toEqual([
      ['syntax', line],
    ]);
  });

  test.each([
    ['A: {{ b }}\n', '{{ b }}'],
    ['A: 1\n{% if b %}\nC: 2\n{% endif %}\n', '{% if b %}'],
    ['A: "{{ b }}" {{ c }}\n', '{{ c }}'],
    ['A: 1\n<% b %>\nC: 2\n', '<% b %>'],
  ])('names what is for a template engine: %j', (text, mark) => {
    expect(String(parse('template.yaml', text).problems[0]?.message)).toContain(
      `\`${mark}\` is for a template engine`,
    );
  });

  test.each([['A: "{{resolve:ssm:/b}}"\nC: [\n'], ['A: [ # {{ b }}\n'], ['A: {{resolve:ssm:b}}\n']])(
    'names no template engine: %j',
    text => {
      expect(String(parse('template.yaml', text).problems[0]?.message)).not.toContain('template engine');
    },
  );
});

test('a text that goes on being read after its typos keeps the problems that it has', () => {
  const { problems } = parse('template.yaml', 'A:\n  - "x",\nA: 2\n');
  expect(problems.map(each => each.kind)).toEqual(['slip', 'duplicate-key']);
});
