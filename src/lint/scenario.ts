import type { Scenario } from '../cfn/explore.ts';

export type Assignment = Readonly<Record<string, boolean>>;

/**
 * The conditions that tell the scenarios in which something holds from the `others`: nothing when it holds in all,
 * or when no condition tells them apart.
 */
export function tellApart(holding: readonly Scenario[], others: readonly Scenario[]): readonly Assignment[] {
  if (others.length === 0) return [];
  const names = [...new Set(holding.flatMap(each => [...each.keys()]))].sort();
  let kept = names;
  for (const name of names) {
    const fewer = kept.filter(each => each !== name);
    if (!holding.some(one => others.some(other => agree(one, other, fewer)))) kept = fewer;
  }
  if (holding.some(one => others.some(other => agree(one, other, kept)))) return [];
  const assignments = holding.map(one => assignment(one, kept));
  const distinct = new Map(assignments.map(each => [JSON.stringify(each), each]));
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** Whether two scenarios can be one as far as `names` go: a condition that was never asked for may be either way. */
function agree(a: Scenario, b: Scenario, names: readonly string[]): boolean {
  return names.every(name => {
    const [one, other] = [a.get(name), b.get(name)];
    return one === undefined || other === undefined || one === other;
  });
}

function assignment(scenario: Scenario, names: readonly string[]): Assignment {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = scenario.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
