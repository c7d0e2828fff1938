import type { Answer } from '../cfn/value.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Verdict } from '../rule/types.ts';
import type { ReasonToIgnore } from './ignores.ts';
import { type Question, questionsOf, SEVERITIES } from './impact.ts';
import type { JudgingRule } from './readiness.ts';
import type { Readiness, ReadinessAnswer, RecordedAnswer } from './report.ts';
import type { SessionFacts } from './session-facts.ts';

/** What one verdict says against an answer `yes`. */
export interface Objection {
  readonly ruleId: string;
  readonly to: Question;
  readonly is: 'no' | 'unknown';
  /** Why it is not counted in the verdict. */
  readonly suppressed: Sentence | undefined;
  /** Nothing was asked: the answer is not known, and what was asked decides the verdict. */
  readonly decidesNothing: boolean;
}

export function objectionsTo(
  judging: JudgingRule,
  verdicts: readonly Verdict[],
  ignored: ReasonToIgnore,
): readonly Objection[] {
  const { rule, own } = judging;
  // Whoever lowers a rule does not change what is so; whoever raises it wants it to count.
  const asIs = isLowered(judging) ? own : rule;
  return verdicts.flatMap(verdict => {
    const suppressed = ignored(rule, verdict.at) ? say`ignored` : suppressionOf(judging);
    return questionsOf(asIs, verdict).map(to => ({
      ruleId: rule.id,
      to,
      is: isCertain(verdict) ? ('no' as const) : ('unknown' as const),
      suppressed,
      decidesNothing: 'inapplicable' in verdict,
    }));
  });
}

function isCertain(verdict: Verdict): boolean {
  return 'message' in verdict && verdict.unsure === undefined && !verdict.mayBlock;
}

function suppressionOf(judging: JudgingRule): Sentence | undefined {
  if (judging.isSkipped) return say`the rule is off`;
  if (!isLowered(judging)) return undefined;
  return judging.rule.severity === 'info' ? say`lowered to info` : say`lowered to a warning`;
}

function isLowered({ rule, own }: JudgingRule): boolean {
  return SEVERITIES.indexOf(rule.severity) < SEVERITIES.indexOf(own.severity);
}

export function opensAnswer(objections: readonly Objection[]): ReadinessAnswer {
  return answer(objections.filter(each => each.to === 'opens'));
}

export function recordedAnswer(objections: readonly Objection[], facts: SessionFacts): RecordedAnswer {
  const found = answer(objections.filter(each => each.to === 'recorded'));
  return {
    ...found,
    in: found.is === 'no' ? [] : facts.destinations,
    dependsOn: found.is === 'unknown' ? facts.dependsOn : undefined,
  };
}

/** What is not suppressed says the most; what is suppressed is told all the same. */
function answer(objections: readonly Objection[]): ReadinessAnswer {
  const is = worst(objections);
  const all = objections.filter(each => each.is === is);
  const deciding = all.filter(each => each.suppressed === undefined && !each.decidesNothing);
  const because = deciding.length > 0 ? deciding : all;
  const isSuppressed = all.every(each => each.suppressed !== undefined);
  return {
    is,
    because: [...new Set(because.map(each => each.ruleId))],
    suppressed: isSuppressed ? all[0]?.suppressed : undefined,
  };
}

export function verdictOf(objections: readonly Objection[]): Readiness['verdict'] {
  const counting = objections.filter(each => each.suppressed === undefined && !each.decidesNothing);
  return ({ yes: 'ready', no: 'not-ready', unknown: 'undecided' } as const)[worst(counting)];
}

function worst(objections: readonly Objection[]): Answer['is'] {
  if (objections.some(each => each.is === 'no')) return 'no';
  return objections.length > 0 ? 'unknown' : 'yes';
}
