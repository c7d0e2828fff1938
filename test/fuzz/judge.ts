import { addIgnores, type Document, lint, parse, type Report } from '../../src/index.ts';
import type { Case } from './case.ts';
import { judgeFixed } from './judge-fixed.ts';
import { isSentence, judgeParsed } from './judge-parsed.ts';
import { judgePlanned } from './judge-planned.ts';
import { judgeReports } from './judge-reports.ts';

/** What is wrong with what the tool made of a case. */
export interface Fault {
  /** What was done when it came up; faults of one kind with one sentence are the same. */
  readonly stage: Stage;
  /** A complete sentence, and for an exception the place where it was thrown. */
  readonly what: string;
}

export type Stage = 'parse' | 'lint' | 'report' | 'plan' | 'fix' | 'ignore' | 'time' | 'memory';

/** Judges a case by all that has to be true of any text, or by one part of it; nothing when it is. */
export async function judge(subject: Case, only?: Stage): Promise<Fault | undefined> {
  const looked = new Looked(subject);
  for (const [stage, look] of STAGES) {
    if (only !== undefined && only !== stage) continue;
    const what = await attempt(look, looked);
    if (what !== undefined) return { stage, what };
  }
  return undefined;
}

/** Faults that differ in names and numbers alone have the same key. */
export function faultKey({ stage, what }: Fault): string {
  const plain = what
    .replace(/`[^`]*`/g, '`…`')
    .replace(/(?<=\bat )\S+|\S+(?= too, which)/g, '…')
    .replace(/[\w:-]+(?:\.[\w:-]+)+(?= changed)/g, '…')
    .replace(/\d+/g, 'N')
    .replace(/\[[^\]]*\]|"[^"]*"/g, '…');
  return `${stage}: ${plain}`;
}

/** A case as the tool sees it; what several judges ask for is made once. */
class Looked {
  readonly subject: Case;
  #documents: readonly Document[] | undefined;
  #report: Report | undefined;

  constructor(subject: Case) {
    this.subject = subject;
  }

  get documents(): readonly Document[] {
    this.#documents ??= this.subject.texts.map(({ file, text }) => parse(file, text));
    return this.#documents;
  }

  get report(): Report {
    this.#report ??= lint(this.documents, this.subject.options);
    return this.#report;
  }
}

type Look = (looked: Looked) => string | undefined | Promise<string | undefined>;

const STAGES: readonly (readonly [Stage, Look])[] = [
  ['parse', ({ documents }) => judgeParsed(documents)],
  ['lint', judgeLinted],
  ['report', ({ report }) => judgeReports(report)],
  ['plan', ({ documents, report }) => judgePlanned(documents, report)],
  ['fix', ({ documents, subject }) => judgeFixed(documents, subject.options)],
  ['ignore', judgeIgnored],
];

async function attempt(look: Look, looked: Looked): Promise<string | undefined> {
  try {
    return await look(looked);
  } catch (error) {
    return thrown(error);
  }
}

function thrown(error: unknown): string {
  if (!(error instanceof Error)) return `It threw ${String(error)}.`;
  const places = (error.stack ?? '').split('\n').filter(line => line.includes(' at '));
  const place = places.find(line => !line.includes('node:')) ?? '';
  return `It threw ${error.name}: ${error.message} (${place.trim().replace(/ \(.*\)$/, '')}).`;
}

/** Findings lie within their texts and are sentences, and the order of the files makes no difference. */
function judgeLinted({ documents, report, subject }: Looked): string | undefined {
  for (const { file, range, related, message, ruleId } of report.findings) {
    const text = documents.find(each => each.file === file)?.text ?? '';
    if (range.start.offset > range.end.offset || range.end.offset > text.length)
      return `The range of ${ruleId} does not lie within the text.`;
    if (![message, ...related.map(each => each.message)].map(String).every(isSentence))
      return `The message of ${ruleId} is no sentence: ${message}`;
  }
  if (documents.length === 1) return undefined;
  const again = lint([...documents].reverse(), subject.options);
  return said(report) === said(again) ? undefined : 'The order of the files changes what is said.';
}

function said({ findings, services, skipped }: Report): string {
  const plain = findings.map(({ fix: _, ...rest }) => rest);
  return JSON.stringify([plain, services, skipped]);
}

/** Ignoring is judged on short texts alone: how it is done has little to do with all else that there is. */
const LONG = 8000;

/** Ignoring what is found changes what no parser reads. */
async function judgeIgnored({ documents, report, subject }: Looked): Promise<string | undefined> {
  const last = report.findings.at(-1);
  const length = documents.reduce((sum, { text }) => sum + text.length, 0);
  if (!last || length > LONG) return undefined;
  const wanted = { ...subject.options, rules: [last.ruleId], reason: 'as it is', errorsOnly: false };
  const { verificationFailures } = await addIgnores(documents, wanted);
  return verificationFailures[0]?.why.toString();
}
