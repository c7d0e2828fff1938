import type { Report } from '../../index.ts';

/** What a report says of some files; of services in others, of those that its findings are about. */
export function onlyIn(report: Report, files: ReadonlySet<string>): Report {
  const isIn = ({ file }: { readonly file: string }): boolean => files.has(file);
  const about = new Set(report.findings.flatMap(each => each.launchers));
  const { services, unseen, nested, suppressed, ...unchecked } = report.unchecked;
  return {
    ...report,
    documents: report.documents.filter(isIn),
    skipped: [],
    notAnalyzed: report.notAnalyzed.filter(file => files.has(file)),
    services: report.services.filter(
      each => isIn(each) || about.has(JSON.stringify([each.file, each.resource])),
    ),
    unchecked: {
      ...unchecked,
      suppressed,
      services: services.filter(isIn),
      unseen: unseen.filter(isIn),
      nested: nested.filter(isIn),
    },
  };
}
