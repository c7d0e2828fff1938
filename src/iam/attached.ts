import { carry } from '../cfn/functions/scope.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Value } from '../cfn/value.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';
import { awsManagedBearings } from './aws-managed.ts';
import { type Bearing, bearingOf } from './bearing.ts';
import type { Statement } from './statements.ts';

/** A policy that a role has. */
export type AttachedPolicy =
  | InlinePolicy
  | PolicyResource
  | AwsManagedPolicy
  | PerhapsAttachedPolicy
  | UnknownPolicy;

/** An item of the role's own `Policies`. */
export interface InlinePolicy {
  readonly kind: 'inline';
  readonly at: Place;
  readonly name: string | undefined;
  readonly statements: readonly Value<Statement>[];
}

/** An `AWS::IAM::Policy`, `RolePolicy` or `ManagedPolicy` of this template. */
export interface PolicyResource {
  readonly kind: 'resource';
  readonly at: Place;
  readonly resource: Resource;
  readonly name: string | undefined;
  /** The item of `Roles`, or `RoleName`, or the item of the role's `ManagedPolicyArns`, that attaches it. */
  readonly attachment: Place;
  readonly statements: readonly Value<Statement>[];
}

export interface AwsManagedPolicy {
  readonly kind: 'aws';
  readonly at: Place;
  readonly name: string;
}

/** A policy of this template of which it cannot be told whether it is attached. */
export interface PerhapsAttachedPolicy {
  readonly kind: 'perhaps';
  readonly at: Place;
  readonly resource: Resource;
  readonly statements: readonly Value<Statement>[];
}

export interface UnknownPolicy {
  readonly kind: 'unknown';
  readonly at: Place;
  readonly why: Sentence;
}

/** How a policy of a role bears on an action on a resource, whose names are those in the template of the role. */
export function bearings(
  role: Resource,
  policy: AttachedPolicy,
  action: string,
  resource: readonly string[],
): readonly Bearing[] {
  switch (policy.kind) {
    case 'inline':
      return policy.statements.flatMap(each => bearingOf(each, action, resource) ?? []);
    case 'resource': {
      const names = resource.map(each => carry(each, role.template.key, policy.resource.template.key));
      return policy.statements.flatMap(each => bearingOf(each, action, names) ?? []);
    }
    case 'aws':
      return awsManagedBearings(policy.name, action, resource, policy.at);
    case 'perhaps':
      return policy.statements.flatMap(each => inDoubt(policy, bearingOf(each, action, resource)));
    case 'unknown':
      return [{ is: 'unknown', at: policy.at, why: policy.why }];
  }
}

function inDoubt({ resource }: PerhapsAttachedPolicy, bearing: Bearing | undefined): readonly Bearing[] {
  if (!bearing) return [];
  const { is, at } = bearing;
  if (is === 'denies' || is === 'may deny') return [{ is: 'may deny', at, why: 'doubt' }];
  return [{ is: 'unknown', at, why: say`whether \`${resource.id}\` is attached to it is not known` }];
}
