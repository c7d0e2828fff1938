import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type PolicySyntaxError, policySyntaxErrors } from '../../iam/policy-defects.ts';
import { memoize } from '../../util/memoize.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { launchers } from '../launchers/launchers.ts';
import type { Role } from '../model/role.ts';

/** Something in a resource's policy for which the policy is refused. */
export interface MalformedPolicy extends PolicySyntaxError {
  readonly resource: Resource;
}

/** The properties that hold a policy document. */
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Role', 'AssumeRolePolicyDocument'],
  ['AWS::IAM::Policy', 'PolicyDocument'],
  ['AWS::IAM::ManagedPolicy', 'PolicyDocument'],
  ['AWS::IAM::RolePolicy', 'PolicyDocument'],
  ['AWS::IAM::UserPolicy', 'PolicyDocument'],
  ['AWS::IAM::GroupPolicy', 'PolicyDocument'],
  ['AWS::KMS::Key', 'KeyPolicy'],
  ['AWS::KMS::ReplicaKey', 'KeyPolicy'],
  ['AWS::S3::BucketPolicy', 'PolicyDocument'],
  ['AWS::EC2::VPCEndpoint', 'PolicyDocument'],
]);

const WITH_INLINE_POLICIES: readonly string[] = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/** Those of the task role and the execution role of a launcher. */
export function malformedPoliciesFor(launcher: Launcher): readonly MalformedPolicy[] {
  return holdersOf(launcher).flatMap(malformedIn);
}

/** Those of all other resources: each of them keeps the stack from being deployed. */
export function otherMalformedPolicies(template: Template): readonly MalformedPolicy[] {
  const judged = launchers(template).flatMap(holdersOf);
  return [...new Set([...DOCUMENTS.keys(), ...WITH_INLINE_POLICIES])]
    .flatMap(type => template.resources(type))
    .filter(resource => !judged.some(each => each.sameAs(resource)))
    .flatMap(malformedIn);
}

function holdersOf(launcher: Launcher): readonly Resource[] {
  const roles = [launcher.taskRole(), launcher.executionRole()];
  const task = launcher.taskRolePermissions();
  const all = [
    ...roles.flatMap(role => (role.is === 'known' ? policyHolders(role.value) : [])),
    ...(task.is === 'known' ? task.value.separatePolicies() : []),
  ];
  return all.filter((each, i) => all.findIndex(other => other.sameAs(each)) === i);
}

function policyHolders(role: Role): readonly Resource[] {
  const boundary = role.boundary();
  const limit = boundary.is === 'known' && 'resource' in boundary.value ? [boundary.value.resource] : [];
  return [role.resource, ...role.separatePolicies(), ...limit];
}

const malformedIn: (resource: Resource) => readonly MalformedPolicy[] = memoize((resource: Resource) => {
  const { template, type } = resource;
  const property = DOCUMENTS.get(type);
  const own = property === undefined ? [] : policySyntaxErrors(template, resource.at, 'Properties', property);
  const items = WITH_INLINE_POLICIES.includes(type) ? resource.items('Policies') : undefined;
  const inline = items?.is === 'known' ? items.value : [];
  const errors = [...own, ...inline.flatMap(at => policySyntaxErrors(template, at, 'PolicyDocument'))];
  return errors.map(each => ({ ...each, resource }));
});
