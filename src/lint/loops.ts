import type { Edit } from '../edit/tree/edit.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Finding, Fix } from '../rule/types.ts';
import type { Iteration, Place } from '../syntax/place.ts';
import { identity } from './dedupe.ts';
import type { Judgement } from './judge.ts';

/**
 * In a loop one text stands for many resources. What is found in one of them may be mended in the text only when it is
 * found, and mended in the same way, in all. What rests on names that a deployment may replace is only likely.
 */
export function settleLoops(judgements: readonly Judgement[]): readonly Judgement[] {
  const turns = new Map<string, Set<string>>();
  for (const { rule, verdict } of judgements)
    for (const { key, iteration } of repeated(rule.id, verdict)) {
      const seen = turns.get(key) ?? new Set();
      turns.set(key, seen.add(JSON.stringify([...iteration.names])));
    }
  return judgements.map(judgement => {
    const { rule, verdict } = judgement;
    if ('undecided' in verdict) return judgement;
    const isForAll = repeated(rule.id, verdict).every(
      ({ key, iteration }) => turns.get(key)?.size === iteration.of,
    );
    const unsure = verdict.unsure ?? doubt(verdict);
    const fixRefused = verdict.fix && whyRefused({ ...verdict, unsure }, isForAll);
    const fix = fixRefused ? undefined : verdict.fix;
    return fix === verdict.fix && unsure === verdict.unsure
      ? judgement
      : { ...judgement, verdict: { ...verdict, unsure, fix, fixRefused } };
  });
}

function whyRefused(finding: Finding, isForAll: boolean): Sentence | undefined {
  if (finding.unsure !== undefined) return say`The finding is only likely.`;
  if (!isForAll) return say`The text stands for several resources, and not all of them need the change.`;
  return isWritten(finding) ? undefined : say`What it would change is the result of a function.`;
}

interface Repeated {
  readonly key: string;
  readonly iteration: Iteration;
}

/** The edits of a fix that are made in a loop, each under a key that it shares with the same edit in other turns. */
function repeated(ruleId: string, verdict: Judgement['verdict']): readonly Repeated[] {
  if ('undecided' in verdict) return [];
  return editsOf(verdict.fix).flatMap((edit, i) => {
    const said = 'value' in edit ? JSON.stringify(edit.value) : '';
    const { iteration } = edit.at;
    return iteration ? [{ key: `${ruleId} ${identity(verdict)} ${i} ${said}`, iteration: iteration }] : [];
  });
}

function editsOf(fix: Fix | undefined): readonly Edit[] {
  if (!fix) return [];
  const others = [fix.fallback, ...(fix.supersededBy ?? []).map(each => each.fix)];
  return [...fix.edits, ...others.flatMap(editsOf)];
}

function doubt({ at, for: services, fix }: Finding): Sentence | undefined {
  const places = [at, ...services.map(each => each.at), ...editsOf(fix).map(edit => edit.at)];
  return places.map(place => place.iteration?.unsure).find(unsure => unsure !== undefined);
}

/** A list that a function computes is not written anywhere; text of a loop says something else outside of it. */
function isWritten({ fix }: Finding): boolean {
  return editsOf(fix).every(edit => {
    const source = 'textOf' in edit ? edit.textOf : undefined;
    return edit.at.document.within === undefined && (!source?.iteration || isSameIteration(source, edit.at));
  });
}

function isSameIteration(a: Place, b: Place): boolean {
  return JSON.stringify([...(a.iteration?.names ?? [])]) === JSON.stringify([...(b.iteration?.names ?? [])]);
}
