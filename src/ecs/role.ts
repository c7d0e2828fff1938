import { type AttachedPolicy, attachedPolicies, bearings } from '../cfn/policy/attached.ts';
import { type Grant, weigh } from '../cfn/policy/grant.ts';
import type { Resource } from '../cfn/resource.ts';
import { andThen, known, type Value } from '../cfn/value.ts';
import type { Place } from '../syntax/place.ts';
import { SESSION_ACTIONS } from './actions.ts';
import type { Kind, Pointer } from './pointer.ts';

const EVERYTHING = ['*'];

/** An `AWS::IAM::Role` of this template. */
export class Role {
  readonly resource: Resource;
  #policies: readonly AttachedPolicy[] | undefined;

  constructor(resource: Resource) {
    this.resource = resource;
  }

  get id(): string {
    return this.resource.id;
  }

  get at(): Place {
    return this.resource.at;
  }

  policies(): readonly AttachedPolicy[] {
    this.#policies ??= attachedPolicies(this.resource);
    return this.#policies;
  }

  /** What the role's policies say about an action on a resource, given by all names that it has. */
  grant(action: string, resource: readonly string[] = EVERYTHING): Grant {
    return weigh(this.policies().flatMap(policy => bearings(policy, action, resource)));
  }

  /** The session actions for which the role's policies say one of these things. */
  sessionActions(...are: readonly Grant['is'][]): readonly string[] {
    return SESSION_ACTIONS.filter(action => are.includes(this.grant(action).is));
  }
}

const ROLES: Kind = {
  noun: 'role',
  types: ['AWS::IAM::Role'],
  nameProperty: 'RoleName',
  // A path before the name is part of the ARN, not of the name.
  nameIn: text => text.replace(/^arn:.*:role\/(?:.*\/)?/s, ''),
};

/** The role at a place that takes its ARN or name: by reference, or by the name that a local role has. */
export function roleAt(pointer: Pointer): Value<Role> {
  return andThen(pointer.resource(ROLES), (resource, at) => known(new Role(resource), at));
}
