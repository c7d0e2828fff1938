import type { Scenario } from '../cfn/scenario/scenarios.ts';

export type Assignment = Readonly<Record<string, boolean>>;

/**
 * The conditions that tell the scenarios in which something holds from the `others`, in as few words as that takes:
 * nothing when it holds in all, or when no condition tells them apart.
 */
export function distinguishingConditions(
  holding: readonly Scenario[],
  others: readonly Scenario[],
): readonly Assignment[] {
  if (others.length === 0) return [];
  const assignments = holding.map(scenario => shortest(scenario, others));
  if (!assignments.every(each => each !== undefined)) return [];
  const distinct = new Map(assignments.map(each => [JSON.stringify(each), each]));
  const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  return withoutCovered(sorted, holding);
}

/** What was found by asking in several scenarios, and the scenarios in which it was not, or nothing was asked. */
export interface Findings {
  readonly holding: readonly Scenario[];
  readonly others: readonly Scenario[];
  readonly unasked: readonly Scenario[];
}

/**
 * Where something holds that several questions found, such as one about each service: nothing when it is wherever they
 * were asked. One question speaks of the scenarios in which it was asked; several do not share them.
 */
export function whereOf(found: readonly Findings[]): readonly Assignment[] {
  if (found.every(each => each.others.length === 0)) return [];
  const isOne = found.length === 1;
  const each = found.map(({ holding, others, unasked }) =>
    distinguishingConditions(holding, isOne ? others : [...others, ...unasked]),
  );
  if (each.some(assignments => assignments.length === 0)) return [];
  return [...new Map(each.flat().map(one => [JSON.stringify(one), one])).values()];
}

/** As much of a scenario as sets it apart from each of the others; nothing when even the whole does not. */
function shortest(scenario: Scenario, others: readonly Scenario[]): Assignment | undefined {
  const apart = new Map<string, number[]>();
  const reasons = others.map(() => 0);
  for (const [i, other] of others.entries())
    for (const [name, value] of scenario) {
      if (other.get(name) !== !value) continue;
      reasons[i] = (reasons[i] ?? 0) + 1;
      const from = apart.get(name);
      if (from) from.push(i);
      else apart.set(name, [i]);
    }
  if (reasons.includes(0)) return undefined;
  for (const [name, from] of leastUsefulFirst(apart)) {
    if (!from.every(i => (reasons[i] ?? 0) > 1)) continue;
    for (const i of from) reasons[i] = (reasons[i] ?? 0) - 1;
    apart.delete(name);
  }
  const kept = [...apart.keys()].sort();
  return Object.fromEntries(kept.map(name => [name, scenario.get(name) ?? false]));
}

function leastUsefulFirst(apart: ReadonlyMap<string, readonly number[]>): [string, readonly number[]][] {
  return [...apart].sort(([a, from], [b, to]) => from.length - to.length || (a < b ? 1 : -1));
}

/** Leaves out an assignment when the others speak of all scenarios that it speaks of. The longest go first. */
function withoutCovered(
  assignments: readonly Assignment[],
  holding: readonly Scenario[],
): readonly Assignment[] {
  const spoken = assignments.map(each => [...holding.keys()].filter(i => isIn(each, holding[i])));
  const times = holding.map((_, i) => spoken.filter(each => each.includes(i)).length);
  const size = (i: number): number => Object.keys(assignments[i] ?? {}).length;
  const dropped = new Set<number>();
  for (const i of [...assignments.keys()].sort((a, b) => size(b) - size(a))) {
    const own = spoken[i] ?? [];
    if (!own.every(each => (times[each] ?? 0) > 1)) continue;
    for (const each of own) times[each] = (times[each] ?? 0) - 1;
    dropped.add(i);
  }
  return assignments.filter((_, i) => !dropped.has(i));
}

function isIn(assignment: Assignment, scenario: Scenario | undefined): boolean {
  return Object.entries(assignment).every(([name, value]) => scenario?.get(name) === value);
}
