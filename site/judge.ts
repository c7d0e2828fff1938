import { ja } from '../src/i18n/ja.ts';
import { english, type Words, wordsOf } from '../src/i18n/words.ts';
import {
  DEFAULT_OPTIONS,
  type Diagnostic,
  type FixOptions,
  fix,
  lint,
  mermaid,
  type NextSteps,
  nextSteps,
  parse,
  type Readiness,
  type Report,
  type Sentence,
} from '../src/index.ts';
import { STEPS_TITLE, stepsOf } from '../src/report/next-steps/next-step-list.ts';
import { answers } from '../src/report/standing.ts';
import { uncheckedRows } from '../src/report/unchecked-summary.ts';
import { shown } from './invisible.ts';
import type { Choices, Finding, Fixed, Judgement, OpenCheck, Remark, Standing, Steps } from './judgement.ts';
import type { Language } from './words.ts';
import type { File } from './workspace.ts';

const TELL: Readonly<Record<Language, Words>> = { en: english, ja: wordsOf(ja) };

type Tell = (said: Sentence | string) => string;

export function teller(language: Language): Tell {
  return said => shown(TELL[language](said));
}

/** All open templates as one system. */
export function judge(files: readonly File[], choices: Choices, language: Language): Judgement {
  const tell = teller(language);
  const report = lint(documents(files), { ...options(choices), graph: true });
  const passed = new Map<string, readonly string[]>();
  return {
    templates: report.documents.length,
    others: report.skipped,
    unjudged: report.notAnalyzed,
    findings: report.findings.map(each => finding(each, tell)),
    standings: report.services.map(each => standing(each, passed, tell)),
    leftOut: uncheckedRows(report.unchecked).map(tell),
    diagram: diagram(report, language),
  };
}

/** All fixes at once, each looked at again by the other parsers. */
export async function fixAll(files: readonly File[], choices: Choices, language: Language): Promise<Fixed> {
  const tell = teller(language);
  const { changed, report } = await fix(documents(files), options(choices));
  return {
    changed: changed.map(({ file, after }) => ({ name: file, text: after })),
    refused: report.fixes.refused.map(({ ruleId, file, why }) => ({ ruleId, file, why: tell(why) })),
    next: report.nextSteps && steps(report.nextSteps, language),
  };
}

/** What there is to do once files have the texts of a fix. */
export function stepsAfter(
  before: readonly File[],
  after: readonly File[],
  choices: Choices,
  language: Language,
): Steps | undefined {
  const [first, last] = [before, after].map(files => lint(documents(files), options(choices)));
  const next = first && last && nextSteps(first, last, options(choices));
  return next && steps(next, language);
}

function steps(next: NextSteps, language: Language): Steps {
  const words: Words = said => shown(TELL[language](said));
  return {
    title: words(STEPS_TITLE),
    steps: stepsOf(next, words).map(({ text, commands, more }) => ({
      text,
      commands: commands.map(({ label, command }) => ({ label, line: shown(command.join(' ')) })),
      more,
    })),
  };
}

function options({ unsafe, pedantic, logDestination }: Choices): FixOptions {
  return { ...DEFAULT_OPTIONS, settings: { ...DEFAULT_OPTIONS.settings, logDestination }, pedantic, unsafe };
}

export function documents(files: readonly File[]): ReturnType<typeof parse>[] {
  return files.filter(each => each.text.trim() !== '').map(({ name, text }) => parse(name, text));
}

function finding(diagnostic: Diagnostic, tell: Tell): Finding {
  const { ruleId, severity, related, fix: each, url } = diagnostic;
  return {
    ...remark(diagnostic, tell),
    ruleId,
    severity,
    related: related.map(other => remark(other, tell)),
    fix: each && { title: tell(each.title), safety: each.safety, splices: each.splices },
    url,
  };
}

function remark(
  { file, message, range }: Pick<Diagnostic, 'file' | 'message' | 'range'>,
  tell: Tell,
): Remark {
  return { file, message: tell(message), start: range.start, end: range.end.offset };
}

function diagram({ graph }: Report, language: Language): string {
  const nodes = graph?.nodes.map(each => ({ ...each, name: shown(each.name) })) ?? [];
  const words: Words = said => shown(TELL[language](said));
  return mermaid({ graph: graph && { ...graph, nodes } }, { words });
}

/** Thousands of services pass the same checks: their list is handed over once. */
function standing(service: Readiness, known: Map<string, readonly string[]>, tell: Tell): Standing {
  const { resource, file, verdict, checks, outside } = service;
  const ids = checks.filter(each => each.status === 'pass').map(each => each.id);
  const key = ids.join();
  const passed = known.get(key) ?? ids;
  known.set(key, passed);
  const open = checks.flatMap(({ id, status, detail, file: at, line }): OpenCheck[] =>
    status === 'pass' ? [] : [{ id, status, detail: detail ? tell(detail) : '', file: at, line }],
  );
  return {
    resource: shown(resource),
    file,
    verdict,
    answers: tell(answers(service)),
    open,
    passed,
    outside: outside.map(tell),
  };
}
