import type { Check, Diagnostic, Readiness, Report } from '../lint/report.ts';
import type { View } from './view.ts';

/** The checks of a launcher that are to be shown. */
export function checksOf({ checks }: Readiness, { counts }: View): readonly Check[] {
  return checks.filter(each => counts(each.id));
}

/** Finds the finding that a check of a launcher tells of, in a report. */
export function findingsOfChecks({ findings }: Report): (check: Check) => Diagnostic | undefined {
  const found = new Map<string, Diagnostic[]>();
  for (const each of findings) {
    const key = JSON.stringify([each.ruleId, each.file, each.range.start.line]);
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return ({ id, file, line, detail = '' }) =>
    found.get(JSON.stringify([id, file, line]))?.find(each => isSaid(each, String(detail)));
}

/** The findings that no check of a launcher tells of: those about a template, or a second one of a kind. */
export function findingsApart({ findings, services }: Report): readonly Diagnostic[] {
  const told = new Map<string, Set<string>>();
  for (const { id, file, line, detail } of services.flatMap(each => each.checks)) {
    const key = JSON.stringify([id, file, line]);
    told.set(key, (told.get(key) ?? new Set()).add(String(detail ?? '')));
  }
  return findings.filter(each => {
    const details = told.get(JSON.stringify([each.ruleId, each.file, each.range.start.line])) ?? [];
    return ![...details].some(detail => isSaid(each, detail));
  });
}

/** What is only likely says so at its end. */
function isSaid({ message }: Diagnostic, detail: string): boolean {
  return String(message).startsWith(detail);
}
