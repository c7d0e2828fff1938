import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { intrinsic } from '../intrinsic.ts';
import type { Resource } from '../resource.ts';
import { unknown, type Value } from '../value.ts';
import { awsManagedBearing, awsManagedName } from './aws-managed.ts';
import { type Bearing, bearingOf } from './grant.ts';
import { readStatements, type Statement } from './statements.ts';

/** A policy that a role has. */
export type AttachedPolicy = InlinePolicy | PolicyResource | AwsManagedPolicy | UnknownPolicy;

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

export interface UnknownPolicy {
  readonly kind: 'unknown';
  readonly at: Place;
  readonly why: string;
}

const SEPARATE: readonly { readonly type: string; readonly roles: 'Roles' | 'RoleName' }[] = [
  { type: 'AWS::IAM::Policy', roles: 'Roles' },
  { type: 'AWS::IAM::ManagedPolicy', roles: 'Roles' },
  { type: 'AWS::IAM::RolePolicy', roles: 'RoleName' },
];

/** All that is attached to an `AWS::IAM::Role`, from the role's side and from the policies'. */
export function attachedPolicies(role: Resource): readonly AttachedPolicy[] {
  return [...inlinePolicies(role), ...managedPolicies(role), ...separatePolicies(role)];
}

export function bearings(
  policy: AttachedPolicy,
  action: string,
  resource: readonly string[],
): readonly Bearing[] {
  switch (policy.kind) {
    case 'inline':
    case 'resource':
      return policy.statements.flatMap(each => bearingOf(each, action, resource) ?? []);
    case 'aws':
      return [awsManagedBearing(policy.name, action, policy.at)].flatMap(each => each ?? []);
    case 'unknown':
      return [{ is: 'unknown', at: policy.at, why: policy.why }];
  }
}

function inlinePolicies(role: Resource): readonly AttachedPolicy[] {
  const items = role.items('Policies');
  if (items.is === 'absent') return [];
  if (items.is === 'unknown')
    return [{ kind: 'unknown', at: items.at, why: `in its \`Policies\`, ${items.why}` }];
  return items.value.map(at => {
    if (intrinsic(nodeAt(at))) return { kind: 'unknown', at, why: 'an item of its `Policies` is computed' };
    return {
      kind: 'inline',
      at,
      name: nameOf(role, at),
      statements: statementsOf(role, child(at, 'PolicyDocument')),
    };
  });
}

function managedPolicies(role: Resource): readonly AttachedPolicy[] {
  const items = role.items('ManagedPolicyArns');
  if (items.is === 'absent') return [];
  if (items.is === 'unknown')
    return [{ kind: 'unknown', at: items.at, why: `in its \`ManagedPolicyArns\`, ${items.why}` }];
  return items.value.map(at => managedPolicy(role, at));
}

function managedPolicy(role: Resource, at: Place): AttachedPolicy {
  const target = role.template.target(at);
  if (target.is === 'known' && target.value.type === 'AWS::IAM::ManagedPolicy')
    return policyResource(target.value, at);
  const arn = role.template.shape(at);
  const name = arn.is === 'known' && typeof arn.value === 'string' ? awsManagedName(arn.value) : undefined;
  if (name !== undefined) return { kind: 'aws', at, name };
  return { kind: 'unknown', at, why: 'a policy attached to it is not in this template' };
}

function separatePolicies(role: Resource): readonly PolicyResource[] {
  const { template } = role;
  const name = role.shape('RoleName');
  const own = name.is === 'known' && typeof name.value === 'string' ? name.value : undefined;
  const mentioning = new Set(template.declarations.references.to(role.id));
  return SEPARATE.flatMap(({ type, roles }) =>
    template.declarations.ofType(type).flatMap(declaration => {
      if (own === undefined && !mentioning.has(declaration.id)) return [];
      const policy = template.resource(declaration.id);
      const attachment = policy && rolesOf(policy, roles).find(item => pointsTo(role, own, item));
      return policy && attachment ? [policyResource(policy, attachment)] : [];
    }),
  );
}

function rolesOf(policy: Resource, property: 'Roles' | 'RoleName'): readonly Place[] {
  const found = property === 'RoleName' ? policy.find(property) : policy.items(property);
  return found.is === 'known' ? [found.value].flat() : [];
}

/** `Roles` takes names: `!Ref Role`, or the name written out. */
function pointsTo(role: Resource, name: string | undefined, item: Place): boolean {
  const target = role.template.target(item);
  if (target.is === 'known') return target.value.id === role.id;
  const text = role.template.shape(item);
  return name !== undefined && text.is === 'known' && text.value === name;
}

function policyResource(resource: Resource, attachment: Place): PolicyResource {
  const statements = statementsOf(resource, resource.declared('PolicyDocument'));
  return {
    kind: 'resource',
    at: resource.at,
    resource,
    name: nameOf(resource, resource.declared()),
    attachment,
    statements,
  };
}

function nameOf(owner: Resource, at: Place): string | undefined {
  const name = owner.template.shape(at, 'PolicyName');
  return name.is === 'known' && typeof name.value === 'string' ? name.value : undefined;
}

function statementsOf(owner: Resource, document: Place): readonly Value<Statement>[] {
  const found = owner.template.find(document);
  if (found.is === 'unknown') return [unknown(found.why, found.at)];
  return readStatements(owner.template, document);
}
