import { type Sentence, say } from '../i18n/sentence.ts';
import { addIgnores, type Diagnostic, type FixedText, type FixResult, fix } from '../index.ts';
import type { Folder } from './folder.ts';
import type { Judgement } from './judgements.ts';

/** What is done about findings. */
export type ActionRequest =
  | { readonly is: 'fix'; readonly finding: Diagnostic }
  | { readonly is: 'ignore'; readonly finding: Diagnostic; readonly reason: string }
  | { readonly is: 'fix all'; readonly file: string };

/** Why something is not done. */
export interface Refused {
  readonly why: Sentence;
}

/** The texts that a deed changes, as carefully as the command line would; or why there are none. */
export async function codeActionEdits(
  request: ActionRequest,
  { documents, report }: Judgement,
  folder: Folder,
): Promise<readonly FixedText[] | Refused> {
  const { options } = folder;
  if (!options) return { why: say`The configuration is invalid.` };
  switch (request.is) {
    case 'fix all': {
      const filter = ({ file }: Diagnostic): boolean => file === request.file;
      const outcome = await fix(documents, { ...options, unsafe: false, filter });
      return told(outcome, outcome.report.fixes.refused.at(-1)?.why);
    }
    case 'ignore': {
      const { finding, reason } = request;
      const rules = [finding.ruleId];
      const wants = isThe(finding);
      const wish = { ...options, rules, reason, errorsOnly: false, wants };
      const outcome = await addIgnores(documents, wish);
      const refused = outcome.report.fixes.refused.filter(
        each => each.ruleId === finding.ruleId && each.file === finding.file,
      );
      return told(outcome, refused.at(-1)?.why);
    }
    case 'fix': {
      const unsafe = request.finding.fix?.safety === 'unsafe';
      const filter = isThe(request.finding);
      const alone = await fix(documents, { ...options, unsafe, filter });
      if (alone.changed.length > 0) return alone.changed;
      // It may leave an error that another fix is for: a role is made, then given permissions.
      const known = new Set(report.findings.map(keyOf));
      const follows = (each: Diagnostic): boolean => !known.has(keyOf(each)) && each.fix?.safety === 'safe';
      const wish = { ...options, unsafe, wants: (each: Diagnostic) => filter(each) || follows(each) };
      const outcome = await fix(documents, wish);
      return told(outcome, outcome.report.findings.find(isThe(request.finding))?.fixRefused);
    }
  }
}

/** Tells a finding from others, wherever in its resource it moves to. */
export function keyOf({ ruleId, file, resource, message }: Diagnostic): string {
  return JSON.stringify([ruleId, file, resource, message]);
}

function isThe(finding: Diagnostic): (other: Diagnostic) => boolean {
  const key = keyOf(finding);
  return other => keyOf(other) === key;
}

function told({ changed }: FixResult, why: Sentence | undefined): readonly FixedText[] | Refused {
  return changed.length > 0 ? changed : { why: why ?? say`There is nothing to change.` };
}
