import { describe, expect, test } from 'vitest';
import { ja } from '../../src/i18n/ja.ts';
import type { Sentence } from '../../src/i18n/sentence.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { fix, lint, type Report } from '../../src/index.ts';
import { allFixtures, optionsFor, read } from '../fixtures.ts';
import { isWordless, tagged, texts } from './message-inventory.ts';

const { templates, untagged } = tagged();
const SAID: readonly string[] = [...templates, ...texts()];
const TRANSLATED: readonly (readonly [english: string, japanese: string])[] = Object.entries(ja);

test('there is something to say', () => {
  expect(templates.size).toBeGreaterThan(500);
});

test('nothing is filled in that no translation can get at', () => {
  expect(untagged).toEqual([]);
});

describe('the Japanese catalogue', () => {
  test('has all that there is to say', () => {
    expect(SAID.filter(each => !isWordless(each) && ja[each] === undefined)).toEqual([]);
  });

  test('has nothing that is not said any more', () => {
    expect(Object.keys(ja).filter(each => !SAID.includes(each))).toEqual([]);
  });

  test('fills all holes', () => {
    const odd = TRANSLATED.filter(([english, japanese]) => holes(english) !== holes(japanese));
    expect(odd).toEqual([]);
  });

  test('keeps code as it is', () => {
    const changed = TRANSLATED.filter(
      ([english, japanese]) =>
        code(english).some(each => !japanese.includes(each)) ||
        code(japanese).some(each => !english.includes(each.slice(1, -1))),
    );
    expect(changed).toEqual([]);
  });

  test('ends a sentence where the English does', () => {
    const odd = TRANSLATED.filter(
      ([english, japanese]) => /[.?]$/.test(english) !== /[。?.]$/.test(japanese) && !/\}$/.test(english),
    );
    expect(odd).toEqual([]);
  });
});

function holes(text: string): string {
  return [...text.matchAll(/\{\d+\}/g)].map(String).sort().join('');
}

function code(text: string): readonly string[] {
  return [...text.matchAll(/`[^`]+`/g)].map(String).filter(each => !/\{\d/.test(each));
}

const words = wordsOf(ja);

describe('what is said in Japanese has no English in it', () => {
  test.each(allFixtures().map(each => [each.name, each] as const))('%s', async (_, fixture) => {
    const document = read(fixture);
    const options = { ...optionsFor(fixture), pedantic: true };
    const reports = [lint([document], options)];
    if (fixture.rule === undefined)
      reports.push((await fix([document], { ...options, unsafe: true })).report);
    const said = reports.flatMap(sentences).map(words);
    expect(said.filter(each => englishIn(each).length > 0)).toEqual([]);
  });
});

function sentences({ findings, services, fixes }: Report): readonly Sentence[] {
  return [
    ...findings.flatMap(({ message, related, fix: mending }) => [
      message,
      ...related.map(each => each.message),
      ...(mending ? [mending.title, ...(mending.warning ? [mending.warning] : [])] : []),
    ]),
    ...services.flatMap(({ noun, checks }) => [noun, ...checks.flatMap(each => each.detail ?? [])]),
    ...fixes.applied.map(each => each.title),
    ...fixes.refused.flatMap(({ title, why }) => [title, why]),
  ];
}

/** Words that people write with small letters in Japanese too. */
const FOREIGN = new Set(['default', 'false', 'init', 'null', 'root', 'true', 'yaml']);

/** Words in small letters that are no code, no message of AWS in quotes, no part of a name, and nobody's reason. */
function englishIn(text: string): readonly string[] {
  const prose = text.replace(/^抑制: .*|`[^`]*`|"[^"]*"|\S*[A-Za-z][:./_-]\S*/gs, ' ');
  return (prose.match(/(?<![A-Za-z0-9*])[a-z]{2,}(?![A-Za-z0-9*])/g) ?? []).filter(
    each => !FOREIGN.has(each),
  );
}
