import type { Check, Diagnostic, Readiness, Report } from '../lint/report.ts';
import type { View } from './view.ts';

/** The checks of a launcher that are to be shown. */
export function checksOf({ checks }: Readiness, { counts }: View): readonly Check[] {
  return checks.filter(each => counts(each.id));
}

/** The findings that no check of a launcher tells of: those about a template, or a second one of a kind. */
export function findingsApart({ findings, services }: Report): readonly Diagnostic[] {
  const told = new Map<string, Set<string>>();
  for (const { id, file, line, detail } of services.flatMap(each => each.checks)) {
    const key = JSON.stringify([id, file, line]);
    told.set(key, (told.get(key) ?? new Set()).add(String(detail ?? '')));
  }
  return findings.filter(({ ruleId, file, range, message }) => {
    const details = told.get(JSON.stringify([ruleId, file, range.start.line])) ?? [];
    // What is only likely says so at its end.
    return ![...details].some(detail => String(message).startsWith(detail));
  });
}
