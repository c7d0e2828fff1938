import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeholder } from '../../src/cfn/functions/placeholder.ts';
import { matchTokens } from '../../src/iam/pattern-match.ts';
import { patternTokens, type VariableKind } from '../../src/iam/pattern-tokens.ts';
import { matches } from '../../src/util/wildcard.ts';

const HOLES: ReadonlyMap<string, VariableKind> = new Map([
  ['Any', 'anything'],
  ['Part', 'segment'],
  ['Word', 'word'],
  ['Made', 'generated'],
  ['Other', 'generated'],
]);

const holeOf = (name: string): VariableKind => HOLES.get(name) ?? 'anything';

const letter = fc.constantFrom('a', 'b', ':');
const mark = fc.constantFrom(...HOLES.keys()).map(placeholder);
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
    (filled, [name, value]) => filled.replaceAll(placeholder(name), value),
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
        const said = matchTokens(
          patternTokens(pattern, 'pattern', holeOf),
          patternTokens(text, 'text', holeOf),
        );
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
  expect(matchTokens(patternTokens(pattern, 'pattern'), patternTokens(text, 'text'))).toBe(expected);
});

test('a long pattern is no trouble', () => {
  const pattern = `${'a*'.repeat(200)}${placeholder('Any')}b`;
  const text = `${'a'.repeat(400)}${placeholder('Any')}c`;
  expect(matchTokens(patternTokens(pattern, 'pattern', holeOf), patternTokens(text, 'text', holeOf))).toBe(
    'no',
  );
});
