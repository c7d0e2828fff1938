import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/syntax/document.ts';
import { parseFast } from '../../src/syntax/fast-parser.ts';
import { parseFull } from '../../src/syntax/full-parser.ts';
import { parse } from '../../src/syntax/parse.ts';
import { CORPUS } from '../corpus.ts';
import { cpu } from '../cpu.ts';
import { CASES, LONG } from '../edit/runs.ts';
import { seenTokens } from '../edit/seen-tokens.ts';
import { allFixtures } from '../fixtures.ts';
import { type Change, change, changes } from './change.ts';

const FIXTURES: readonly string[] = allFixtures().map(({ path }) => readFileSync(path, 'utf8'));
const BRACKETS = [
  'A:\n  B: [\n    c\n  ]\n  D: {\n    e: [f,\n      g]\n  }\n',
  'A:\n  - B: !Join [\n      "",\n      [c]\n    ]\n    D: [\n    ]\nE: [\n  f, g\n]\n',
];
const SHORT: readonly string[] = [
  ...FIXTURES.filter(text => text.length < 2000),
  ...Array.from({ length: 100 }, () => BRACKETS).flat(),
];

/** What both readers make of a text; nothing where the quick one leaves it to the other. */
function bothOf(text: string): readonly [string, string] | undefined {
  const { format } = parse('x', text);
  const quick = parseFast(text, format);
  return quick && [plain(quick), plain(parseFull(text, format))];
}

/** The tree, and what its editor sees of the tokens: origins themselves are of two kinds. */
function plain({ root, problems }: Pick<Document, 'root' | 'problems'>): string {
  const tokens = problems.length > 0 ? undefined : seenTokens(root);
  return JSON.stringify({ root, problems, tokens }, (key, value: unknown) =>
    key === 'origin' ? undefined : value,
  );
}

describe('both readers make the same tree', () => {
  test('of the fixtures, most of which the quick one reads', () => {
    const read = FIXTURES.flatMap(text => [bothOf(text) ?? []]);
    for (const [quick, thorough] of read) expect(quick).toBe(thorough);
    expect(read.filter(each => each.length > 0).length).toBeGreaterThan(FIXTURES.length * 0.95);
  });

  test.skipIf(CORPUS.length === 0)('of real templates, most of which the quick one reads', () => {
    const some = CORPUS.filter((_, i) => LONG || i % 6 === 0);
    const read = some.flatMap(({ text }) => [bothOf(text) ?? []]);
    for (const [quick, thorough] of read) expect(quick).toBe(thorough);
    expect(read.filter(each => each.length > 0).length).toBeGreaterThan(some.length * 0.9);
  });

  test('of texts that somebody spoiled', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...SHORT), changes, (text, all: readonly Change[]) => {
        const both = bothOf(all.reduce(change, text));
        if (both) expect(both[0]).toBe(both[1]);
        if (both) taken++;
      }),
      CASES,
    );
    expect(taken).toBeGreaterThan(50);
  });
});

test.each(BRACKETS)('brackets may close below the key in front of them: %j', text => {
  const [quick, thorough] = bothOf(text) ?? [];
  expect(quick).toBeDefined();
  expect(quick).toBe(thorough);
});

describe('the quick reader leaves to the other', () => {
  test.each([
    ['anchors and aliases', 'A: &a {b: c}\nD: *a\n'],
    ['merge keys', 'A:\n  <<: {b: c}\n'],
    ['tags that CloudFormation does not know', 'A: !Rain::Module x\n'],
    ['tags of YAML', 'A: !!str 1\n'],
    ['explicit keys', '? A\n: b\n'],
    ['tabs', 'A: "b"\t# c\n'],
    ['text in quotes over several lines', 'A: "b\n  c"\n'],
    ['blocks of text that keep their end', 'A: |+\n  b\n\n'],
    ['comments in brackets', 'A: [b, # c\n  d]\n'],
    ['pairs in lists', 'A: [b: c]\n'],
    ['brackets that close left of the key', 'A:\n  B: [\n    c\n ]\n'],
    ['brackets in brackets that close below the key', 'A:\n  B: [[\n    c\n  ]]\n'],
    ['brackets whose items stand below the key', 'A:\n  B: [\n  c]\n'],
    ['brackets of an item that close below its dash', 'A:\n  - [\n    c\n  ]\n'],
    ['brackets that close below the key of the map around', 's:\n t: {n: n\n}\n'],
    ['brackets of an item that close below the key of the list', 's:\n - [\n  c\n]\n'],
    ['keys without a value in brackets', 'A: {b}\n'],
    ['empty items', 'A:\n  -\n  - b\n'],
    ['several documents', 'A: b\n---\nC: d\n'],
    ['byte order marks in the midst', '# c\n\uFEFFA: b\n'],
    ['what only begins like a document', '---# c\nA: b\n'],
    ['what is no map', '- A\n'],
    ['what is wrong', 'A: [b\n'],
    ['what js-yaml takes and yaml does not', 'A: {} B: c\n'],
    ['what is deep', `A: ${'['.repeat(250)}${']'.repeat(250)}\n`],
  ])('%s', (_, text) => {
    expect(parseFast(text, 'yaml')).toBeUndefined();
  });
});

test('a template on one line is read as fast as one on many', () => {
  const resources = Array.from({ length: 4000 }, (_, i) => [
    `Parameter${i}`,
    { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'a' } },
  ]);
  const template = { Resources: Object.fromEntries(resources) };
  const [many, one] = [1, 0].map(
    indent => cpu(() => parse('template.json', JSON.stringify(template, null, indent))).ms,
  );
  expect(one).toBeLessThan(3 * (many ?? 0));
});
