import { launchers } from '../launchers/launchers.ts';
import { Service } from '../launchers/service.ts';
import type { Cluster } from '../model/cluster.ts';

/**
 * Whether tasks run on a cluster and ECS Exec is off for all of them, and may stay off.
 *
 * @param isRequired Whether services should have it on.
 */
export function isUsedWithoutExec({ resource }: Cluster, isRequired: boolean): boolean {
  const running = launchers(resource.template).filter(each => {
    const cluster = each.cluster();
    return cluster.is !== 'known' || cluster.value.resource.sameAs(resource);
  });
  return (
    running.some(each => each.cluster().is === 'known') &&
    running.every(each => each.execEnabled().is === 'no' && !(isRequired && each instanceof Service))
  );
}
