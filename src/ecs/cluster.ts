import type { Resource } from '../cfn/resource.ts';
import { known, unknown, type Value } from '../cfn/value.ts';
import type { Path, Place } from '../syntax/place.ts';

export const LOGGING_MODES = ['DEFAULT', 'NONE', 'OVERRIDE'] as const;
export type LoggingMode = (typeof LOGGING_MODES)[number];

const EXEC: Path = ['Configuration', 'ExecuteCommandConfiguration'];

export class Cluster {
  readonly resource: Resource;

  constructor(resource: Resource) {
    this.resource = resource;
  }

  get id(): string {
    return this.resource.id;
  }

  get at(): Place {
    return this.resource.at;
  }

  /** `Logging` as it is written; absent means DEFAULT to ECS. */
  logging(): Value<LoggingMode> {
    const logging = this.resource.read(...EXEC, 'Logging');
    if (logging.is !== 'known') return logging;
    const mode = LOGGING_MODES.find(each => each === logging.value);
    if (!mode) return unknown('its `Logging` is none of DEFAULT, NONE and OVERRIDE', logging.at);
    return known(mode, logging.at, logging.unsure);
  }

  /** Where `ExecuteCommandConfiguration`, or a key below it, is written or would be. */
  place(...keys: Path): Place {
    return this.resource.place(...EXEC, ...keys);
  }

  find(...keys: Path): Value<Place> {
    return this.resource.find(...EXEC, ...keys);
  }
}

/** The cluster at a property: by reference, or by the name that a local cluster has. */
export function clusterAt(owner: Resource, property: string): Value<Cluster> {
  const target = owner.target(property);
  if (target.is === 'absent')
    return unknown('it runs in the default cluster, which is not in this template', target.at);
  if (target.is === 'known')
    return target.value.type === 'AWS::ECS::Cluster'
      ? known(new Cluster(target.value), target.at)
      : unknown(`\`${target.value.id}\` is not a cluster`, target.at);
  const text = owner.shape(property);
  const name = text.is === 'known' ? String(text.value).replace(/^arn:.*:cluster\//s, '') : undefined;
  const named = owner.template.resources('AWS::ECS::Cluster').filter(each => {
    const own = each.shape('ClusterName');
    return own.is === 'known' && own.value === name;
  });
  const [only, another] = named;
  if (only && !another) return known(new Cluster(only), target.at);
  return unknown(`the cluster is not in this template: ${target.why}`, target.at);
}
