import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES, FORMATS, type FormatName, loadFormat } from '../../src/cli/core/formats.ts';
import { formatsOf as formatsBy } from '../../src/cli/output/earlier-report.ts';
import { ja } from '../../src/i18n/ja.ts';
import { english, type Words, wordsOf } from '../../src/i18n/words.ts';
import {
  addIgnores,
  DEFAULT_OPTIONS,
  type Document,
  fix,
  lint,
  type Options,
  parse,
  type Report,
  rules,
} from '../../src/index.ts';
import type { Paint, View } from '../../src/report/view.ts';
import { allFixtures, FIXTURES, read } from '../fixtures.ts';
import { EVIL, EVIL_FILE, VIEW } from './support.ts';

const ALL: readonly Document[] = allFixtures().map(read);
const WHOLE: readonly Document[] = ALL.filter(each => each.file.startsWith('whole/'));
const OPTIONS: Options = { ...DEFAULT_OPTIONS, pedantic: true, graph: true };

const formatsOf = (content: Buffer): ReturnType<typeof formatsBy> => formatsBy(content, rules);

const red = (text: string): string => `\u001b[1m\u001b[31m${text}\u001b[39m\u001b[22m`;
const COLORED: Paint = {
  error: red,
  warning: red,
  info: red,
  good: red,
  strong: red,
  faint: red,
};

const LANGUAGES: Readonly<Record<string, Words>> = { english, japanese: wordsOf(ja) };

/** A report in a format; nothing where it is empty, as files are that say nothing. */
async function rendered(report: Report, format: FormatName, view: Partial<View> = {}): Promise<string> {
  const render = await loadFormat(format);
  return render(report, { ...VIEW, ...view });
}

const ALL_WHOLE: Report = lint(WHOLE, OPTIONS);
const reports: readonly Report[] = await makeReports();

async function makeReports(): Promise<readonly Report[]> {
  const some = [...WHOLE, ...ALL.filter((_, i) => i % 50 === 0), parse(EVIL_FILE, EVIL)];
  const ignoring = { rules: ['exec-not-enabled'], reason: 'known', errorsOnly: false };
  const changed = WHOLE.filter((_, i) => i % 8 === 0).flatMap(each => [
    fix([each], { ...OPTIONS, unsafe: true }),
    fix([each], { ...OPTIONS, pedantic: false, unsafe: false }),
    addIgnores([each], { ...OPTIONS, ...ignoring }),
  ]);
  return [
    ...some.map(each => lint([each], OPTIONS)),
    ...WHOLE.map(each => lint([each], { ...OPTIONS, pedantic: false, only: ['parse-error'] })),
    ALL_WHOLE,
    leavingOut(ALL_WHOLE),
    ...WHOLE.filter((_, i) => i % 8 === 0).map(each =>
      leavingOut(lint([each], { ...OPTIONS, only: ['parse-error'] })),
    ),
    lint([], OPTIONS),
    ...(await Promise.all(changed)).flatMap(each => [each.report, each.before]),
  ];
}

/** With files that were left out, and findings that are not shown. */
function leavingOut(report: Report): Report {
  const files = Array.from(
    { length: 12 },
    (_, i) => ({ file: `left/out/${i}.yml`, reason: 'gitignore', by: '.gitignore' }) as const,
  );
  return { ...report, unchecked: { ...report.unchecked, files, belowError: 2 } };
}

/** What reads alike may be in several formats: a report in which nothing was found, of no service. */
const ALIKE: readonly string[] = ['checklist', 'pretty'];

describe.each(FORMAT_NAMES)('a report in %s', format => {
  const languages = FORMATS[format].for === 'people' ? ['english', 'japanese'] : ['english'];

  test.each(languages)('is recognized in %s, and taken for no other', async language => {
    const words = LANGUAGES[language] ?? english;
    const measure = (text: string): number => text.length;
    const views: readonly Partial<View>[] = [
      { words, measure },
      { words, measure, done: 'Ignored', paint: COLORED, columns: 60, pedantic: false },
    ];
    for (const report of reports)
      for (const view of views) {
        const text = await rendered(report, format, view);
        if (text === '') continue;
        const isAlike = ALIKE.includes(format);
        const formats = await formatsOf(Buffer.from(text));
        expect(formats, text).toContain(format);
        expect(
          formats.filter(each => !(isAlike && ALIKE.includes(each))),
          text,
        ).toEqual(isAlike ? [] : [format]);
      }
  });

  test('is none any more once somebody has written to it', async () => {
    const text = await rendered(ALL_WHOLE, format);
    const middle = text.indexOf('\n\n', text.length / 2) + 1 || text.indexOf('\n', text.length / 2) + 1;
    const notes = 'Ask Bob about these 2 things.\n';
    for (const written of [
      `${notes}${text}`,
      `${text}${notes}`,
      `${text}\n${notes}`,
      `${text}\n# My notes\n\n- fix this first\n`,
      `${text.slice(0, middle)}${notes}${text.slice(middle)}`,
      `${text.slice(0, middle)}\n${notes}\n${text.slice(middle)}`,
      text.slice(0, text.length / 2),
      `${text}${text}`.trimEnd(),
    ])
      expect(await formatsOf(Buffer.from(written)), written).toEqual([]);
  });
});

