import { commas, type Sentence, say } from '../i18n/sentence.ts';
import type { Readiness, Report } from '../lint/report.ts';
import { count, counts, countTemplates } from './counts.ts';
import { escapeControls } from './escape-output.ts';
import { fixability } from './fixability.ts';
import { answers, reasons, servicesByVerdict, standing, standings } from './standing.ts';
import { omitted } from './unchecked-summary.ts';
import { PLAIN, type View } from './view.ts';
import { wrap } from './wrap.ts';

/**
 * The last words: how ready each service is, what there is to do, and what was left out; one line when there is
 * nothing.
 */
export function closing(report: Report, view: View): readonly string[] {
  if (report.documents.length === 0) return [];
  const isToTell = ({ verdict }: Readiness): boolean => report.findings.length > 0 || verdict === 'undecided';
  const services = servicesByVerdict(report.services)
    .filter(isToTell)
    .map(each => readiness(each, view));
  return [services.join('\n'), summary(report, view), omitted(report, view)];
}

/** How much was found, and what there is to do about it. */
export function summary(report: Report, view: View): string {
  if (report.findings.length === 0) return clean(report, view);
  const { words, measure, columns } = view;
  const cure = fixability(report);
  const found = amount(report, view);
  if (!cure) return words(say`${found}.`);
  const plain = words(say`${amount(report, { ...view, paint: PLAIN })}. ${cure}.`);
  return measure(plain) > columns
    ? `${words(say`${found}.`)}\n${wrap(words(say`${cure}.`), view, '  ')}`
    : words(say`${found}. ${cure}.`);
}

function readiness(service: Readiness, view: View): string {
  const head = standing(service, { ...view, paint: PLAIN });
  const why = reasons(service);
  const lines = wrap(why.length > 0 ? view.words(say`${head}: ${commas(why)}`) : head, view, '  ');
  const first = lines.startsWith(head) ? `${standing(service, view)}${lines.slice(head.length)}` : lines;
  const below = [answers(service), ...unseen(service)].map(
    each => `  ${wrap(escapeControls(view.words(each)), view, '    ', 2)}`,
  );
  return [first, ...below].join('\n');
}

/** What is not seen of a service that is not ready: which template is meant, and how its tasks reach AWS. */
function unseen({ verdict, ambiguities, unseenNetwork }: Readiness): readonly Sentence[] {
  if (verdict === 'ready') return [];
  return [...ambiguities, ...(unseenNetwork ? [say`network not visible: ${unseenNetwork}`] : [])];
}

function amount(report: Report, { paint, words }: View): Sentence {
  const { files, errors, warnings, infos } = counts(report);
  const all = [
    ...(errors > 0 ? [paint.error(words(count(errors, say`${errors} error`, say`${errors} errors`)))] : []),
    ...(warnings > 0
      ? [paint.warning(words(count(warnings, say`${warnings} warning`, say`${warnings} warnings`)))]
      : []),
    ...(infos > 0 ? [paint.info(words(count(infos, say`${infos} info`, say`${infos} infos`)))] : []),
    ...(report.ignored > 0 ? [say`${report.ignored} ignored`] : []),
    ...known(report),
  ];
  return say`${commas(all)} in ${countTemplates(files)}`;
}

function clean(report: Report, view: View): string {
  const { documents, services, ignored, unchecked } = report;
  const [only, another] = documents;
  const where = only && !another ? escapeControls(only.file) : countTemplates(documents.length);
  const left = unchecked.services.length;
  const unread = notUnderstood(report);
  const all = [
    ...standings(services, view),
    ...(unread > 0
      ? [count(unread, say`${unread} template not checked`, say`${unread} templates not checked`)]
      : []),
    ...(left > 0 ? [count(left, say`${left} service not checked`, say`${left} services not checked`)] : []),
    ...(ignored > 0
      ? [count(ignored, say`${ignored} finding ignored`, say`${ignored} findings ignored`)]
      : []),
    ...known(report),
  ];
  const ready = all.length > 0 ? commas(all) : say`no ECS service there`;
  const nothing = view.paint.good(view.words(nothingOf(report)));
  return view.words(say`${nothing} in ${where}: ${ready}.`);
}

function nothingOf({ unchecked, baseline }: Report): Sentence {
  if (unchecked.belowError > 0) return say`No errors found`;
  return baseline && baseline.known.length > 0 ? say`No new findings` : say`Nothing found`;
}

/** The findings that the baseline silences. */
function known({ baseline }: Report): readonly Sentence[] {
  if (!baseline || baseline.known.length === 0) return [];
  const { name } = baseline;
  const number = baseline.known.length;
  return [count(number, say`${number} known finding in ${name}`, say`${number} known findings in ${name}`)];
}

/** Of how many templates nothing is known: they cannot be parsed, or would take too long to judge. */
function notUnderstood({ documents, notAnalyzed }: Report): number {
  return documents.filter(({ file, problems }) => problems.length > 0 || notAnalyzed.includes(file)).length;
}
