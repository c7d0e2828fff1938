import { append, Refusal } from '../edit/tree/edit.ts';
import { indentation, lineBreak, lineStart } from '../edit/tree/lines.ts';
import { writerOf } from '../fixes/generated-template.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import { lint } from '../lint/lint.ts';
import type { Options } from '../lint/options.ts';
import type { Diagnostic, Report } from '../lint/report.ts';
import type { Fix, Rule } from '../rule/types.ts';
import { metadataOf } from '../suppress/metadata.ts';
import type { Document } from '../syntax/document.ts';
import { fixAs } from './fix.ts';
import { plan, planFix } from './plan.ts';
import type { FixResult } from './result.ts';

/** Which findings are to be ignored from now on, and why. */
export interface IgnoreOptions extends Options {
  /** The rules whose findings are to be ignored from now on. */
  readonly rules: readonly string[];
  /** One line. */
  readonly reason: string;
  /** Only errors: warnings and advice stay as they are. */
  readonly errorsOnly: boolean;
  /** Only these findings of the rules; all of them unless it is said which. */
  readonly filter?: (finding: Diagnostic) => boolean;
}

/** Writes into templates that findings of some rules are ignored, as carefully as any fix. */
export async function addIgnores(
  documents: readonly Document[],
  rules: readonly Rule[],
  options: IgnoreOptions,
): Promise<FixResult> {
  const outcomes: FixResult[] = [];
  let present = documents;
  for (const group of inTurn(options.rules, rules)) {
    const planned = (report: Report): Report => planIgnores(report, { ...options, rules: group });
    const outcome = await fixAs(planned, present, rules, { ...options, unsafe: false });
    const { documents: suppressed } = outcome.report;
    present = present.map(each => suppressed.find(other => other.file === each.file) ?? each);
    outcomes.push(outcome);
  }
  const look = (those: readonly Document[]): Report => plan(lint(those, rules, options), options);
  const report = look(present);
  const applied = outcomes.flatMap(each => each.report.fixes.applied);
  const refused = [...report.fixes.refused, ...outcomes.flatMap(each => each.report.fixes.refused)];
  return {
    before: { ...look(documents), fixes: { applied: [], refused } },
    report: { ...report, fixes: { applied, refused } },
    changed: documents.flatMap(({ file, text: before }) => {
      const after = present.find(each => each.file === file)?.text ?? before;
      return after === before ? [] : [{ file, before, after }];
    }),
    verificationFailures: outcomes.flatMap(each => each.verificationFailures),
  };
}

/** Where nobody asks for exec any more, others may have nothing left to find. */
function inTurn(ids: readonly string[], rules: readonly Rule[]): readonly (readonly string[])[] {
  const demands = rules.filter(rule => rule.demandsExec).map(rule => rule.id);
  const [first, others] = [ids.filter(id => demands.includes(id)), ids.filter(id => !demands.includes(id))];
  return [first, others].filter(group => group.length > 0);
}

/** Gives the findings that are to be ignored a fix that does that, and takes those of the others away. */
function planIgnores(report: Report, options: IgnoreOptions): Report {
  const refused = [...report.fixes.refused];
  const findings = report.findings.map((diagnostic): Diagnostic => {
    const document = report.documents.find(each => each.file === diagnostic.file);
    const isWanted = diagnostic.severity === 'error' || !options.errorsOnly;
    if (!document || !isWanted || !options.rules.includes(diagnostic.ruleId))
      return { ...diagnostic, fix: undefined };
    const { ruleId, file } = diagnostic;
    const title = titleOf(diagnostic);
    const planned = ignoring(title, diagnostic, document, options);
    if ('splices' in planned) return { ...diagnostic, fix: planned };
    refused.push({ ruleId, file, title, why: planned.why });
    return { ...diagnostic, fix: undefined };
  });
  return { ...report, findings, fixes: { ...report.fixes, refused } };
}

function titleOf({ ruleId, range, resource }: Diagnostic): Sentence {
  return resource === undefined
    ? say`Ignore \`${ruleId}\` at line ${range.start.line}`
    : say`Ignore \`${ruleId}\` at \`${resource}\``;
}

function ignoring(
  title: Sentence,
  { ruleId, range, path, resource }: Diagnostic,
  document: Document,
  { reason, fixGenerated = false, constructs }: IgnoreOptions,
): ReturnType<typeof planFix> {
  const fix: Fix = { title, safety: 'safe', edits: [] };
  if (document.problems.length > 0) return new Refusal(say`The template cannot be read unambiguously.`);
  const writer = fixGenerated ? undefined : writerOf(document, resource, constructs);
  if (writer !== undefined)
    return new Refusal(
      say`${writer} generates this template, and would undo the change: suppress it in the configuration (\`ignores\`).`,
    );
  if (document.format === 'json') {
    const list = metadataOf(document, path);
    const edits = [append(list, { rule: ruleId, reason })];
    return planFix({ ...fix, edits }, document.file, { fixGenerated: true });
  }
  const { text } = document;
  const start = Math.max(lineStart(text, range.start.offset), text.startsWith('\uFEFF') ? 1 : 0);
  const comment = `# ecs-exec-lint: ignore[${ruleId}] ${reason}`;
  const line = `${indentation(text, start)}${comment}${lineBreak(text, start - 1)}`;
  return { ...fix, splices: [{ file: document.file, start, end: start, text: line }] };
}
