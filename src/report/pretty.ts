import { opening, type Sentence, say } from '../i18n/sentence.ts';
import type { Diagnostic, Report } from '../lint/report.ts';
import { applied, appliedFixesBlock, refused, withoutAdvised } from './applied-fixes.ts';
import { closing } from './closing.ts';
import { frame } from './code-frame.ts';
import { concealText } from './conceal.ts';
import { describeConstruct } from './construct-source.ts';
import { SEVERITIES } from './counts.ts';
import { escapeControls } from './escape-output.ts';
import { findingsByImpact } from './finding-order.ts';
import { when } from './finding-text.ts';
import { fixedTogether, flagsOf, refusalOf, titleOf } from './fix-text.ts';
import { fixedWith, type WithFix } from './fixed-with.ts';
import { nextStepsBlock } from './next-steps/next-steps-block.ts';
import { servicesByVerdict } from './standing.ts';
import { type UndecidedCheck, undecidedChecks } from './undecided.ts';
import { TOOL, type View } from './view.ts';
import { wrap } from './wrap.ts';

/** For people: every finding with the lines that it is about, then how ready each service is. */
export function pretty(report: Report, view: View): string {
  const texts = new Map(report.documents.map(({ file, text }) => [file, concealText(file, text, report)]));
  const undecided = view.pedantic
    ? servicesByVerdict(report.services).flatMap(each => undecidedChecks(each, report))
    : [];
  const blocks = [
    ...applied(report, view).map(each => appliedFixesBlock(each, view)),
    ...findingsByImpact(report, view.rules).map(each => finding(each, texts, report, view)),
    ...[...new Set(undecided.map(each => undecidedBlock(each, view)))],
    ...(view.isFixing
      ? refused(withoutAdvised(report), view).map(each => appliedFixesBlock(each, view))
      : []),
    ...closing(report, view),
    nextStepsBlock(report, view),
  ];
  const text = blocks.filter(block => block !== '').join('\n\n');
  return text === '' ? '' : `${text}\n`;
}

function finding(
  diagnostic: Diagnostic,
  texts: ReadonlyMap<string, string>,
  { findings }: Report,
  view: View,
): string {
  const { file, range, severity, ruleId, message, related, url } = diagnostic;
  const text = texts.get(file);
  const elsewhere = related.filter(each => each.file !== file);
  const marks = [
    { range, label: undefined },
    ...related
      .filter(each => each.file === file)
      .map(each => ({ range: each.range, label: view.words(each.message) })),
  ];
  const plain = `${view.words(SEVERITIES[severity])}[${ruleId}]`;
  return [
    heading(view.link(view.paint[severity](plain), url), plain, view.words(message), view),
    arrow(file, `:${range.start.line}:${range.start.column}`, view),
    ...(text === undefined ? [] : [frame(text, marks, severity, view)]),
    ...elsewhere.map(each =>
      note(say`see`, `${each.file}:${each.range.start.line}: ${view.words(each.message)}`, view),
    ),
    ...notes(diagnostic, fixedWith(diagnostic, findings), view),
  ].join('\n');
}

function heading(painted: string, plain: string, message: string, view: View): string {
  const text = wrap(escapeControls(`${plain}: ${message}`), view, '  ');
  return `${painted}${view.paint.strong(text.slice(plain.length))}`;
}

function arrow(file: string, place: string, view: View): string {
  const address = view.addressOf(file);
  const text = `${escapeControls(file)}${place}`;
  return view.paint.faint(`  --> ${address === undefined ? text : view.link(text, address)}`);
}

function notes(diagnostic: Diagnostic, settling: WithFix | undefined, view: View): readonly string[] {
  const { file, fix, advice, source, ruleId, url } = diagnostic;
  const holds = when(diagnostic);
  const refusal = advice || view.isFixing ? undefined : refusalOf(diagnostic, view.words);
  const title = fix && titleOf(fix, file, name => name);
  return [
    ...(source ? [note(say`from`, view.words(describeConstruct(source)), view)] : []),
    ...(holds ? [note(say`when`, view.words(holds), view)] : []),
    ...(fix && title ? [note(say`fix`, `${view.words(title)} (${flagsOf(fix)})`, view)] : []),
    ...(settling ? [note(say`fix`, view.words(fixedTogether(settling)), view)] : []),
    ...(advice ? [note(say`fix`, view.words(say`${opening(advice)}.`), view)] : []),
    ...(fix?.warning ? [note(say`note`, view.words(fix.warning), view)] : []),
    ...(refusal === undefined ? [] : [note(say`note`, refusal, view)]),
    note(say`help`, `${TOOL.name} --explain ${ruleId}`, view),
    // That of AWS is told by --explain.
    ...(view.rulePages === undefined ? [] : [note(say`docs`, url, view)]),
  ];
}

function note(word: Sentence, text: string, view: View): string {
  const head = `${view.words(word)}:`;
  const start = '   = '.length + view.measure(head) + 1;
  const lines = wrap(escapeControls(text), view, ' '.repeat(start), start);
  return `${view.paint.faint('   =')} ${view.paint.strong(head)} ${lines}`;
}

function undecidedBlock({ check, file }: UndecidedCheck, view: View): string {
  const { id, detail, line } = check;
  const head = `${view.words(say`undecided`)}[${id}]`;
  return [
    heading(view.paint.info(head), head, view.words(detail ?? ''), view),
    arrow(file, line === undefined ? '' : `:${line}`, view),
  ].join('\n');
}
