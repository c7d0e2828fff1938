import type { Resource } from '../cfn/scenario/resource.ts';
import type { Value } from '../cfn/value.ts';
import { toJson } from '../syntax/node.ts';
import { isWritten, nodeAt } from '../syntax/place.ts';
import { policiesElsewhere } from './attached-elsewhere.ts';
import {
  type PerhapsAttachedPolicy,
  type PolicyResource,
  perhapsAttached,
  policyResource,
} from './attached-policies.ts';
import { type NamingPolicy, namingFreely, rolesOf } from './naming-policies.ts';
import type { Coverage } from './pattern-match.ts';
import { ROLE_PROPERTIES } from './role-attachments.ts';
import { compareNames } from './role-name.ts';

/** The policies that are resources of their own and name the role, for sure or perhaps. */
export function separatePolicies(role: Resource): readonly (PolicyResource | PerhapsAttachedPolicy)[] {
  const { template } = role;
  const own = role.symbolic('RoleName');
  const referring = template.declarations.references.to(role.id).flatMap(id => {
    const declaration = template.declarations.resources.get(id);
    return declaration && ROLE_PROPERTIES.has(declaration.type) ? [declaration] : [];
  });
  const naming = isWritten(role.declared('RoleName')) ? namingFreely(template) : [];
  const policies = new Map(naming.map(each => [each.declaration.id, each]));
  for (const declaration of referring)
    policies.set(declaration.id, { declaration, roles: undefined, mentions: true });
  const here = [...policies.values()].flatMap(each => attached(role, own, each) ?? []);
  return [...here, ...policiesElsewhere(role)];
}

function attached(
  role: Resource,
  own: Value<unknown>,
  candidate: NamingPolicy,
): PolicyResource | PerhapsAttachedPolicy | undefined {
  const { template } = role;
  const { id } = candidate.declaration;
  const names = candidate.roles ?? rolesOf(template, candidate.declaration);
  let perhaps = false;
  for (const name of names) {
    const is = isNamed(role, own, name, candidate.mentions);
    if (is === 'no') continue;
    const resource = template.resource(id);
    if (resource && is === 'yes') return policyResource(resource, name.at);
    perhaps = true;
  }
  const resource = perhaps ? template.resource(id) : undefined;
  return resource && perhapsAttached(resource);
}

/** What cannot be computed is still the same when it is written the same. */
function isNamed(role: Resource, own: Value<unknown>, name: Value<string>, mentions: boolean): Coverage {
  if (name.is === 'known') return compareNames(role, own, name.value);
  const [written, other] = [nodeAt(name.at), nodeAt(role.place('RoleName'))];
  const isSame = written && other && JSON.stringify(toJson(written)) === JSON.stringify(toJson(other));
  if (isSame) return 'yes';
  return mentions || own.is !== 'absent' ? 'unknown' : 'no';
}
