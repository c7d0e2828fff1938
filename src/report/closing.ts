import type { Readiness, Report } from '../lint/report.ts';
import { reasons, STANDING, standing, standings } from './standing.ts';
import { count, tally } from './tally.ts';
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
  const { text, paint } = STANDING[service.verdict];
  const why = reasons(service).join(', ');
  const words = wrap(`${standing(service, PLAIN)}${why === '' ? '' : `: ${why}`}`, view, '  ');
  return words.replace(` is ${text}`, () => ` is ${view.paint[paint](text)}`);
}

/** What there is, and what to do about it where that can be said. */
function found(report: Report, { paint }: View): readonly string[] {
  const { files, errors, warnings, infos, safe, unsafe } = tally(report);
  const all = [
    ...(errors > 0 ? [paint.error(count(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint.warning(count(warnings, 'warning'))] : []),
    ...(infos > 0 ? [paint.info(count(infos, 'piece of advice', 'pieces of advice'))] : []),
    ...(report.ignored > 0 ? [`${report.ignored} ignored`] : []),
  ];
  const cures = [
    ...(safe > 0 ? [`--fix has ${count(safe, 'safe fix', 'safe fixes')}`] : []),
    ...(unsafe > 0
      ? [`--fix --unsafe-fixes has ${safe > 0 ? `${unsafe} more` : count(unsafe, 'fix', 'fixes')}`]
      : []),
  ];
  const sum = `${all.join(', ')} in ${count(files, 'template')}.`;
  return cures.length > 0 ? [sum, `${cures.join(', ')}.`] : [sum];
}

function clean({ documents, services, ignored }: Report, view: View): string {
  const [only, another] = documents;
  const where = only && !another ? visible(only.file) : count(documents.length, 'template');
  const all = [
    ...standings(services, view),
    ...(ignored > 0 ? [`${count(ignored, 'finding')} ignored (--no-ignores shows what)`] : []),
  ];
  const ready = all.length > 0 ? all.join(', ') : 'no ECS service there';
  return `${view.paint.good('Nothing found')} in ${where}: ${ready}.`;
}
