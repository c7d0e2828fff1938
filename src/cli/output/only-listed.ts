import type { Report } from '../../index.ts';
import { serviceKey } from '../../report/standing.ts';

/** What a report says of some files; of services in others, of those that its findings are about. */
export function onlyIn(report: Report, files: ReadonlySet<string>): Report {
  const isIn = ({ file }: { readonly file: string }): boolean => files.has(file);
  const about = new Set(report.findings.flatMap(each => each.launchers));
  const { services, unseen, nested } = report.unchecked;
  return {
    ...report,
    documents: report.documents.filter(isIn),
    skipped: [],
    notAnalyzed: report.notAnalyzed.filter(file => files.has(file)),
    services: report.services.filter(each => isIn(each) || about.has(serviceKey(each))),
    unchecked: {
      ...report.unchecked,
      services: services.filter(isIn),
      unseen: unseen.filter(isIn),
      nested: nested.filter(isIn),
    },
  };
}
