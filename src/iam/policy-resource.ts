import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/template.ts';
import type { Place } from '../syntax/place.ts';
import type { PolicyResource } from './attached.ts';
import { readStatements } from './statements.ts';

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

export function policyName(template: Template, policy: Place): string | undefined {
  const name = template.symbolic(policy, 'PolicyName');
  return name.is === 'known' && typeof name.value === 'string' ? name.value : undefined;
}
