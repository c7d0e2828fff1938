import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked, type Tokens } from 'marked';

/** The languages that pages of rules are in. */
export type Language = 'en' | 'ja';

interface Words {
  readonly title: string;
  readonly home: string;
  readonly all: string;
  readonly search: string;
  readonly none: string;
  readonly other: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Rules',
    home: 'Check a template',
    all: 'All rules',
    search: 'Search rules and error messages',
    none: 'No rule matches.',
    other: '日本語',
  },
  ja: {
    title: 'ルール',
    home: 'テンプレートをチェック',
    all: 'すべてのルール',
    search: 'ルールとエラーメッセージを検索',
    none: '一致するルールはありません。',
    other: 'English',
  },
};

const DOCS: string = fileURLToPath(new URL('../../docs/rules', import.meta.url));

/** The files of the pages of all rules, with an index in each language, by their paths below `rules/`. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([...pagesIn('en', DOCS), ...pagesIn('ja', join(DOCS, 'ja'))]);
}

function pagesIn(language: Language, folder: string): readonly (readonly [string, string])[] {
  const pages = readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => readPage(name.replace(/\.md$/, ''), readFileSync(join(folder, name), 'utf8')));
  const below = language === 'en' ? '' : `${language}/`;
  return [
    [`${below}index.html`, indexOf(pages, language)],
    ...pages.map(each => [`${below}${each.id}.html`, pageOf(each, language)] as const),
  ];
}

interface Page {
  readonly id: string;
  readonly severity: string;
  readonly summary: string;
  /** All that is searched: prose and error messages, without the templates. */
  readonly text: string;
  readonly html: string;
}

/** A page of `docs/rules`: a heading, a line of facts, and sections that begin with a summary. */
function readPage(id: string, markdown: string): Page {
  const tokens = marked.lexer(markdown);
  const paragraphs = tokens.filter((each): each is Tokens.Paragraph => each.type === 'paragraph');
  const [facts, summary] = paragraphs;
  const severity = /\*\*(\w+)\*\*/.exec(facts?.text ?? '')?.[1];
  if (severity === undefined || summary === undefined) throw new Error(`docs/rules: ${id} has no summary.`);
  const text = tokens.flatMap(each => (each.type === 'code' || each.type === 'space' ? [] : [each.raw]));
  return { id, severity, summary: summary.text, text: text.join(' '), html: marked.parser(tokens) };
}

function pageOf({ id, summary, html }: Page, language: Language): string {
  const words = WORDS[language];
  const home = language === 'en' ? '../index.html' : '../../index.html';
  return frame({
    language,
    title: `${id} - ecs-exec-lint`,
    description: summary,
    body: `<nav><a href="${home}">${words.home}</a> <a href="index.html">${words.all}</a> ${toOther(language, id)}</nav>
<main>
${html}</main>`,
  });
}

function indexOf(pages: readonly Page[], language: Language): string {
  const words = WORDS[language];
  const home = language === 'en' ? '../index.html' : '../../index.html';
  const rows = pages.map(
    ({ id, severity, summary, text }) =>
      `<li data-text="${escapeHtml(text.toLowerCase())}"><a href="${id}.html">${id}</a> <span class="${severity}">${severity}</span> ${marked.parseInline(summary)}</li>`,
  );
  return frame({
    language,
    title: `${words.title} - ecs-exec-lint`,
    description: words.search,
    body: `<nav><a href="${home}">${words.home}</a> ${toOther(language, 'index')}</nav>
<main>
<h1>${words.title}</h1>
<input id="search" type="search" aria-label="${words.search}" placeholder="${words.search}" autocomplete="off" />
<p id="none" role="status" hidden>${words.none}</p>
<ol class="rules">
${rows.join('\n')}
</ol>
</main>
<script src="${language === 'en' ? '' : '../'}search.js"></script>`,
  });
}

function toOther(language: Language, name: string): string {
  const [address, other] = language === 'en' ? [`ja/${name}.html`, 'ja'] : [`../${name}.html`, 'en'];
  return `<a href="${address}" lang="${other}" hreflang="${other}">${WORDS[language].other}</a>`;
}

interface Parts {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

function frame({ language, title, description, body }: Parts): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="description" content="${escapeHtml(description)}" />
<meta
  http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src data:; form-action 'none'; base-uri 'none'"
/>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="${language === 'en' ? '' : '../'}rules.css" />
<title>${title}</title>
</head>
<body>
${body}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, each => `&#${each.codePointAt(0)};`);
}
