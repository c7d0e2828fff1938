import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OccupiedRanges } from '../../src/autofix/occupied-ranges.ts';
import { sameSplice, touch } from '../../src/edit/splice.ts';
import type { FileSplice } from '../../src/lint/report.ts';

const anySplice: fc.Arbitrary<FileSplice> = fc
  .record({
    file: fc.constantFrom('a', 'a', 'b'),
    start: fc.nat(40),
    length: fc.constantFrom(0, 0, 1, 5),
    text: fc.constantFrom('', 'a', 'b'),
  })
  .map(({ file, start, length, text }) => ({ file, start, end: start + length, text }));

function meet(one: FileSplice, other: FileSplice): boolean {
  return one.file === other.file && touch(one, other);
}

function isSame(one: FileSplice, other: FileSplice): boolean {
  return one.file === other.file && sameSplice(one, other);
}

test('a place is free when nothing that was added touches it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anySplice, { minLength: 1, maxLength: 3 }), { maxLength: 20 }), groups => {
      const occupied = new OccupiedRanges();
      const added: FileSplice[] = [];
      for (const group of groups) {
        const isFree = !group.some(each => added.some(other => meet(each, other)));
        expect(occupied.fits(group)).toBe(isFree);
        const isSound = !group.some((each, i) => group.slice(i + 1).some(other => meet(each, other)));
        if (!isFree || !isSound) continue;
        occupied.add(group);
        for (const each of group) if (!added.some(other => isSame(each, other))) added.push(each);
      }
      for (const file of ['a', 'b'])
        expect(occupied.in(file).map(each => each.start)).toEqual(
          added
            .filter(each => each.file === file)
            .map(each => each.start)
            .sort((a, b) => a - b),
        );
    }),
  );
});
