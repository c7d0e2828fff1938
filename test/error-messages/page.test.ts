import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ErrorMessage } from '../../src/error-messages/error-message.ts';
import { ERROR_MESSAGES } from '../../src/error-messages/error-messages.ts';
import { ja } from '../../src/i18n/ja.ts';
import { say } from '../../src/i18n/sentence.ts';
import { english, type Words, wordsOf } from '../../src/i18n/words.ts';
import { rules } from '../../src/index.ts';
import { expected } from '../fixtures.ts';

const DOCS: string = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'docs');

interface Frame {
  readonly words: Words;
  readonly title: string;
  readonly opening: string;
  /** Where the page of a rule is, from the page of messages. */
  readonly rulePages: string;
  readonly found: string;
  readonly outside: string;
}

const PAGES: Readonly<Record<string, Frame>> = {
  'error-messages.md': {
    words: english,
    title: 'Error messages',
    opening:
      '`ecs-exec-lint --why TEXT` recognizes these messages, however they are quoted or wrapped, and ranks their causes in your templates.\nThe name of an error alone is enough.',
    rulePages: 'rules',
    found: 'Rules that find its causes',
    outside: 'Causes that no template shows',
  },
  'error-messages.ja.md': {
    words: wordsOf(ja),
    title: 'エラーメッセージ',
    opening:
      '`ecs-exec-lint --why TEXT` は次のメッセージを認識し、テンプレートの中の原因を可能性の高い順に表示します。引用符や改行が変わっていても、エラーの名前だけでもかまいません。',
    rulePages: 'rules/ja',
    found: '原因を検出するルール',
    outside: 'テンプレートからは分からない原因',
  },
};

function section({ id, name, meaning, outside }: ErrorMessage, { words, ...frame }: Frame): string {
  const finding = rules.filter(rule => rule.errorMessages?.includes(id));
  const links = finding.map(rule => `[${rule.id}](${frame.rulePages}/${rule.id}.md)`);
  const title = words(say`${name}`);
  return [
    `## ${title === String(name) && /^[ -~…]+$/.test(title) ? `\`${title}\`` : title}`,
    words(meaning),
    ...(links.length > 0 ? [`${frame.found}: ${links.join(', ')}`] : []),
    ...(outside.length > 0
      ? [
          `${frame.outside}:`,
          outside.map(({ says, command }) => `- ${words(says)} \`${command}\``).join('\n'),
        ]
      : []),
  ].join('\n\n');
}

test.each(Object.entries(PAGES))('the page %s has every message', (file, frame) => {
  const sections = ERROR_MESSAGES.map(each => section(each, frame));
  const page = `${[`# ${frame.title}`, frame.opening, ...sections].join('\n\n')}\n`;
  expect(page).toBe(expected(join(DOCS, file), page, ''));
});
