import { commas, say } from '../lang/sentence.ts';
import type { Readiness, Report } from '../lint/report.ts';
import { reasons, standing, standings } from './standing.ts';
import { count, countTemplates, tally } from './tally.ts';
import { PLAIN, type View } from './view.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** The last words: how ready each service is and what there is to do, or one line when nothing was found. */
export function closing(report: Report, view: View): string {
  if (report.documents.length === 0) return '';
  const services = report.findings.length > 0 ? report.services.map(each => readiness(each, view)) : [];
  return [...services, ...(services.length > 0 ? [''] : []), summary(report, view)].join('\n');
}

/** How much was found, and what there is to do about it. */
export function summary(report: Report, view: View): string {
  if (report.findings.length === 0) return clean(report, view);
  const plain = found(report, { ...view, paint: PLAIN }).join(' ');
  return found(report, view).join(view.measure(plain) > view.columns ? '\n' : ' ');
}

function readiness(service: Readiness, view: View): string {
  const head = standing(service, { ...view, paint: PLAIN });
  const why = reasons(service);
  const lines = wrap(why.length > 0 ? view.words(say`${head}: ${commas(why)}`) : head, view, '  ');
  return lines.startsWith(head) ? `${standing(service, view)}${lines.slice(head.length)}` : lines;
}

/** What there is, and what to do about it where that can be said. */
function found(report: Report, { paint, words }: View): readonly string[] {
  const { files, errors, warnings, infos, safe, unsafe } = tally(report);
  const all = [
    ...(errors > 0 ? [paint.error(words(count(errors, say`${errors} error`, say`${errors} errors`)))] : []),
    ...(warnings > 0
      ? [paint.warning(words(count(warnings, say`${warnings} warning`, say`${warnings} warnings`)))]
      : []),
    ...(infos > 0
      ? [paint.info(words(count(infos, say`${infos} piece of advice`, say`${infos} pieces of advice`)))]
      : []),
    ...(report.ignored > 0 ? [say`${report.ignored} ignored`] : []),
  ];
  const cures = [
    ...(safe > 0 ? [count(safe, say`--fix has ${safe} safe fix`, say`--fix has ${safe} safe fixes`)] : []),
    ...(unsafe > 0
      ? [
          safe > 0
            ? say`--fix --unsafe-fixes has ${unsafe} more`
            : count(
                unsafe,
                say`--fix --unsafe-fixes has ${unsafe} fix`,
                say`--fix --unsafe-fixes has ${unsafe} fixes`,
              ),
        ]
      : []),
  ];
  const sum = words(say`${commas(all)} in ${countTemplates(files)}.`);
  return cures.length > 0 ? [sum, words(say`${commas(cures)}.`)] : [sum];
}

function clean({ documents, services, ignored }: Report, view: View): string {
  const [only, another] = documents;
  const where = only && !another ? visible(only.file) : countTemplates(documents.length);
  const all = [
    ...standings(services, view),
    ...(ignored > 0
      ? [
          count(
            ignored,
            say`${ignored} finding ignored (--no-ignores shows what)`,
            say`${ignored} findings ignored (--no-ignores shows what)`,
          ),
        ]
      : []),
  ];
  const ready = all.length > 0 ? commas(all) : say`no ECS service there`;
  const nothing = view.paint.good(view.words(say`Nothing found`));
  return view.words(say`${nothing} in ${where}: ${ready}.`);
}
