import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reference } from '../../src/cfn/functions/reference.ts';
import { matchPieces } from '../../src/iam/coverage.ts';
import { type Hole, pieces } from '../../src/iam/pieces.ts';
import { matches } from '../../src/util/wildcard.ts';

const HOLES: ReadonlyMap<string, Hole> = new Map([
  ['Any', 'anything'],
  ['Part', 'segment'],
  ['Word', 'word'],
  ['Made', 'generated'],
  ['Other', 'generated'],
]);

const holeOf = (name: string): Hole => HOLES.get(name) ?? 'anything';

const letter = fc.constantFrom('a', 'b', ':');
const mark = fc.constantFrom(...HOLES.keys()).map(reference);
const join = (parts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(parts, { maxLength: 6 }).map(each => each.join(''));

const filling = fc.record({
  Any: join(letter),
  Part: join(fc.constantFrom('a', 'b', '.')),
  Word: join(fc.constantFrom('a', 'b', '-')),
  Made: join(fc.constantFrom('a', 'b')).map(each => `${each}1`),
  Other: join(fc.constantFrom('a', 'b')).map(each => `${each}2`),
});

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replaceAll(reference(name), value),
    text,
  );
}

test('what is certain holds for whatever the references turn out to be', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      join(fc.oneof(letter, mark, fc.constantFrom('*', '?'))),
      join(fc.oneof(letter, mark)),
      fc.array(filling, { minLength: 8, maxLength: 8 }),
      (pattern, text, fillings) => {
        const said = matchPieces(pieces(pattern, 'pattern', holeOf), pieces(text, 'text', holeOf));
        seen.add(said);
        const answers = fillings.map(values => matches(fill(pattern, values), fill(text, values)));
        if (said === 'yes') expect(answers).not.toContain(false);
        if (said === 'no') expect(answers).not.toContain(true);
      },
    ),
    { numRuns: 3000 },
  );
  expect([...seen].sort()).toEqual(['no', 'unknown', 'yes']);
});

test.each([
  ['${aws:username}', 'anybody', 'unknown'],
  ['a-${aws:username}', 'b-anybody', 'no'],
  ['a${*}', 'a*', 'yes'],
  ['a${*}', 'ab', 'no'],
  ['a${?}', 'a?', 'yes'],
  ['a${?}', 'ab', 'no'],
  ['${$}{', '${', 'yes'],
  ['a{b}$', 'a{b}$', 'yes'],
])('the variable in %s over %s: %s', (pattern, text, expected) => {
  expect(matchPieces(pieces(pattern, 'pattern'), pieces(text, 'text'))).toBe(expected);
});

test('a long pattern is no trouble', () => {
  const pattern = `${'a*'.repeat(200)}${reference('Any')}b`;
  const text = `${'a'.repeat(400)}${reference('Any')}c`;
  expect(matchPieces(pieces(pattern, 'pattern', holeOf), pieces(text, 'text', holeOf))).toBe('no');
});
