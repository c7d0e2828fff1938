import { and, type Sentence, say } from '../i18n/sentence.ts';
import { english, type Words } from '../i18n/words.ts';
import type { Diagnostic } from '../lint/report.ts';
import { escapeControls } from './escape-output.ts';
import { sentence } from './finding-text.ts';
import type { WithFix } from './fixed-with.ts';

type PlannedFix = NonNullable<Diagnostic['fix']>;

/**
 * The title of a fix, behind the names of the files that it changes where those are others than that of its finding.
 */
export function titleOf(fix: PlannedFix, file: string, nameOf: (file: string) => string): Sentence {
  const files = [...new Set(fix.splices.map(each => each.file))];
  return files.every(each => each === file) ? fix.title : say`in ${and(files.map(nameOf))}: ${fix.title}`;
}

/** The flags that make a fix. */
export function flagsOf({ safety }: PlannedFix): string {
  return safety === 'safe' ? '--fix' : '--fix --unsafe-fixes';
}

/** Which fix settles a finding that has none of its own. */
export function fixedTogether({ ruleId, fix }: WithFix): Sentence {
  return say`The fix for \`${ruleId}\` resolves this too (${flagsOf(fix)})`;
}

/** The message of a finding, and what its fix would do, or why it has none. */
export function sentenceWithFix(diagnostic: Diagnostic, nameOf: (file: string) => string): string {
  const { file, fix } = diagnostic;
  if (!fix) return sentenceWithRefusal(diagnostic);
  const cure = say`Fix: ${titleOf(fix, file, nameOf)} (\`${flagsOf(fix)}\`).`;
  return `${sentence(diagnostic)} ${escapeControls(english(cure))}`;
}

/** The message of a finding, and why it has no fix where there would be one. */
export function sentenceWithRefusal(diagnostic: Diagnostic, words: Words = english): string {
  const refusal = refusalOf(diagnostic, words);
  return refusal === undefined ? sentence(diagnostic, words) : `${sentence(diagnostic, words)} ${refusal}`;
}

/** Why a finding has no fix where there would be one. */
export function refusalOf({ fixRefused }: Diagnostic, words: Words = english): string | undefined {
  return fixRefused && escapeControls(words(say`No fix: ${fixRefused}`));
}
