import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Place } from '../../syntax/place.ts';

/** A resource, and what is asked of those of its type. */
export abstract class ResourceModel {
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
}