test('line ends of Windows change nothing', async () => {
  const text = await rendered(ALL_WHOLE, 'concise');
  expect(await formatsOf(Buffer.from(text.replaceAll('\n', '\r\n')))).toEqual(['concise']);
});

test('what somebody prepared takes no longer than other texts', async () => {
  const parts = [
    '(',
    ':1)',
    ':',
    '|',
    ' |',
    '[',
    'a]',
    '--fix',
    '.',
    '\\[',
    'x',
    '- ',
    '1',
    ' ',
    '"',
    '::',
    '\u001b[',
  ];
  const starts = [
    '',
    '## ecs-exec-lint\n\nNothing found 1.\n\n',
    'flowchart LR\n  accTitle: ecs-exec-lint\n',
    '  ',
  ];
  for (const start of starts)
    for (const a of parts)
      for (const b of parts) {
        const text = `${start}${(a + b).repeat(20_000)}\n`;
        const begin = performance.now();
        await formatsOf(Buffer.from(text));
        expect(performance.now() - begin, text.slice(0, 40)).toBeLessThan(1000);
      }
});

describe('is no report', () => {
  const ROOT = join(FIXTURES, '..');

  test('a template', async () => {
    for (const each of ALL) expect(await formatsOf(Buffer.from(each.text)), each.file).toEqual([]);
  });

  test.each([
    'README.md',
    'README.ja.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'package.json',
    'action.yml',
    'docs/picture.svg',
  ])('%s', async file => {
    expect(await formatsOf(readFileSync(join(ROOT, file)))).toEqual([]);
  });

  test.each([
    ['a note', 'Nothing to see here.\n'],
    ['a note on this tool', '## ecs-exec-lint\n\nWe run it before each deploy.\n'],
    ['a longer one', '## ecs-exec-lint\n\nFound 2 errors.\n\nWe run it:\n\n- on Mondays\n'],
    ['a workflow', 'on: push\njobs:\n  lint:\n    runs-on: ubuntu-latest\n'],
    ['a script', '#!/bin/sh\necho 1.\n'],
    ['a list', '- error: 1\n- info: 2\n'],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x0a])],
    ['an empty map', '{}\n'],
    ['an empty list of somebody else', '[ ]'],
    [
      'results of another tool in SARIF',
      JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [] }] }),
    ],
    [
      'code quality of another tool',
      JSON.stringify([
        { description: 'x', check_name: 'no-var', fingerprint: 'a', severity: 'info', location: {} },
      ]),
    ],
    [
      'tests of another tool',
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mocha" tests="1">\n</testsuites>\n',
    ],
    ['diagnostics of another tool', JSON.stringify({ source: { name: 'x', url: 'y' }, diagnostics: [] })],
    ['lines of a compiler', 'a.c:1:2: error: expected `;` [syntax]\n'],
    ['a drawing', 'flowchart LR\n  a --> b\n'],
    ['a drawing of services', 'flowchart LR\n  accTitle: ecs-exec-lint\n  a --> b\n'],
    ['numbers', '3.\n'],
  ])('%s', async (_, content) => {
    expect(await formatsOf(Buffer.from(content))).toEqual([]);
  });

  test.each(['json', 'sarif', 'rdjson'] as const)(
    'a template that looks like a report in %s',
    async format => {
      const report = JSON.parse(await rendered(ALL_WHOLE, format));
      report.Resources = {};
      expect(await formatsOf(Buffer.from(`${JSON.stringify(report, null, 2)}\n`))).toEqual([]);
    },
  );

  test('results in SARIF that another tool has added its own to', async () => {
    const log = JSON.parse(await rendered(ALL_WHOLE, 'sarif'));
    log.runs.push({ tool: { driver: { name: 'x' } }, results: [] });
    expect(await formatsOf(Buffer.from(JSON.stringify(log)))).toEqual([]);
  });

  test('code quality that another tool has added its own to', async () => {
    const issues = JSON.parse(await rendered(ALL_WHOLE, 'gitlab'));
    issues.push({ ...issues[0], check_name: 'no-var' });
    expect(await formatsOf(Buffer.from(JSON.stringify(issues)))).toEqual([]);
  });
});
