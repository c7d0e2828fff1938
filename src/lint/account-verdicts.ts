import type { TemplateSet } from '../cfn/scenario/template-set.ts';
import { referenceTo } from '../ecs/account-reference.ts';
import { say } from '../i18n/sentence.ts';
import type { Fix, Rule, Verdict } from '../rule/types.ts';
import type { Place } from '../syntax/place.ts';
import { inFile } from './diagnose.ts';
import { severityOf } from './impact.ts';
import type { Judged, Judgement } from './judge.ts';

/**
 * What a rule says, with all its places in the templates that were given: what it says of a resource that is deployed
 * already is said where that is referred to, and nothing is fixed there. Nothing for what no launcher depends on, and no
 * advice: how something deployed is written is for its own template.
 */
export function aboutGiven(
  system: TemplateSet | undefined,
  rule: Rule,
  verdicts: readonly Verdict[],
): readonly Verdict[] {
  if (!system || system.accountStacks.length === 0) return verdicts;
  const isReadOnly = (place: Place): boolean => system.isReadOnly(inFile(place).document);
  return verdicts.flatMap(verdict => {
    const [launcher] = verdict.for;
    if (!isReadOnly(verdict.at)) return [withoutReadOnly(verdict, isReadOnly)];
    if (!launcher || severityOf(rule, verdict) === 'info') return [];
    const at = referenceTo(launcher, inFile(verdict.at), isReadOnly);
    return [withoutReadOnly({ ...verdict, at }, isReadOnly)];
  });
}

function withoutReadOnly(verdict: Verdict, isReadOnly: (place: Place) => boolean): Verdict {
  if (!('message' in verdict)) return verdict;
  const fix = verdict.fix && givenFix(verdict.fix, isReadOnly);
  return {
    ...verdict,
    ...(verdict.related && { related: verdict.related.filter(each => !isReadOnly(each.at)) }),
    fix,
    ...(verdict.fix &&
      !fix && { fixRefused: say`It would change a resource that none of these templates declares.` }),
  };
}

/** The fix, or what to do instead, as far as it changes nothing but the templates that were given. */
function givenFix(fix: Fix, isReadOnly: (place: Place) => boolean): Fix | undefined {
  const { fallback, supersededBy } = fix;
  if (fix.edits.some(each => isReadOnly(each.at))) return fallback && givenFix(fallback, isReadOnly);
  return {
    ...fix,
    fallback: fallback && givenFix(fallback, isReadOnly),
    ...(supersededBy && {
      supersededBy: supersededBy.map(each => ({ ...each, fix: each.fix && givenFix(each.fix, isReadOnly) })),
    }),
  };
}

/**
 * What was judged, where what passes only by what is doubtful is not known.
 *
 * @param strictly The same templates, judged as if nothing were known that is in doubt.
 */
export function withoutDoubtfulPasses(
  judged: readonly Judged[],
  strictly: readonly Judged[],
): readonly Judged[] {
  return judged.map(each => {
    const other = strictly.find(({ stack }) => stack.key === each.stack.key);
    const said = new Set(each.judgements.flatMap(keysOf));
    const missed = (other?.judgements ?? []).filter(
      judgement => isDoubt(judgement.verdict) && keysOf(judgement).some(key => !said.has(key)),
    );
    return missed.length === 0 ? each : { ...each, judgements: [...each.judgements, ...missed] };
  });
}

function isDoubt(verdict: Verdict): boolean {
  return 'undecided' in verdict || ('inapplicable' in verdict && verdict.inapplicable === 'not-visible');
}

/** A rule and each launcher that it speaks of. */
function keysOf({ rule, verdict }: Judgement): readonly string[] {
  return verdict.for.map(each => JSON.stringify([rule.id, each.id]));
}
