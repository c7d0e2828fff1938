import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lower } from '../../src/edit/lower.ts';
import { splice } from '../../src/edit/splice.ts';
import { Refusal } from '../../src/edit/tree/edit.ts';
import { parse } from '../../src/syntax/parse.ts';
import { fault } from './invariants.ts';
import { readShapes } from './shape.ts';

const FOLDER = new URL('shapes/', import.meta.url);

describe.each(readdirSync(FOLDER))('%s', name => {
  const shapes = readShapes(new URL(name, FOLDER));

  test.each(shapes)('$name', ({ text, edits, expected }) => {
    const document = parse(name.startsWith('json') ? 'template.json' : 'template.yaml', text);
    expect(document.problems).toEqual([]);
    const wanted = edits(document);
    const splices = lower(document, wanted);
    if (splices instanceof Refusal) {
      expect(`>>> refused: ${splices.why}`).toBe(expected);
      return;
    }
    const after = splice(text, splices);
    expect(after).toBe(expected);
    expect(fault(document, wanted, splices, after)).toBeUndefined();
  });

  test('each have a name of their own', () => {
    const names = shapes.map(each => each.name);
    expect(names).toEqual([...new Set(names)]);
  });
});
