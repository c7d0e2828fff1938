import type { Resource } from '../cfn/resource.ts';
import type { Template } from '../cfn/template.ts';
import { andThen, known, type Value } from '../cfn/value.ts';
import type { Place } from '../syntax/place.ts';
import { Pointer } from './pointer.ts';
import { textAt } from './text.ts';

/** Where in a VPC tasks run; each subnet and security group is known when it is a resource of this template. */
export interface Network {
  readonly subnets: Value<readonly Value<Resource>[]>;
  readonly securityGroups: Value<readonly Value<Resource>[]>;
  /** `ENABLED` or `DISABLED`, which absent means too. */
  readonly assignPublicIp: Value<string>;
}

/** Reads the map that holds `Subnets`, `SecurityGroups` and `AssignPublicIp`. */
export function networkAt(template: Template, found: Value<Place>): Network {
  return {
    subnets: targets(template, found, 'Subnets'),
    securityGroups: targets(template, found, 'SecurityGroups'),
    assignPublicIp: textAt(
      template,
      andThen(found, at => template.find(at, 'AssignPublicIp')),
    ),
  };
}

function targets(
  template: Template,
  found: Value<Place>,
  list: 'Subnets' | 'SecurityGroups',
): Value<readonly Value<Resource>[]> {
  return andThen(found, network =>
    andThen(template.items(network, list), (items, at) =>
      known(
        items.map(item => new Pointer(template, template.find(item)).target()),
        at,
      ),
    ),
  );
}
