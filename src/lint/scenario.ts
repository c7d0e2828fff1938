import type { Scenario } from '../cfn/explore.ts';

export type Assignment = Readonly<Record<string, boolean>>;

/**
 * The conditions that tell the scenarios in which something holds from the `others`, in as few words as that takes:
 * nothing when it holds in all, or when no condition tells them apart.
 */
export function tellApart(holding: readonly Scenario[], others: readonly Scenario[]): readonly Assignment[] {
  if (others.length === 0) return [];
  const assignments = holding.map(scenario => shortest(scenario, others));
  if (!assignments.every(each => each !== undefined)) return [];
  const distinct = new Map(assignments.map(each => [JSON.stringify(each), each]));
  const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  return withoutCovered(sorted, holding);
}

/** As much of a scenario as sets it apart from each of the others; nothing when even the whole does not. */
function shortest(scenario: Scenario, others: readonly Scenario[]): Assignment | undefined {
  const apart = new Map<string, number[]>();
  const reasons = others.map(() => 0);
  for (const [name, value] of scenario) {
    const from = [...others.keys()].filter(i => others[i]?.get(name) === !value);
    for (const i of from) reasons[i] = (reasons[i] ?? 0) + 1;
    if (from.length > 0) apart.set(name, from);
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
  const size = (each: Assignment): number => Object.keys(each).length;
  let kept = assignments;
  for (const each of [...assignments].sort((a, b) => size(b) - size(a))) {
    const rest = kept.filter(other => other !== each);
    if (holding.every(scenario => rest.some(other => isIn(other, scenario)))) kept = rest;
  }
  return kept;
}

function isIn(assignment: Assignment, scenario: Scenario): boolean {
  return Object.entries(assignment).every(([name, value]) => scenario.get(name) === value);
}
