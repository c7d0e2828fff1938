import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/index.ts';
import { findingsByImpact } from '../../src/report/finding-order.ts';
import { markdown } from '../../src/report/markdown.ts';
import { FAULTY, OFF, READY } from '../cli/harness.ts';
import { EVIL, EVIL_FILE, fixed, report, VIEW } from './support.ts';

function tokens(text: string): readonly Token[] {
  const all: Token[] = [];
  marked.walkTokens(marked.lexer(text), token => {
    all.push(token);
  });
  return all;
}

const ofType = (all: readonly Token[], type: string): readonly Token[] =>
  all.filter(each => each.type === type);

const isTable = (token: Token): token is Tokens.Table => token.type === 'table';

test('is a heading, what was found, how ready each service is, and the findings', () => {
  const said = report(FAULTY);
  const [heading, paragraph, ...rest] = marked
    .lexer(markdown(said, VIEW))
    .filter(each => each.type !== 'space');
  expect(heading).toMatchObject({ type: 'heading', text: 'ecs-exec-lint' });
  expect(paragraph).toMatchObject({ type: 'paragraph', text: /^\d+ errors, .+ in 1 template\./ });
  const tables = rest.filter(isTable);
  expect(tables.map(each => each.rows.length)).toEqual([1, said.findings.length]);
  const findings = findingsByImpact(said, rules);
  for (const [i, row] of tables[1]?.rows.entries() ?? []) {
    const finding = findings[i];
    expect(row[1]?.text).toBe(`a.yml:${finding?.range.start.line}`);
    expect(row[2]?.tokens.at(-1)).toMatchObject({ type: 'link', href: finding?.url });
  }
});

test('says what was fixed', async () => {
  const said = { ...(await fixed(OFF)), nextSteps: undefined };
  const items = ofType(tokens(markdown(said, VIEW)), 'list_item');
  expect(items).toMatchObject([
    { text: /^Set `EnableExecuteCommand` to true \\\[exec-not-enabled\\\]$/ },
    { text: /^rules that are off: / },
  ]);
});

test('is short where nothing is found', () => {
  const said = { ...report(READY), findings: [] };
  expect(
    tokens(markdown(said, VIEW))
      .filter(isTable)
      .map(each => each.rows.length),
  ).toEqual([1]);
  expect(markdown({ ...said, documents: [], services: [] }, VIEW)).toContain('No template was checked.');
});

describe('hostile names', () => {
  const said = report(EVIL, EVIL_FILE);
  const all = tokens(markdown(said, VIEW));

  test('stay in the cells that they are in', () => {
    const tables = all.filter(isTable);
    expect(tables.map(each => each.rows.length)).toEqual([said.services.length, said.findings.length]);
    const widths = tables.map(each => [...new Set(each.rows.map(row => row.length))]);
    expect(widths).toEqual([[4], [3]]);
  });

  test('are text: no HTML, no link, no picture, no heading, and nobody is called', () => {
    expect(ofType(all, 'html').filter(each => each.raw !== '<!-- -->')).toEqual([]);
    expect(ofType(all, 'image')).toEqual([]);
    expect(ofType(all, 'heading')).toHaveLength(1);
    expect(ofType(all, 'del')).toEqual([]);
    expect(ofType(all, 'em')).toEqual([]);
    const links = new Set(ofType(all, 'link').map(each => 'href' in each && each.href));
    const own = new Set(said.findings.map(each => each.url));
    expect([...links].filter(each => typeof each !== 'string' || !own.has(each))).toEqual([]);
    const bold = new Set(ofType(all, 'strong').map(each => 'text' in each && each.text));
    expect([...bold].sort()).toEqual(['error', 'not ready']);
    expect(markdown(said, VIEW)).not.toMatch(/@\w/);
  });

  test('are shown as they are', () => {
    const html = marked.parse(markdown(said, VIEW), { async: false });
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('**bold** _it_ ~~s~~');
  });
});
