import { type AttachedPolicy, attachedPolicies, bearings } from '../cfn/policy/attached.ts';
import { type Grant, weigh } from '../cfn/policy/grant.ts';
import type { Resource } from '../cfn/resource.ts';
import { known, unknown, type Value } from '../cfn/value.ts';
import type { Place } from '../syntax/place.ts';
import { SESSION_ACTIONS } from './actions.ts';

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

/** The role at a place that takes its ARN or name: by reference, or by the name that a local role has. */
export function roleAt(owner: Resource, property: string): Value<Role> {
  const target = owner.target(property);
  if (target.is === 'absent') return target;
  if (target.is === 'known')
    return target.value.type === 'AWS::IAM::Role'
      ? known(new Role(target.value), target.at)
      : unknown(`\`${target.value.id}\` is not a role`, target.at);
  const text = owner.shape(property);
  if (text.is === 'absent') return text;
  const name = text.is === 'known' ? String(text.value).replace(/^arn:.*:role\//s, '') : undefined;
  const role = name === undefined ? undefined : roleNamed(owner, name);
  return role
    ? known(role, target.at)
    : unknown(`the role is not in this template: ${target.why}`, target.at);
}

function roleNamed(owner: Resource, name: string): Role | undefined {
  const { template } = owner;
  for (const declaration of template.declarations.ofType('AWS::IAM::Role')) {
    const own = template.shape(declaration.at, 'Properties', 'RoleName');
    if (own.is !== 'known' || own.value !== name) continue;
    const resource = template.resource(declaration.id);
    if (resource) return new Role(resource);
  }
  return undefined;
}
