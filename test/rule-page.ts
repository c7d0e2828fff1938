import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { ERROR_MESSAGES } from '../src/error-messages/error-messages.ts';
import { DEFAULT_OPTIONS, lint, parse, type Rule } from '../src/index.ts';
import { accountOf, FIXTURES, settingsOf } from './fixtures.ts';

/**
 * The page of a rule in `docs/rules`: what the rule says of itself, and its example fixture with what is said of it.
 */
export function rulePage(rule: Rule): string {
  const example = exampleOf(rule);
  const instead = insteadOf(rule);
  const sections: readonly (readonly [string, string | undefined])[] = [
    ['What it does', rule.summary],
    ['Why', rule.why],
    ['Error messages', errorMessages(rule)],
    ['Example', example && `${code(example)}\n\n${deployed(example)}${said(rule, example)}`],
    ['Use instead', instead && code(instead)],
    ['Fix safety', rule.fix === 'none' ? undefined : rule.fixSafety],
    ['Notes', rule.notes],
    ['Ignore', ignoring(rule)],
    ['References', rule.sources.map(source => `- <${source}>`).join('\n')],
  ];
  const body = sections.flatMap(([title, text]) => (text ? [`## ${title}\n\n${text}`] : []));
  return `${[`# ${rule.id}`, facts(rule), ...body].join('\n\n')}\n`;
}

/** What people see because of it. */
function errorMessages({ errorMessages: ids = [] }: Rule): string | undefined {
  const names = ids
    .map(id => ERROR_MESSAGES.find(each => each.id === id))
    .map(each => (typeof each?.name === 'string' ? `- \`${each.name}\`` : `- ${each?.name}`));
  return ids.length === 0 ? undefined : names.join('\n');
}

const FIXES: Record<Rule['fix'], string> = {
  safe: 'yes, by `--fix`',
  unsafe: 'yes, by `--fix --unsafe-fixes`',
  none: 'no',
};

function facts({ severity, fix }: Rule): string {
  return `Severity: **${severity}** · Fix: ${FIXES[fix]}`;
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
function deployed(path: string): string {
  const account = `${path}.account.json`;
  return existsSync(account)
    ? `With \`--account\` and this output of the AWS CLI:\n\n${code(account)}\n\n`
    : '';
}

/** What the tool prints of the example. */
function said(rule: Rule, path: string): string {
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
      `${file}:${range.start.line}:${range.start.column}: ${severity}: ${message} [${rule.id}]`,
  );
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

function ignoring({ id }: Rule): string {
  return `\`\`\`yaml\n# ecs-exec-lint: ignore[${id}] the reason\n\`\`\``;
}
