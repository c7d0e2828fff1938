import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/index.ts';
import { expected } from './fixtures.ts';
import { rulePage } from './rule-page.ts';

const PAGES: string = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'rules');

describe.each(rules)('the page of $id', rule => {
  const page = rulePage(rule);

  test('is up to date', () => {
    expect(page).toBe(expected(join(PAGES, `${rule.id}.md`), page, ''));
  });

  test('has an example that is reported, and what to write instead', () => {
    expect(page).toContain(`[${rule.id}]\n\`\`\``);
    expect(page).toContain('## Use instead');
  });

  test('says how safe its fix is', () => {
    expect(page.includes('## Fix safety')).toBe(rule.fix !== 'none');
  });
});

test('there are no other pages', () => {
  expect(readdirSync(PAGES).sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort());
});
