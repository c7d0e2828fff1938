import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { problemsIn } from '../src/cli/config/config-problems.ts';
import { configSchema } from '../src/cli/config/schema.ts';
import { FORMAT_NAMES, FORMATS } from '../src/cli/core/formats.ts';
import { ja } from '../src/i18n/ja.ts';
import { say } from '../src/i18n/sentence.ts';
import { english, type Words, wordsOf } from '../src/i18n/words.ts';
import { parse, rules } from '../src/index.ts';
import { CLI, folder } from './cli/harness.ts';
import { expected, FIXTURES } from './fixtures.ts';

const ROOT: string = join(FIXTURES, '..');

/** The README in one language, with the pages that hold its tables. */
interface Readme {
  readonly file: string;
  readonly rulesPage: string;
  readonly usagePage: string;
  readonly language: string;
  readonly words: Words;
  readonly head: string;
  readonly formats: string;
  readonly configure: RegExp;
}

const READMES: readonly Readme[] = [
  {
    file: 'README.md',
    rulesPage: 'docs/rules.md',
    usagePage: 'docs/usage.md',
    language: 'en',
    words: english,
    formats: '| format | for |',
    head: '| rule | severity | fix | finds |',
    configure: /^## Configure$/m,
  },
  {
    file: 'README.ja.md',
    rulesPage: 'docs/rules.ja.md',
    usagePage: 'docs/usage.ja.md',
    language: 'ja',
    words: wordsOf(ja),
    formats: '| 形式 | 用途 |',
    head: '| ルール | 重大度 | 修正 | 検出内容 |',
    configure: /^## 設定する$/m,
  },
];

/** What stands for lines that are left out. */
const LEFT_OUT = '[...]';

describe.each(READMES)(
  '$file',
  ({ file, rulesPage, usagePage, language, words, head, formats, configure }) => {
    const path = join(ROOT, file);
    const readme = readFileSync(path, 'utf8');
    const examples = [...examplesIn(file), ...examplesIn(usagePage)];

    test('has examples, and so has its page on usage', () => {
      expect([file, usagePage].map(each => examplesIn(each).length)).toEqual([1, 2]);
    });

    test.each(examples)('shows what is printed: %s', (command, output) => {
      const cwd = folder();
      cpSync(FIXTURES, join(cwd, 'fixtures'), { recursive: true });
      const actual = spawnSync(
        'sh',
        ['-c', command.replace(/^(?:npx )?ecs-exec-lint/, '"$0" "$1"'), process.execPath, CLI],
        {
          cwd,
          encoding: 'utf8',
          env: { PATH: process.env.PATH },
        },
      );
      const code = command.includes('--skip') ? 0 : 1;
      expect([code, ''], actual.stderr).toEqual([actual.status, actual.stderr]);
      let rest = actual.stdout;
      for (const part of output.split(`${LEFT_OUT}\n`)) {
        const at = rest.indexOf(part);
        expect(at, part).toBeGreaterThanOrEqual(0);
        rest = rest.slice(at + part.length);
      }
      expect(rest).toBe('');
    });

    test('has the table of the rules', () => {
      const rows = rules.map(
        ({ id, severity, fix: cure, summary }) => `| \`${id}\` | ${severity} | ${cure} | ${words(summary)} |`,
      );
      expectTable(rulesPage, 'rules', [head, '|---|---|---|---|', ...rows]);
    });

    test('has the table of the formats', () => {
      const rows = FORMAT_NAMES.map(
        name => `| \`${name}\` | ${words(FORMATS[name].summary).replace('](schema/', '](../schema/')} |`,
      );
      expectTable(usagePage, 'formats', [formats, '|---|---|', ...rows]);
    });

    test('names scripts that there are', () => {
      for (const [, name = ''] of readme.matchAll(/npm run ([\w:-]+)/g))
        expect(manifest.scripts).toHaveProperty(name);
    });

    test.each([file, rulesPage, usagePage])('%s leads to files that there are', page => {
      const text = readFileSync(join(ROOT, page), 'utf8');
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
      expect(links.filter(link => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
    });

    test('shows a configuration that can be read', () => {
      const [, below = ''] = readme.split(configure);
      const [, config = ''] = /```yaml\n([\s\S]*?)```/.exec(below) ?? [];
      const root = parse('x.yml', config).root;
      expect(root.kind === 'mapping' && root.entries.length).toBeGreaterThan(3);
      expect(problemsIn(root, configSchema(rules), say`It`)).toEqual([]);
    });

    test('has a picture of what is printed', () => {
      const script = join(ROOT, 'scripts', 'picture.mjs');
      const { stdout, stderr } = spawnSync(process.execPath, [script, language], { encoding: 'utf8' });
      expect(stderr).toBe('');
      const [, picture = ''] = /\]\((docs\/picture\S*\.svg)\)/.exec(readme) ?? [];
      expect(stdout).toBe(expected(join(ROOT, picture), stdout, ''));
    });
  },
);

/** The commands that a page shows, with what they print. */
function examplesIn(page: string): readonly (readonly [command: string, output: string])[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/^```console\n\$ (.+)\n([\s\S]*?)^```$/gm)].map(
    ([, command = '', output = '']) => [command, output],
  );
}

/** Between two comments, which are not shown. */
function expectTable(page: string, name: string, lines: readonly string[]): void {
  const path = join(ROOT, page);
  const text = readFileSync(path, 'utf8');
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  expect([text.split(start).length, text.split(end).length], name).toEqual([2, 2]);
  const updated = `${text.split(start)[0]}${start}${lines.join('\n')}\n${end}${text.split(end)[1]}`;
  if (process.env.UPDATE === '1' && process.env.CI === undefined) writeFileSync(path, updated);
  else expect(text).toBe(updated);
}

test.each(['file', 'rulesPage', 'usagePage'] as const)(
  'those of both languages have the same parts, examples and tables: %s',
  page => {
    const shapes = READMES.map(each => {
      const text = readFileSync(join(ROOT, each[page]), 'utf8');
      return [...text.matchAll(/^(#+ |```\w*|\|---)/gm)].map(([mark]) => mark);
    });
    expect(new Set(shapes.map(each => each.join(' '))).size).toBe(1);
  },
);
