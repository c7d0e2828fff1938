import type { Report } from '../lint/report.ts';
import type { Severity } from '../rule/types.ts';
import { escapeControls, escapeControlsInJson } from './escape-output.ts';
import { sentenceWithFix } from './fix-text.ts';
import type { View } from './view.ts';

const SEVERITIES: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/**
 * A code quality report for GitLab: https://docs.gitlab.com/ci/testing/code_quality/. A finding keeps its fingerprint
 * when lines move; of several with one, GitLab would show the first, so the others are numbered.
 */
export function gitlab({ findings }: Report, { fromRoot }: View): string {
  const times = new Map<string, number>();
  const content = findings.map(each => {
    const { ruleId, severity, path, range } = each;
    const file = fromRoot(each.file);
    const key = JSON.stringify([ruleId, file, path]);
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    return {
      description: sentenceWithFix(each, fromRoot),
      check_name: ruleId,
      fingerprint: shortHash(time === 0 ? key : `${key} ${time}`),
      severity: SEVERITIES[severity],
      location: { path: escapeControls(file), lines: { begin: range.start.line, end: range.end.line } },
    };
  });
  return `${escapeControlsInJson(JSON.stringify(content, null, 2))}\n`;
}

const BITS = 64;

const PRIME = 0x100000001b3n;

const OFFSET = 0xcbf29ce484222325n;

/** FNV-1a of 64 bits: a short name for a text that is the same on every machine. Not for secrets. */
export function shortHash(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(BITS, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(BITS / 4, '0');
}
