import { type Sentence, say } from '../i18n/sentence.ts';
import type { Report } from '../lint/report.ts';
import type { Severity } from '../rule/types.ts';

/** What people call them. */
export const SEVERITIES: Readonly<Record<Severity, Sentence>> = {
  error: say`error`,
  warning: say`warning`,
  info: say`info`,
};

export interface Counts {
  readonly files: number;
  readonly skipped: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly safe: number;
  readonly unsafe: number;
}

export function counts({ documents, skipped, findings }: Report): Counts {
  const of = (severity: string): number => findings.filter(each => each.severity === severity).length;
  const fixable = (safety: string): number => findings.filter(each => each.fix?.safety === safety).length;
  return {
    files: documents.length,
    skipped: skipped.length,
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
    safe: fixable('safe'),
    unsafe: fixable('unsafe'),
  };
}

/** `1 error`, `2 errors`. */
export function count(number: number, one: Sentence, many: Sentence): Sentence {
  return number === 1 ? one : many;
}

export function countTemplates(number: number): Sentence {
  return count(number, say`${number} template`, say`${number} templates`);
}
