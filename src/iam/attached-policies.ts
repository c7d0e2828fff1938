import { rebase } from '../cfn/scenario/rebase.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Value } from '../cfn/value.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';
import { awsManagedEffects } from './aws-managed-policy.ts';
import type { Request } from './request.ts';
import { evaluateStatement, type StatementEffect } from './statement-evaluation.ts';
import { readStatements, type Statement } from './statements.ts';

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

/** How a policy of a role affects a request, whose names are those in the template of the role. */
export function statementEffects(
  role: Pick<Resource, 'template'>,
  policy: AttachedPolicy,
  request: Request,
): readonly StatementEffect[] {
  switch (policy.kind) {
    case 'inline':
      return effectsOf(policy.statements, request);
    case 'resource': {
      const { template } = policy.resource;
      const resource = request.resource.map(each => rebase(each, role.template.stack, template.stack));
      return effectsOf(policy.statements, { ...request, resource });
    }
    case 'aws':
      return awsManagedEffects(policy.name, request.action, request.resource, policy.at);
    case 'perhaps':
      return effectsOf(policy.statements, request).map(each => inDoubt(policy, each));
    case 'unknown':
      return [{ is: 'unknown', at: policy.at, why: policy.why }];
  }
}

function effectsOf(statements: readonly Value<Statement>[], request: Request): readonly StatementEffect[] {
  return statements.flatMap(each => evaluateStatement(each, request) ?? []);
}

function inDoubt({ resource }: PerhapsAttachedPolicy, { is, at }: StatementEffect): StatementEffect {
  if (is === 'denies' || is === 'may deny') return { is: 'may deny', at, why: 'doubt' };
  return { is: 'unknown', at, why: say`whether \`${resource.id}\` is attached to it is not known` };
}

/** A policy that is a resource of its own; `attachment` is what attaches it to the role. */
export function policyResource(resource: Resource, attachment: Place): PolicyResource {
  const { template, at } = resource;
  return {
    kind: 'resource',
    at,
    resource,
    name: policyName(template, resource.declared()),
    attachment,
    statements: readStatements(template, at, 'Properties', 'PolicyDocument'),
  };
}

/** A policy that is a resource of its own, where it cannot be told whether it is attached. */
export function perhapsAttached(resource: Resource): PerhapsAttachedPolicy {
  const { at } = resource;
  return { kind: 'perhaps', at, resource, statements: policyResource(resource, at).statements };
}

export function policyName(template: Template, policy: Place): string | undefined {
  const name = template.symbolic(policy, 'PolicyName');
  return name.is === 'known' && typeof name.value !== 'object' ? String(name.value) : undefined;
}
