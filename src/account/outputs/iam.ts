import { scopeOfArn } from '../../cfn/template/account.ts';
import { say } from '../../i18n/sentence.ts';
import type { JsonObject } from '../../syntax/json-value.ts';
import { type DescribedResource, present } from '../described.ts';
import type { Fields } from '../fields.ts';
import { policyDocument } from '../policy-document.ts';

/** The roles of `iam get-account-authorization-details`, and the policies that customers manage. */
export function authorizationDetails(output: Fields): readonly DescribedResource[] {
  return [...output.list('RoleDetailList').map(role), ...output.list('Policies').flatMap(managedPolicy)];
}

function role(detail: Fields): DescribedResource {
  const arn = detail.text('Arn');
  const name = detail.text('RoleName');
  const boundary = detail.optionalFields('PermissionsBoundary')?.text('PermissionsBoundaryArn');
  return {
    type: 'AWS::IAM::Role',
    name,
    properties: present({
      RoleName: name,
      AssumeRolePolicyDocument: document(detail, 'AssumeRolePolicyDocument'),
      Policies: detail.has('RolePolicyList') ? detail.list('RolePolicyList').map(inlinePolicy) : undefined,
      ManagedPolicyArns: detail.has('AttachedManagedPolicies')
        ? detail.list('AttachedManagedPolicies').map(each => each.text('PolicyArn'))
        : undefined,
      PermissionsBoundary: boundary,
    }),
    physicalIds: [arn],
    ...scopeOfArn(arn),
    undescribed: [
      ...(detail.has('RolePolicyList') ? [] : ['Policies']),
      ...(detail.has('AttachedManagedPolicies') ? [] : ['ManagedPolicyArns']),
    ],
  };
}

function inlinePolicy(policy: Fields): JsonObject {
  return { PolicyName: policy.text('PolicyName'), PolicyDocument: document(policy, 'PolicyDocument') };
}

/** Those of AWS are known. */
function managedPolicy(policy: Fields): readonly DescribedResource[] {
  const arn = policy.text('Arn');
  const name = policy.text('PolicyName');
  const current = policy.list('PolicyVersionList').find(each => each.flag('IsDefaultVersion') === true);
  if (/^arn:[^:]*:iam::aws:/.test(arn)) return [];
  return [
    {
      type: 'AWS::IAM::ManagedPolicy',
      name,
      properties: present({
        ManagedPolicyName: name,
        PolicyDocument: current && document(current, 'Document'),
      }),
      physicalIds: [arn],
      ...scopeOfArn(arn),
      undescribed: current ? [] : ['PolicyDocument'],
    },
  ];
}

function document(fields: Fields, key: string): JsonObject {
  const found = fields.at(key);
  if (!found) throw fields.unexpected(key, say`\`${key}\` is missing.`);
  return policyDocument(found.value, found.path);
}
