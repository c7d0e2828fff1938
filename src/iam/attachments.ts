import { intrinsic } from '../cfn/functions/intrinsic.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import { absent, known, type Value } from '../cfn/value.ts';
import { say } from '../i18n/sentence.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import { type AttachedPolicy, policyName } from './attached-policies.ts';
import { managedPolicy } from './managed-policy.ts';
import { SEPARATE_TYPES } from './role-attachments.ts';
import { separatePolicies } from './separate.ts';
import { readStatements, stringList } from './statements.ts';

/** All that is attached to an `AWS::IAM::Role`, from the role's side and from the policies'. */
export function attachedPolicies(role: Resource): readonly AttachedPolicy[] {
  return [...ownPolicies(role), ...separatePolicies(role), ...unseenPolicies(role)];
}

/** What a role, user or group says itself that it has. */
export function ownPolicies(holder: Resource): readonly AttachedPolicy[] {
  return [...inlinePolicies(holder), ...managedPolicies(holder)];
}

/** A loop over names that are not known may make policies of the role. */
function unseenPolicies({ template, at }: Resource): readonly AttachedPolicy[] {
  const reasons = SEPARATE_TYPES.map(type => template.declarations.unseen(type));
  return reasons.flatMap(why => (why === undefined ? [] : [{ kind: 'unknown', at, why }]));
}

function inlinePolicies(role: Resource): readonly AttachedPolicy[] {
  const { template } = role;
  const items = role.items('Policies');
  if (items.is === 'absent') return [];
  if (items.is === 'unknown')
    return [{ kind: 'unknown', at: items.at, why: say`in its \`Policies\`, ${items.why}` }];
  return items.value.map(at => {
    if (intrinsic(nodeAt(at)))
      return { kind: 'unknown', at, why: say`an item of its \`Policies\` is computed` };
    const statements = readStatements(template, at, 'PolicyDocument');
    return { kind: 'inline', at, name: policyName(template, at), statements };
  });
}

function managedPolicies(role: Resource): readonly AttachedPolicy[] {
  const { template, at } = role;
  const arns = stringList(template, at, 'Properties', 'ManagedPolicyArns');
  if (arns.is === 'absent') return [];
  if (arns.is === 'unknown')
    return [{ kind: 'unknown', at: arns.at, why: say`in its \`ManagedPolicyArns\`, ${arns.why}` }];
  const why = say`a policy attached to it is not in this template`;
  return arns.value.map(arn => managedPolicy(template, arn) ?? { kind: 'unknown', at: arn.at, why });
}

/**
 * The policy that limits what the role's policies allow. A macro that may add one is not waited for: what a role is
 * known to allow would be in doubt in every template with a macro.
 */
export function permissionsBoundary(role: Resource): Value<AttachedPolicy> {
  const { template, at } = role;
  const arns = stringList(template, at, 'Properties', 'PermissionsBoundary');
  if (arns.is === 'absent') return arns;
  if (arns.is === 'unknown')
    return arns.why === template.declarations.macro ? absent(arns.at) : known(outside(arns.at), arns.at);
  const [arn] = arns.value;
  if (!arn) return absent(arns.at);
  return known(managedPolicy(template, arn) ?? outside(arn.at), arn.at);
}

function outside(at: Place): AttachedPolicy {
  return { kind: 'unknown', at, why: say`its permissions boundary is not in this template` };
}
