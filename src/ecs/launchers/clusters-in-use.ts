import { BudgetExceeded } from '../../cfn/scenario/budget.ts';
import { Scenarios } from '../../cfn/scenario/scenarios.ts';
import type { Stack } from '../../cfn/scenario/stack.ts';
import { memoize } from '../../util/memoize.ts';
import type { Cluster } from '../model/cluster.ts';
import { LAUNCHER_TYPES, launchersOf } from './launchers.ts';

/** Whether anything in the given templates runs tasks on a cluster, in any scenario. */
export function isInUse({ resource }: Cluster): boolean {
  const { stack } = resource.template;
  const stacks = stack.system?.stacks ?? [stack];
  return stacks.some(each => clustersUsedBy(each).has(keyOf(stack, resource.id)));
}

/** The clusters on which the launchers of a stack run tasks; none that would take too much to find out. */
const clustersUsedBy = memoize((stack: Stack): ReadonlySet<string> => {
  const scenarios = new Scenarios(stack);
  const used = new Set<string>();
  try {
    for (const { id } of [...LAUNCHER_TYPES].flatMap(type => stack.declarations.ofType(type))) {
      const { answers } = scenarios.explore(template => {
        const resource = template.resource(id);
        return resource ? launchersOf(resource).map(each => each.cluster()) : [];
      });
      for (const cluster of answers.flatMap(each => each.value))
        if (cluster.is === 'known')
          used.add(keyOf(cluster.value.resource.template.stack, cluster.value.resource.id));
    }
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
  }
  return used;
});

function keyOf({ key }: Stack, id: string): string {
  return `${key} ${id}`;
}
