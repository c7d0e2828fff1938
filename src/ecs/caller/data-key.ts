import type { Template } from '../../cfn/scenario/template.ts';
import { callerKeyNeed } from '../logging/key-need.ts';
import { Cluster } from '../model/cluster.ts';
import type { Key } from '../model/key.ts';
import { type Caller, callers } from './caller.ts';

/**
 * Someone who may run `execute-command` on a cluster, and not make the data key that its sessions are encrypted with.
 */
export interface CallerWithoutDataKey {
  readonly caller: Caller;
  readonly cluster: Cluster;
  readonly key: Key;
}

export function callersWithoutDataKey(template: Template): readonly CallerWithoutDataKey[] {
  const clusters = template.resources('AWS::ECS::Cluster').map(resource => new Cluster(resource));
  return clusters.flatMap(cluster => {
    const key = cluster.sessionKey();
    if (key.is !== 'known' || key.unsure !== undefined) return [];
    return callers(template)
      .filter(caller => caller.mayCall(cluster) && lacksKey(caller, key.value))
      .map(caller => ({ caller, cluster, key: key.value }));
  });
}

function lacksKey(caller: Caller, key: Key): boolean {
  const { actions, resource } = callerKeyNeed(key);
  return actions.some(action => {
    const decision = caller.access(action, resource);
    return (
      decision.is === 'implicit deny' ||
      decision.is === 'explicit deny' ||
      (decision.is === 'restricted' && decision.why === 'resource')
    );
  });
}
