import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, parse, rules } from '../src/index.ts';
import { expected, settingsOf } from './fixtures.ts';
import { insteadOf, type Language, rulePage } from './rule-page.ts';

const PAGES: string = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'rules');

const FOLDERS: Readonly<Record<Language, string>> = { en: PAGES, ja: join(PAGES, 'ja') };
const LANGUAGES = ['en', 'ja'] as const;

describe.each(rules)('the page of $id', rule => {
  const page = rulePage(rule);

  test.each(LANGUAGES)('is up to date in %s', language => {
    const translated = rulePage(rule, language);
    expect(translated).toBe(expected(join(FOLDERS[language], `${rule.id}.md`), translated, ''));
  });

  test('has an example that is reported, and what to write instead', () => {
    expect(page).toContain(`[${rule.id}]\n\`\`\``);
    expect(page).toContain('## Use instead');
  });

  test('has nothing to say of what to write instead, and no other rule has an error', () => {
    const path = insteadOf(rule) ?? '';
    const { findings } = lint([parse(basename(path), readFileSync(path, 'utf8'))], {
      ...DEFAULT_OPTIONS,
      settings: settingsOf(rule.id, basename(path)),
      pedantic: true,
    });
    const wrong = findings.filter(each => each.ruleId === rule.id || each.severity === 'error');
    expect(wrong.map(each => `${each.ruleId}: ${each.message}`)).toEqual([]);
  });

  test('says how safe its fix is', () => {
    expect(page.includes('## Fix safety')).toBe(rule.fix !== 'none');
  });
});

test.each(LANGUAGES)('there are no other pages in %s', language => {
  const pages = readdirSync(FOLDERS[language]).filter(each => each.endsWith('.md'));
  expect(pages.sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort());
});
