import type { Scenario } from '../cfn/scenario/scenarios.ts';
import { distinctEdits, type Edit, editKey } from '../edit/tree/edit.ts';
import type { Finding, Fix, Related, Verdict } from '../rule/types.ts';
import type { Path } from '../syntax/place.ts';
import { getOrInsertComputed } from '../util/memoize.ts';
import { identity } from './dedupe.ts';

/** A verdict, and the scenarios in which it is the same. */
export interface Group {
  readonly verdict: Verdict;
  readonly holding: Set<Scenario>;
}

/**
 * One finding for what is said of one place in several scenarios, where the fixes only write in different branches of an
 * `Fn::If`: what is wrong is one thing, and is fixed in all of them.
 */
export function mergeBranches(groups: readonly Group[]): readonly Group[] {
  const merged = new Map<string, Group[]>();
  for (const group of groups) {
    const others = getOrInsertComputed(merged, saidAt(group.verdict), (): Group[] => []);
    if (!mergeInto(others, group)) others.push(group);
  }
  return [...merged.values()].flat();
}

/** Whether a group becomes one with the first of others that it can become one with. */
function mergeInto(others: Group[], { verdict, holding }: Group): boolean {
  for (const [i, other] of others.entries()) {
    const merged = mergeVerdicts(other.verdict, verdict);
    if (!merged) continue;
    others[i] = { verdict: merged, holding: new Set([...other.holding, ...holding]) };
    return true;
  }
  return false;
}

/** What is said and where, whatever the fix is. */
function saidAt(verdict: Verdict): string {
  if (!('message' in verdict)) return identity(verdict);
  const { fix: _, ...rest } = verdict;
  return JSON.stringify([identity(rest), String(verdict.message), [...(verdict.at.iteration?.names ?? [])]]);
}

function mergeVerdicts(a: Verdict, b: Verdict): Finding | undefined {
  if (!('message' in a && 'message' in b && a.fix && b.fix)) return undefined;
  const fix = mergeFixes(a.fix, b.fix);
  return fix && { ...a, fix, related: distinctRelated([...(a.related ?? []), ...(b.related ?? [])]) };
}

function distinctRelated(related: readonly Related[]): readonly Related[] {
  const keyOf = ({ at, message }: Related): string =>
    JSON.stringify([at.document.file, at.path, String(message)]);
  return [...new Map(related.map(each => [keyOf(each), each])).values()];
}

/** With what takes their places; nothing where they say something else, or cannot both be made. */
function mergeFixes(a: Fix, b: Fix): Fix | undefined {
  if (saidBy(a) !== saidBy(b)) return undefined;
  if (!a.edits.every(one => b.edits.every(other => canMakeBoth(one, other)))) return undefined;
  const [own, others] = [replacementsOf(a), replacementsOf(b)];
  const merged = own.map((fix, i) => fix && others[i] && mergeFixes(fix, others[i]));
  if (own.some((fix, i) => fix && !merged[i])) return undefined;
  const [fallback, ...superseding] = merged;
  return {
    ...a,
    edits: distinctEdits([...a.edits, ...b.edits]),
    preconditions: [...(a.preconditions ?? []), ...(b.preconditions ?? [])],
    ...(fallback && { fallback }),
    ...(a.supersededBy && {
      supersededBy: a.supersededBy.map(({ rule }, i) => ({ rule, fix: superseding[i] })),
    }),
  };
}

function replacementsOf({ fallback, supersededBy = [] }: Fix): readonly (Fix | undefined)[] {
  return [fallback, ...supersededBy.map(each => each.fix)];
}

/** What a fix says of itself, and how many may take its place. */
function saidBy(fix: Fix): string {
  const { title, safety, warning, repair, supersededBy = [] } = fix;
  const replacements = replacementsOf(fix).map(each => each !== undefined);
  const rules = supersededBy.map(each => each.rule);
  return JSON.stringify([String(title), safety, String(warning), repair, rules, replacements]);
}

function canMakeBoth(a: Edit, b: Edit): boolean {
  return (
    editKey(a) === editKey(b) || (a.at.document === b.at.document && areInTwoBranches(a.at.path, b.at.path))
  );
}

/** Whether the first key in which two paths differ is that of a branch. */
function areInTwoBranches(a: Path, b: Path): boolean {
  const i = a.findIndex((key, j) => key !== b[j]);
  return i > 0 && a[i - 1] === 'Fn::If' && b[i] !== undefined;
}
