import type { Edit } from '../edit/tree/edit.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Finding, Fix } from '../rule/types.ts';
import type { Iteration, Place } from '../syntax/place.ts';
import { identity } from './dedupe.ts';
import type { Judgement } from './judge.ts';

/**
 * In a loop one text stands for many resources. What is found in one of them may be fixed in the text only when it is
 * found, and fixed in the same way, in all. What rests on names that a deployment may replace is only likely.
 */
export function settleLoops(judgements: readonly Judgement[]): readonly Judgement[] {
  const fixed = new Iterations();
  const found = new Iterations();
  for (const { rule, verdict } of judgements)
    for (const { key, place, iteration } of repeated(rule.id, verdict)) {
      fixed.add(key, iteration);
      found.add(place, iteration);
    }
  return judgements.map(judgement => {
    const { rule, verdict } = judgement;
    if (!('message' in verdict)) return judgement;
    const own = repeated(rule.id, verdict);
    const among: Among = own.every(({ key, iteration }) => fixed.areAll(key, iteration))
      ? 'all alike'
      : own.every(({ place, iteration }) => found.areAll(place, iteration))
        ? 'all'
        : 'some';
    const unsure = verdict.unsure ?? doubt(verdict);
    const fixRefused = verdict.fix && whyRefused({ ...verdict, unsure }, among);
    const fix = fixRefused ? undefined : verdict.fix;
    return fix === verdict.fix && unsure === verdict.unsure
      ? judgement
      : { ...judgement, verdict: { ...verdict, unsure, fix, fixRefused } };
  });
}

/** The iterations of loops, by what is found or written in them. */
class Iterations {
  readonly #names = new Map<string, Set<string>>();

  add(key: string, { names }: Iteration): void {
    const seen = this.#names.get(key) ?? new Set();
    this.#names.set(key, seen.add(JSON.stringify([...names])));
  }

  areAll(key: string, { of }: Iteration): boolean {
    return this.#names.get(key)?.size === of;
  }
}

/** In which iterations something is found, and whether it is fixed in the same way there. */
type Among = 'all alike' | 'all' | 'some';

function whyRefused(finding: Finding, among: Among): Sentence | undefined {
  if (finding.unsure !== undefined) return say`The finding is only likely.`;
  if (among === 'some')
    return say`The text stands for several resources, and not all of them need the change.`;
  if (among === 'all')
    return say`The text stands for several resources, and each of them needs a different change.`;
  return isWritten(finding) ? undefined : say`What it would change is the result of a function.`;
}

interface Repeated {
  readonly key: string;
  /** The rule and the place alone, whatever is written there. */
  readonly place: string;
  readonly iteration: Iteration;
}

/** The edits of a fix that are made in a loop, each under a key that it shares with the same edit in other turns. */
function repeated(ruleId: string, verdict: Judgement['verdict']): readonly Repeated[] {
  if (!('message' in verdict)) return [];
  return editsOf(verdict.fix).flatMap((edit, i) => {
    const said = 'value' in edit ? JSON.stringify(edit.value) : '';
    const { iteration } = edit.at;
    const place = `${ruleId} ${i} ${JSON.stringify(edit.at.path)}`;
    return iteration ? [{ key: `${place} ${identity(verdict)} ${said}`, place, iteration }] : [];
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
