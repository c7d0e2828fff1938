import { readFileSync } from 'node:fs';
import { type Rule, rules } from '../index.ts';

/** One rule a line, its id first. */
export function listRules(): string {
  const width = Math.max(...rules.map(each => each.id.length));
  return rules
    .map(({ id, severity, fix, summary }) => {
      const cure = fix === 'none' ? 'no fix' : `${fix} fix`;
      return `${id.padEnd(width)}  ${severity.padEnd(7)}  ${cure.padEnd(10)}  ${summary}\n`;
    })
    .join('');
}

const CURES: Readonly<Record<Rule['fix'], string>> = {
  safe: '`--fix` mends it where that is safe.',
  unsafe: '`--fix --unsafe-fixes` mends it.',
  none: 'There is no automatic fix.',
};

/** The page of the package where it is there, which says the same and more. */
export function explainRule(id: string): string {
  try {
    return readFileSync(new URL(`../docs/rules/${id}.md`, import.meta.url), 'utf8');
  } catch {
    return inShort(id);
  }
}

export function inShort(id: string): string {
  return rules
    .filter(each => each.id === id)
    .map(({ summary, why, severity, fix, sources }) =>
      [
        `${id} (${severity})`,
        '',
        summary,
        '',
        'Why it matters',
        `  ${why}`,
        '',
        'Fix',
        `  ${CURES[fix]}`,
        '',
        'Sources',
        ...sources.map(each => `  ${each}`),
        '',
      ].join('\n'),
    )
    .join('');
}
