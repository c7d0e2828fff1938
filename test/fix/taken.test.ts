import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Splice } from '../../src/edit/edit.ts';
import { sameSplice, touch } from '../../src/edit/splice.ts';
import { Taken } from '../../src/fix/taken.ts';

const anySplice: fc.Arbitrary<Splice> = fc
  .record({ start: fc.nat(40), length: fc.constantFrom(0, 0, 1, 5), text: fc.constantFrom('', 'a', 'b') })
  .map(({ start, length, text }) => ({ start, end: start + length, text }));

test('a place is free when nothing that was added touches it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anySplice, { minLength: 1, maxLength: 3 }), { maxLength: 20 }), groups => {
      const taken = new Taken();
      const added: Splice[] = [];
      for (const group of groups) {
        const isFree = !group.some(each => added.some(other => touch(each, other)));
        expect(taken.fits(group)).toBe(isFree);
        const isSound = !group.some((each, i) => group.slice(i + 1).some(other => touch(each, other)));
        if (!isFree || !isSound) continue;
        taken.add(group);
        for (const each of group) if (!added.some(other => sameSplice(each, other))) added.push(each);
      }
      expect(taken.all()).toHaveLength(added.length);
      expect(taken.all().map(each => each.start)).toEqual(
        added.map(each => each.start).sort((a, b) => a - b),
      );
    }),
  );
});
