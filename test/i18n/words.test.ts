import { describe, expect, test } from 'vitest';
import { and, commas, opening, or, say } from '../../src/i18n/sentence.ts';
import { english, wordsOf } from '../../src/i18n/words.ts';

const said = say`Role \`${'Task'}\` lacks ${say`all of ${3} permissions`}.`;

describe('a sentence', () => {
  test('is English as a text, in JSON and among words', () => {
    const text = 'Role `Task` lacks all of 3 permissions.';
    expect([String(said), JSON.parse(JSON.stringify(said)), english(said)]).toEqual([text, text, text]);
  });

  test('may list things', () => {
    const lists = [and, or, commas].flatMap(list =>
      [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(each => String(list(each))),
    );
    expect(lists).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
      '',
      'a',
      'a or b',
      'a, b or c',
      '',
      'a',
      'a, b',
      'a, b, c',
    ]);
  });

  test('may begin with a phrase', () => {
    expect(String(say`${opening(say`service \`${'a'}\``)} is off.`)).toBe('Service `a` is off.');
  });
});

describe('a catalogue', () => {
  const words = wordsOf({
    'Role `{0}` lacks {1}.': '{1} がロール `{0}` にありません。',
    'all of {0} permissions': '全 {0} 件の権限',
    '{0} of {1}': '{1} の {0} です',
    'a container': 'コンテナ',
    'A text.': 'テキスト。',
  });

  test('puts holes in its own order', () => {
    expect(words(said)).toBe('全 3 件の権限がロール `Task` にありません。');
  });

  test('has texts that are always the same', () => {
    expect([words('A text.'), words('Another.')]).toEqual(['テキスト。', 'Another.']);
  });

  test('leaves what it does not have in English, but not what stands in it', () => {
    expect(words(say`Mind ${say`a container`}!`)).toBe('Mind コンテナ!');
  });

  test('has no blank between wide characters, coloured ones too, and keeps those within a name', () => {
    expect(words(say`${'x'} of ${say`a container`}`)).toBe('コンテナの x です');
    expect(words(say`${'\u001b[31mあ\u001b[39m'} of ${'名 前'}`)).toBe('名 前の\u001b[31mあ\u001b[39mです');
  });
});
