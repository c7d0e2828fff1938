import { readFileSync } from 'node:fs';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { english, type Words } from '../../i18n/words.ts';
import { type Rule, rules } from '../../index.ts';
import { SEVERITIES } from '../../report/counts.ts';
import { simpleWidth } from '../../report/width.ts';
import { wrap } from '../../report/wrap.ts';

const FIXES: Readonly<Record<Rule['fix'], Sentence>> = {
  safe: say`safe fix`,
  unsafe: say`unsafe fix`,
  none: say`no fix`,
};

/** One rule a line, its id first. */
export function listRules(words: Words): string {
  const rows = rules.map(({ id, severity, fix, summary }) => [
    id,
    words(SEVERITIES[severity]),
    words(FIXES[fix]),
    words(summary),
  ]);
  const widths = [0, 1, 2].map(i => Math.max(...rows.map(row => simpleWidth(row[i] ?? ''))));
  return rows.map(row => `${row.map((cell, i) => padded(cell, widths[i] ?? 0)).join('  ')}\n`).join('');
}

/** What programs may ask of the rules: an array, in the order of the reports. */
export function rulesAsJson(): string {
  const listed = rules.map(({ id, severity, fix, summary, why, sources }) => ({
    id,
    severity,
    fix,
    summary,
    why,
    sources,
  }));
  return `${JSON.stringify(listed, null, 2)}\n`;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - simpleWidth(text)));
}

const CURES: Readonly<Record<Rule['fix'], Sentence>> = {
  safe: say`\`--fix\` fixes it where that is safe.`,
  unsafe: say`\`--fix --unsafe-fixes\` fixes it.`,
  none: say`There is no automatic fix.`,
};

/** The rule's page in the package, with examples, as Markdown; nothing where it is not there. */
export function rulePage(id: string, words: Words): string | undefined {
  const folder = words === english ? '' : 'ja/';
  try {
    return readFileSync(new URL(`../docs/rules/${folder}${id}.md`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}

export function inShort(id: string, words: Words, columns: number): string {
  const text = (said: Sentence | string): readonly string[] =>
    words(said)
      .split('\n')
      .map(line => `  ${wrap(line, { columns, measure: simpleWidth }, '  ', 2)}`.trimEnd());
  return rules
    .filter(each => each.id === id)
    .map(({ summary, why, severity, fix, fixSafety, notes, sources }) =>
      [
        `${id} (${words(SEVERITIES[severity])})`,
        '',
        wrap(words(summary), { columns, measure: simpleWidth }, ''),
        '',
        words(say`Why it matters`),
        ...text(why),
        '',
        words(say`Fix`),
        ...text(CURES[fix]),
        ...(fixSafety === undefined ? [] : text(fixSafety)),
        ...(notes === undefined ? [] : ['', words(say`Notes`), ...text(notes)]),
        '',
        words(say`Sources`),
        ...sources.map(each => `  ${each}`),
        '',
      ].join('\n'),
    )
    .join('');
}
