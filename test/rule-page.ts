import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { ERROR_MESSAGES } from '../src/error-messages/error-messages.ts';
import { ja } from '../src/i18n/ja.ts';
import { english, type Words, wordsOf } from '../src/i18n/words.ts';
import { DEFAULT_OPTIONS, lint, parse, type Rule } from '../src/index.ts';
import { accountOf, FIXTURES, settingsOf } from './fixtures.ts';

export type Language = 'en' | 'ja';

/** The words of a page around what the rule says of itself. */
interface Frame {
  readonly words: Words;
  readonly headings: Readonly<Record<Section, string>>;
  readonly facts: (severity: Rule['severity'], fix: Rule['fix']) => string;
  readonly deployed: string;
  readonly reason: string;
}

type Section =
  | 'summary'
  | 'why'
  | 'errorMessages'
  | 'example'
  | 'instead'
  | 'fixSafety'
  | 'notes'
  | 'ignore'
  | 'references';

const FRAMES: Readonly<Record<Language, Frame>> = {
  en: {
    words: english,
    headings: {
      summary: 'What it does',
      why: 'Why',
      errorMessages: 'Error messages',
      example: 'Example',
      instead: 'Use instead',
      fixSafety: 'Fix safety',
      notes: 'Notes',
      ignore: 'Ignore',
      references: 'References',
    },
    facts: (severity, fix) => {
      const fixes = { safe: 'yes, by `--fix`', unsafe: 'yes, by `--fix --unsafe-fixes`', none: 'no' };
      return `Severity: **${severity}** · Fix: ${fixes[fix]}`;
    },
    deployed: 'With `--account` and this output of the AWS CLI:',
    reason: 'the reason',
  },
  ja: {
    words: wordsOf(ja),
    headings: {
      summary: '検出内容',
      why: '影響',
      errorMessages: 'エラーメッセージ',
      example: '例',
      instead: '正しい書き方',
      fixSafety: '修正の安全性',
      notes: '補足',
      ignore: '抑制',
      references: '参考資料',
    },
    facts: (severity, fix) => {
      const fixes = { safe: 'あり (`--fix`)', unsafe: 'あり (`--fix --unsafe-fixes`)', none: 'なし' };
      return `重大度: **${severity}** · 修正: ${fixes[fix]}`;
    },
    deployed: '`--account` に AWS CLI の次の出力を渡した場合:',
    reason: '理由',
  },
};

/**
 * The page of a rule in `docs/rules`: what the rule says of itself, and its example fixture with what is said of it.
 */
export function rulePage(rule: Rule, language: Language = 'en'): string {
  const frame = FRAMES[language];
  const { words } = frame;
  const example = exampleOf(rule);
  const instead = insteadOf(rule);
  const sections: readonly (readonly [Section, string | undefined])[] = [
    ['summary', words(rule.summary)],
    ['why', words(rule.why)],
    ['errorMessages', errorMessages(rule, words)],
    ['example', example && `${code(example)}\n\n${deployed(example, frame)}${said(rule, example, words)}`],
    ['instead', instead && code(instead)],
    ['fixSafety', rule.fix === 'none' ? undefined : rule.fixSafety && words(rule.fixSafety)],
    ['notes', rule.notes && words(rule.notes)],
    ['ignore', ignoring(rule, frame)],
    ['references', rule.sources.map(source => `- <${source}>`).join('\n')],
  ];
  const body = sections.flatMap(([name, text]) => (text ? [`## ${frame.headings[name]}\n\n${text}`] : []));
  return `${[`# ${rule.id}`, frame.facts(rule.severity, rule.fix), ...body].join('\n\n')}\n`;
}

/** What people see because of it. */
function errorMessages({ errorMessages: ids = [] }: Rule, words: Words): string | undefined {
  const names = ids
    .map(id => ERROR_MESSAGES.find(each => each.id === id)?.name)
    .map(name => (typeof name === 'object' ? `- ${words(name)}` : `- \`${name}\``));
  return ids.length === 0 ? undefined : names.join('\n');
}

/** What stands below `Use instead`. */
export function insteadOf(rule: Rule): string | undefined {
  const example = exampleOf(rule);
  return example && ['good', 'fixed', 'unsafe'].map(kind => sibling(example, kind)).find(existsSync);
}

function exampleOf({ id }: Rule): string | undefined {
  const folder = join(FIXTURES, id);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = ['example.yaml', 'example.json'].find(each => names.includes(each));
  return name && join(folder, name);
}

function sibling(path: string, kind: string): string {
  const extension = extname(path);
  const same = `${path.slice(0, -extension.length)}.${kind}${extension}`;
  return existsSync(same) ? same : `${path.slice(0, -extension.length)}.${kind}.yaml`;
}

function code(path: string): string {
  return `\`\`\`${extname(path).slice(1)}\n${readFileSync(path, 'utf8').trimEnd()}\n\`\`\``;
}

/** What is deployed, where that is needed. */
function deployed(path: string, frame: Frame): string {
  const account = `${path}.account.json`;
  return existsSync(account) ? `${frame.deployed}\n\n${code(account)}\n\n` : '';
}

/** What the tool prints of the example. */
function said(rule: Rule, path: string, words: Words): string {
  const file = `stack${extname(path)}`;
  const document = parse(file, readFileSync(path, 'utf8'));
  const { findings } = lint([document], {
    ...DEFAULT_OPTIONS,
    settings: settingsOf(rule.id, basename(path)),
    account: accountOf(rule.id, basename(path)),
    only: [rule.id],
    pedantic: true,
  });
  const lines = findings.map(
    ({ range, severity, message }) =>
      `${file}:${range.start.line}:${range.start.column}: ${severity}: ${words(message)} [${rule.id}]`,
  );
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

function ignoring({ id }: Rule, { reason }: Frame): string {
  return `\`\`\`yaml\n# ecs-exec-lint: ignore[${id}] ${reason}\n\`\`\``;
}
