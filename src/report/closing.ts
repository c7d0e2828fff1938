import type { Readiness, Report } from '../lint/report.ts';
import { count, tally } from './tally.ts';
import type { View } from './view.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** The last words: how ready each service is and what there is to do, or one line when nothing was found. */
export function closing(report: Report, view: View): string {
  if (report.documents.length === 0) return '';
  if (report.findings.length === 0) return clean(report, view);
  const services = report.services.map(each => readiness(each, view));
  return [...services, ...(services.length > 0 ? [''] : []), summary(report, view)].join('\n');
}

const STANDING: Readonly<
  Record<Readiness['verdict'], { text: string; paint: 'good' | 'error' | 'warning' }>
> = {
  ready: { text: 'ready', paint: 'good' },
  'not-ready': { text: 'not ready', paint: 'error' },
  undecided: { text: 'undecided', paint: 'warning' },
};

function readiness({ resource, file, line, verdict, checks }: Readiness, view: View): string {
  const { text, paint } = STANDING[verdict];
  const status = verdict === 'not-ready' ? 'fail' : 'unknown';
  const reasons = checks.filter(each => each.status === status && each.severity === 'error');
  const why = verdict === 'ready' ? '' : `: ${reasons.map(each => each.id).join(', ')}`;
  const subject = visible(`${resource} (${file}:${line})`);
  const words = wrap(`${subject}: ${text}${why}`, view, '  ');
  return words.replace(`: ${text}`, () => `: ${view.paint[paint](text)}`);
}

function summary(report: Report, view: View): string {
  const { paint } = view;
  const { files, errors, warnings, infos, safe, unsafe } = tally(report);
  const found = [
    ...(errors > 0 ? [paint.error(count(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint.warning(count(warnings, 'warning'))] : []),
    ...(infos > 0 ? [paint.info(`${infos} of advice`)] : []),
  ];
  const cures = [
    ...(safe > 0 ? [`--fix has ${count(safe, 'safe fix', 'safe fixes')}`] : []),
    ...(unsafe > 0
      ? [`--fix --unsafe-fixes has ${safe > 0 ? `${unsafe} more` : count(unsafe, 'fix', 'fixes')}`]
      : []),
  ];
  const cure = cures.length > 0 ? ` ${cures.join(', ')}.` : '';
  return wrap(`${found.join(', ')} in ${count(files, 'template')}.${cure}`, view, '');
}

function clean({ documents, services }: Report, { paint, pedantic }: View): string {
  const [only, another] = documents;
  const where = only && !another ? visible(only.file) : count(documents.length, 'template');
  const of = (verdict: Readiness['verdict']): number =>
    services.filter(each => each.verdict === verdict).length;
  const hint = pedantic ? '' : ' (--pedantic says why)';
  const standing = [
    ...(of('ready') > 0 ? [`${count(of('ready'), 'service')} ready`] : []),
    ...(of('undecided') > 0 ? [`${count(of('undecided'), 'service')} undecided${hint}`] : []),
    ...(of('not-ready') > 0
      ? [`${count(of('not-ready'), 'service')} not ready by rules that are not shown`]
      : []),
  ];
  const ready = standing.length > 0 ? standing.join(', ') : 'no ECS service there';
  return `${paint.good('Nothing found')} in ${where}: ${ready}.`;
}
