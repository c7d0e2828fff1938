import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { terminalPage } from '../../src/cli/output/terminal-page.ts';
import { simpleWidth } from '../../src/report/width.ts';
import { folder, run } from './harness.ts';

const PAGES: string = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'docs', 'rules');
const BOLD = { strong: (text: string): string => `<b>${text}</b>` };
const PLAIN = { strong: (text: string): string => text };

const page = (name: string): string => readFileSync(join(PAGES, name), 'utf8');
const onTerminal = (text: string, columns = 80): string =>
  terminalPage(text, { columns, measure: simpleWidth, paint: PLAIN });

test.each([
  [[], 'exec-not-enabled.md'],
  [['--lang', 'ja'], 'ja/exec-not-enabled.md'],
])('a page that is piped is the Markdown of the package: %j', (flags, name) => {
  expect(run(folder(), ['--explain', 'exec-not-enabled', ...flags]).out).toBe(page(name));
});

describe('a page on a terminal', () => {
  test('has bold headings, wrapped text, and indented code', () => {
    const text =
      '# rule\n\n- one two <https://example.com>\n\n```yaml\na: 1\n\nb: 2\n```\n\nA **bold** word.\n';
    const said = terminalPage(text, { columns: 12, measure: simpleWidth, paint: BOLD });
    expect(said).toBe(
      '<b>rule</b>\n\n- one two\n  https://example.com\n\n    a: 1\n\n    b: 2\n\nA bold word.\n',
    );
  });

  test.each(['.', 'ja'])('stays within 80 columns, code and addresses aside, in %s', language => {
    const names = readdirSync(join(PAGES, language)).filter(each => each.endsWith('.md'));
    expect(names.length).toBeGreaterThan(50);
    const long = names.flatMap(name =>
      onTerminal(page(join(language, name)))
        .split('\n')
        .filter(line => !/^ {4}|https:/.test(line) && stringWidth(line) > 80),
    );
    expect(long).toEqual([]);
  });

  test('leaves no mark of Markdown outside of code', () => {
    const names = readdirSync(PAGES).filter(each => each.endsWith('.md'));
    const marked = names.flatMap(name =>
      onTerminal(page(name), 1000)
        .split('\n')
        .filter(line => /^(?:#|```|\||> )|\*\*|\]\(/.test(line)),
    );
    expect(marked).toEqual([]);
  });
});
