import { onlyPlaceholder } from '../cfn/functions/placeholder.ts';
import { accountResourcesById, fromAccount } from '../cfn/scenario/account-data.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { certain, known, type Value } from '../cfn/value.ts';
import type { Place } from '../syntax/place.ts';
import { type AwsManagedPolicy, type PolicyResource, policyResource } from './attached-policies.ts';
import { awsManagedName } from './aws-managed-policy.ts';

const TYPE = 'AWS::IAM::ManagedPolicy';

/** The policy that an ARN stands for: one of this template, or one of AWS; nothing when it comes from elsewhere. */
export function managedPolicy(
  template: Template,
  arn: Value<string>,
): PolicyResource | AwsManagedPolicy | undefined {
  if (arn.is !== 'known') return undefined;
  const { value: text, at } = arn;
  const resource =
    policyReferredTo(template, text) ?? named(template, text) ?? fromAccountData(template, text, at);
  if (resource) return policyResource(resource, at);
  const name = awsManagedName(text);
  return name === undefined ? undefined : { kind: 'aws', at, name };
}

/** One that is deployed already, by its ARN, unless that is in doubt. */
function fromAccountData(template: Template, arn: string, at: Place): Resource | undefined {
  const { system } = template.stack;
  if (!system) return undefined;
  const found = accountResourcesById(system, arn).flatMap(({ stack, id, found: scope }) => {
    const resource = template.templateOf(stack).resource(id);
    const value = resource?.type === TYPE ? known(resource, at) : undefined;
    return value ? (certain(fromAccount(template.stack, value, scope, arn)) ?? []) : [];
  });
  const [only, another] = found;
  return another ? undefined : only;
}

/** `Ref` and `Fn::GetAtt X.PolicyArn` both give the ARN. */
function policyReferredTo(template: Template, text: string): Resource | undefined {
  const id = onlyPlaceholder(text)?.replace(/\..*/s, '');
  const resource = id === undefined ? undefined : template.resource(id);
  return resource?.type === TYPE ? resource : undefined;
}

/** A customer's policy by an ARN that is written out, with the name that a policy of this template has. */
function named(template: Template, arn: string): Resource | undefined {
  if (!arn.startsWith('arn:') || !arn.includes(':policy/') || awsManagedName(arn) !== undefined)
    return undefined;
  if (!template.stack.mayHave(arn)) return undefined;
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  for (const declaration of template.declarations.ofType(TYPE)) {
    const own = template.symbolic(declaration.at, 'Properties', 'ManagedPolicyName');
    if (own.is === 'known' && own.value === name) return template.resource(declaration.id);
  }
  return undefined;
}
