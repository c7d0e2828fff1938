import { fix } from '../src/autofix/fix.ts';
import {
  DEFAULT_OPTIONS,
  type Diagnostic,
  type Document,
  type FixOptions,
  type FixResult,
  parse,
  type Rule,
  rules,
  type Settings,
} from '../src/index.ts';

/** All that the rules can mend, or those named. */
export function everything(settings: Settings, only: readonly string[] = []): FixOptions {
  return { ...DEFAULT_OPTIONS, settings, only, pedantic: true, unsafe: true };
}

/** What comes of mending a template with all rules. */
export interface Together {
  readonly isMended: boolean;
  /** What nobody wants to come of it: none when the rules get on with one another. */
  readonly faults: readonly string[];
}

/**
 * Why a fix is refused that should not have been made: the rules are at odds, or it says something else than it was to.
 */
const FUTILE =
  /^(?:It would cause a new|The finding would still|It and other fixes|After \d+ passes|Two edits set)|as intended|would become unreadable|would not be readable/;

/** Mends a template with all rules together: nothing may get worse by it, nor go on for ever. */
export async function mendTogether(
  document: Document,
  options: FixOptions,
  all: readonly Rule[] = rules,
): Promise<Together> {
  const outcome = await fix([document], all, options);
  const fixed = afterFix(document, outcome);
  const isMended = fixed !== document;
  const again = isMended ? await fix([fixed], all, options) : undefined;
  const faults = [
    ...outcome.verificationFailures.map(({ why }) => `disagreement: ${why}`),
    ...outcome.report.fixes.refused.flatMap(({ why }) =>
      FUTILE.test(String(why)) ? [`futile: ${why}`] : [],
    ),
    ...addedErrors(outcome.before.findings, outcome.report.findings).map(each => `new: ${each}`),
    ...(again?.changed.length ? ['unsettled: a second run changes it again'] : []),
  ];
  return { isMended, faults };
}

export function afterFix(document: Document, { changed }: FixResult): Document {
  const [text] = changed;
  return text ? parse(document.file, text.after) : document;
}

/** The errors that there were not before, by what they are about, whatever moves in the file. */
export function addedErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly string[] {
  const known = new Set(errors(before));
  return errors(after).filter(each => !known.has(each));
}

function errors(findings: readonly Diagnostic[]): readonly string[] {
  const sure = findings.filter(each => each.severity === 'error' && each.sure);
  return sure.map(({ ruleId, resource, path }) => `${ruleId} on ${resource ?? path.join('.')}`);
}
