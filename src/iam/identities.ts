import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { andThen, known } from '../cfn/value.ts';
import { say } from '../i18n/sentence.ts';
import { type AttachedPolicy, policyResource } from './attached-policies.ts';
import { attachedPolicies, ownPolicies } from './attachments.ts';

/** An IAM identity: a role, user or group with its policies, or a policy that none of them has. */
export interface Identity {
  /** The role, user or group, or the policy itself. */
  readonly resource: Resource;
  readonly policies: readonly AttachedPolicy[];
}

/** Where policies of each type name the users or groups that have them. */
const MEMBERS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'AWS::IAM::User',
    new Map([
      ['AWS::IAM::Policy', 'Users'],
      ['AWS::IAM::ManagedPolicy', 'Users'],
      ['AWS::IAM::UserPolicy', 'UserName'],
    ]),
  ],
  [
    'AWS::IAM::Group',
    new Map([
      ['AWS::IAM::Policy', 'Groups'],
      ['AWS::IAM::ManagedPolicy', 'Groups'],
      ['AWS::IAM::GroupPolicy', 'GroupName'],
    ]),
  ],
]);

const POLICY_TYPES: readonly string[] = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
];

/** Everyone of a template who has policies. */
export function identities(template: Template): readonly Identity[] {
  const roles = template.resources('AWS::IAM::Role').map(resource => ({
    resource,
    policies: attachedPolicies(resource),
  }));
  const members = [...MEMBERS].flatMap(([type, properties]) =>
    template.resources(type).map(resource => ({ resource, policies: memberPolicies(resource, properties) })),
  );
  const all = [...roles, ...members];
  const held = new Set(all.flatMap(({ policies }) => policies.flatMap(each => resourceOf(each)?.id ?? [])));
  const free = POLICY_TYPES.flatMap(type => template.resources(type)).filter(each => !held.has(each.id));
  return [...all, ...free.map(resource => ({ resource, policies: [policyResource(resource, resource.at)] }))];
}

function memberPolicies(
  member: Resource,
  properties: ReadonlyMap<string, string>,
): readonly AttachedPolicy[] {
  const { template, at } = member;
  const separate = [...properties].flatMap(([type, property]) =>
    template.resources(type).filter(policy => names(policy, property, member)),
  );
  const isInGroups = member.find('Groups').is !== 'absent' || isAdded(member);
  return [
    ...ownPolicies(member),
    ...separate.map(policy => policyResource(policy, policy.at)),
    ...(isInGroups
      ? [{ kind: 'unknown' as const, at, why: say`it is in groups, which have policies too` }]
      : []),
  ];
}

function names(policy: Resource, property: string, member: Resource): boolean {
  const places = property.endsWith('Name')
    ? andThen(policy.find(property), at => known([at], at))
    : policy.items(property);
  if (places.is !== 'known') return false;
  return places.value.some(at => {
    const target = policy.template.target(at);
    return target.is === 'known' && target.value.sameAs(member);
  });
}

function isAdded({ id, template: { declarations } }: Resource): boolean {
  const users = declarations.references.to(id).map(each => declarations.resources.get(each)?.type);
  return users.includes('AWS::IAM::UserToGroupAddition');
}

function resourceOf(policy: AttachedPolicy): Resource | undefined {
  return policy.kind === 'resource' || policy.kind === 'perhaps' ? policy.resource : undefined;
}
