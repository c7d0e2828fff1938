import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';

/** What a list of references points to; each is known when it is a resource of a template that was given. */
export type ResourceList = readonly Value<Resource>[];

/** Where in a VPC tasks run. */
export interface Network {
  readonly subnets: Value<ResourceList>;
  readonly securityGroups: Value<ResourceList>;
  /** `ENABLED` or `DISABLED`, which absent means too. */
  readonly assignPublicIp: Value<string>;
}

/**
 * Reads the map that holds `Subnets`, `SecurityGroups` and `AssignPublicIp`. A state machine may compute each of them.
 */
export function networkAt(template: Template, found: Value<Place>): Network {
  const find = (key: string): Value<Place> =>
    andThen(found, at =>
      template.find(at, `${key}.$`).is === 'known'
        ? unknown(say`it is computed when the state machine runs`, at)
        : template.find(at, key),
    );
  return {
    subnets: targetsOf(template, find('Subnets')),
    securityGroups: targetsOf(template, find('SecurityGroups')),
    assignPublicIp: textAt(template, find('AssignPublicIp')),
  };
}

/** What the items of a list point to. */
export function targetsOf(template: Template, list: Value<Place>): Value<ResourceList> {
  return andThen(list, place =>
    andThen(template.items(place), (items, at) =>
      known(
        items.map(item => new ResourceProperty(template, template.find(item)).target()),
        at,
      ),
    ),
  );
}
