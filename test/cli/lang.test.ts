import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES, FORMATS } from '../../src/cli/core/formats.ts';
import { ja } from '../../src/i18n/ja.ts';
import { rules } from '../../src/index.ts';
import { expected } from '../fixtures.ts';
import { FAULTY, folder, OFF, READY, run } from './harness.ts';

const SEEN: string = join(dirname(fileURLToPath(import.meta.url)), 'ja');

const FOR_PEOPLE = FORMAT_NAMES.filter(each => FORMATS[each].for === 'people');
const FOR_MACHINES = FORMAT_NAMES.filter(each => FORMATS[each].for === 'machines');

describe('--lang ja', () => {
  test.each(FOR_PEOPLE)('has %s in Japanese', format => {
    const cwd = folder({ 'stack.yml': FAULTY });
    const { out } = run(cwd, ['stack.yml', '--pedantic', '--format', format, '--lang', 'ja']);
    expect(out).toBe(expected(join(SEEN, `${format}.txt`), out, ''));
  });

  test.each(FOR_MACHINES)('leaves %s as it is', format => {
    const cwd = folder({ 'stack.yml': FAULTY });
    const args = ['stack.yml', '--pedantic', '--format', format];
    const english = run(cwd, args);
    expect(english.out).not.toBe('');
    expect(run(cwd, [...args, '--lang', 'ja'])).toEqual(english);
  });

  test.each([['--help'], ['stack.yml'], ['stack.yml', '-f', 'checklist']])(
    'keeps to the columns of a terminal: %s',
    (...args) => {
      const { out } = run(folder({ 'stack.yml': FAULTY }), [...args, '--lang=ja']);
      expect(out).toMatch(/[ぁ-ん]/);
      // An address is never broken.
      const lines = out.split('\n').filter(line => !line.includes('https://'));
      expect(lines.filter(line => stringWidth(line) > 80)).toEqual([]);
    },
  );

  test('says in one line that nothing was found', () => {
    const { out } = run(folder({ 'a.yml': READY }), ['a.yml', '--lang', 'ja']);
    expect(out).toBe('a.yml: 問題は見つかりませんでした (サービス 1 件が準備完了)。\n');
  });

  test('lists and explains rules', () => {
    const [first] = rules;
    const list = run(folder(), ['--list-rules', '--lang', 'ja']).out;
    expect(list.split('\n').filter(each => each !== '')).toHaveLength(rules.length);
    const explained = run(folder(), ['--explain', first?.id ?? '', '--lang', 'ja']).out.replace(/\n */g, '');
    for (const text of [first?.summary, first?.why])
      expect(explained.replaceAll(' ', '')).toContain(ja[text ?? '']?.replaceAll(' ', ''));
  });

  test('tells mistakes, whatever else is wrong with the flags', () => {
    const told = (...args: readonly string[]): string => run(folder(), [...args, '--lang', 'ja']).err;
    expect(told('--fixx')).toBe(
      'ecs-exec-lint: オプション --fixx はありません。\necs-exec-lint: --fix のことですか?\n',
    );
    expect(told('--only', 'exec-not-enable')).toContain('`exec-not-enabled` のことですか?');
    expect(told('none.yml')).toBe('ecs-exec-lint: none.yml: そのようなファイルはありません。\n');
  });

  test('fixes, and says so', () => {
    const { out } = run(folder({ 'a.yml': OFF }), ['--fix', '--lang', 'ja', 'a.yml']);
    expect(out).toMatch(/^a\.yml で 1 件を修正しました:\n {2}- `EnableExecuteCommand` を true に設定する/);
  });
});

describe('--lang', () => {
  test('takes the languages that there are, the last one that is given', () => {
    const cwd = folder({ 'a.yml': OFF });
    const { code, err } = run(folder(), ['--lang', 'fr']);
    expect(code).toBe(2);
    expect(err).toContain('The flag --lang takes en, ja, not `fr`.');
    expect(run(cwd, ['a.yml', '--lang', 'ja', '--lang', 'en'])).toEqual(run(cwd, ['a.yml']));
  });

  test('is all that counts: the environment does not', () => {
    const cwd = folder({ 'a.yml': OFF });
    const env = { LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8', LANGUAGE: 'ja' };
    expect(run(cwd, ['a.yml'], { env })).toEqual(run(cwd, ['a.yml']));
  });
});
