import { type Sentence, say } from '../i18n/sentence.ts';
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
  const [safe, unsafe] = [of('safe').length, of('unsafe').length];
  if (safe + unsafe === 0) return undefined;
  const repaired = new Set(findings.flatMap(({ file, fix }) => (fix?.repair ? [file] : [])));
  const isWaiting = ({ file, fixRefused }: Diagnostic): boolean => !!fixRefused && repaired.has(file);
  const waiting = of(undefined).filter(isWaiting).length;
  const left = of(undefined).filter(each => !isWaiting(each));
  const fixed = fixable(safe, unsafe, findings.length);
  const settled = waiting > 0 ? say`${fixed}, ${waiting} more once the syntax is fixed` : fixed;
  return left.length > 0 ? say`${settled}; ${remaining(left)}` : settled;
}

const SAFELY = '--fix';
const UNSAFELY = '--fix --unsafe-fixes';

function fixable(safe: number, unsafe: number, all: number): Sentence {
  const [number, flags] = safe > 0 ? [safe, SAFELY] : [unsafe, UNSAFELY];
  if (safe > 0 && unsafe > 0)
    return say`${safe} of ${all} can be fixed with ${SAFELY}, ${unsafe} more with ${UNSAFELY}`;
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
