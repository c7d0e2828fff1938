import { commas, type Sentence, say } from '../i18n/sentence.ts';
import type { Diagnostic, Report } from '../lint/report.ts';
import type { Safety } from '../rule/types.ts';
import { count } from './counts.ts';
import { fewNames } from './few-names.ts';
import { fixedWith } from './fixed-with.ts';

/** How many findings fixes settle, and what is left: a sentence without its period, and nothing where all are left. */
export function fixability({ findings }: Pick<Report, 'findings'>): Sentence | undefined {
  const safetyOf = (each: Diagnostic): Safety | undefined =>
    (each.fix ?? fixedWith(each, findings)?.fix)?.safety;
  const of = (safety: Safety | undefined): readonly Diagnostic[] =>
    findings.filter(each => safetyOf(each) === safety);
  const [safe, unsafe, left] = [of('safe').length, of('unsafe').length, of(undefined)];
  if (safe + unsafe === 0) return undefined;
  const all = left.length === 0;
  const fixed = commas([
    ...(safe > 0 ? [fixable(safe, findings.length, '--fix')] : []),
    ...(unsafe > 0
      ? [safe > 0 ? say`${unsafe} more with ${UNSAFELY}` : fixable(unsafe, findings.length, UNSAFELY)]
      : []),
  ]);
  return all ? fixed : say`${fixed}; ${remaining(left)}`;
}

const UNSAFELY = '--fix --unsafe-fixes';

function fixable(number: number, all: number, flags: string): Sentence {
  if (number < all) return say`${number} of ${all} can be fixed with ${flags}`;
  if (all === 1) return say`It can be fixed with ${flags}`;
  return all === 2 ? say`Both can be fixed with ${flags}` : say`All ${all} can be fixed with ${flags}`;
}

function remaining(left: readonly Diagnostic[]): Sentence {
  const rules = fewNames([...new Set(left.map(each => each.ruleId))]);
  return count(
    left.length,
    say`${left.length} is left for you: ${rules}`,
    say`${left.length} are left for you: ${rules}`,
  );
}
