import { callAt, textAt } from '../../cfn/functions/intrinsic.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Value } from '../../cfn/value.ts';
import { ROLE_PROPERTIES } from '../../iam/role-attachments.ts';
import { namesAction } from '../../iam/statement-evaluation.ts';
import { readStatements, type Statement } from '../../iam/statements.ts';
import { emptyPlaces } from '../../syntax/empty.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import { launchers } from '../launchers/launchers.ts';
import {
  DECRYPT,
  FIND_BUCKET,
  FIND_LOG_GROUP,
  GENERATE_DATA_KEY,
  READ_BUCKET_ENCRYPTION,
  SESSION_ACTIONS,
  WRITE_LOG_STREAM,
  WRITE_OBJECT,
} from '../model/actions.ts';
import { Role } from '../model/role.ts';

/** A policy with permissions for sessions whose `Roles`, or `RoleName`, is left empty. */
export interface UnattachedPolicy {
  readonly resource: Resource;
  /** Where it names its roles, or its one role. */
  readonly roles: Place;
  readonly statements: readonly Value<Statement>[];
}

const FOR_EXEC: readonly string[] = [
  ...SESSION_ACTIONS,
  FIND_LOG_GROUP,
  ...WRITE_LOG_STREAM,
  WRITE_OBJECT,
  DECRYPT,
];

/** The policies of a template that are to be given to a role which somebody forgot to fill in, in its order. */
export const unattachedPolicies: (template: Template) => readonly UnattachedPolicy[] = memoize(
  (template: Template) => {
    const declared = [...template.declarations.resources.values()];
    const policies = declared.flatMap(({ id, type, at }) => {
      const property = ROLE_PROPERTIES.get(type);
      if (property === undefined || emptyRoleNames({ type, at }).length === 0) return [];
      const resource = template.resource(id);
      if (!resource) return [];
      const statements = readStatements(template, at, 'Properties', 'PolicyDocument');
      return [{ resource, roles: resource.declared(property), statements }];
    });
    return policies.filter(each => FOR_EXEC.some(action => names(each, action)));
  },
);

/**
 * Where a policy names a role and leaves the name empty: a name has at least one character.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
 */
export function emptyRoleNames({ type, at }: Pick<Resource, 'type' | 'at'>): readonly Place[] {
  const property = ROLE_PROPERTIES.get(type);
  if (property === undefined) return [];
  const roles = child(at, 'Properties', property);
  return [...emptyPlaces(roles), ...emptyTexts(roles)];
}

/** In a list, and in the branches of a condition. */
function emptyTexts(at: Place): readonly Place[] {
  const node = nodeAt(at);
  const call = callAt(at);
  if (call?.name === 'Fn::If') return call.items.slice(1).flatMap(emptyTexts);
  if (node?.kind === 'sequence') return node.items.flatMap((_, i) => emptyTexts(child(at, i)));
  return textAt(at) === '' ? [at] : [];
}

function names({ statements }: UnattachedPolicy, action: string): boolean {
  return statements.some(each => each.is === 'known' && namesAction(each.value, action).is === 'yes');
}

/** All that the agent calls. */
const OF_THE_AGENT: readonly string[] = [...FOR_EXEC, FIND_BUCKET, READ_BUCKET_ENCRYPTION, GENERATE_DATA_KEY];

/** What the execution role is used for too: the log driver, and secrets. */
const OF_THE_DRIVER: readonly string[] = ['logs:CreateLogStream', 'logs:PutLogEvents', DECRYPT];

/** The one task role of a template, which an unattached policy is for. */
export interface MeantRole {
  readonly role: Role;
  /** Whether no other role can be meant, nor anything but sessions. */
  readonly isSure: boolean;
}

/** The role that an unattached policy is for: nothing where the template has no task role, or has several. */
export function meantRole(policy: UnattachedPolicy): MeantRole | undefined {
  const { template, condition } = policy.resource;
  const roles = launchers(template).map(each => each.taskRole());
  const known = roles.flatMap(each => (each.is === 'known' ? [each.value] : []));
  const [role, another] = new Map(
    known.map(each => [`${each.resource.template.key} ${each.id}`, each]),
  ).values();
  if (!role || another || role.resource.template.key !== template.key) return undefined;
  const isThere = role.resource.condition === undefined || role.resource.condition === condition;
  if (!isThere || template.declarations.references.reaches(role.id, policy.resource.id)) return undefined;
  const isOnly = roles.every(each => each.is === 'known' && each.unsure === undefined);
  return { role, isSure: isOnly && allowsOnly(policy, OF_THE_AGENT) && !rivals(policy, role) };
}

/** Whether a policy allows some actions, without wildcards but for `ssmmessages:*`, and does nothing else. */
function allowsOnly({ statements }: UnattachedPolicy, actions: readonly string[]): boolean {
  const all = new Set(actions.map(each => each.toLowerCase()));
  return statements.every(
    each =>
      each.is === 'known' &&
      each.value.effect === 'Allow' &&
      !each.value.exceptActions &&
      each.value.actions.every(({ text }) => {
        const action = text?.toLowerCase() ?? '';
        return all.has(action) || (action === 'ssmmessages:*' && all.has('ssmmessages:opendatachannel'));
      }),
  );
}

/** Whether another role of the template may be meant. */
function rivals(policy: UnattachedPolicy, role: Role): boolean {
  const { template } = policy.resource;
  const execution = new Set(
    launchers(template).flatMap(each => {
      const found = each.executionRole();
      return found.is === 'known' ? [found.value.id] : [];
    }),
  );
  const isForSessions = SESSION_ACTIONS.some(action => names(policy, action));
  return template.resources('AWS::IAM::Role').some(each => {
    if (each.id === role.id) return false;
    if (execution.has(each.id)) return allowsOnly(policy, OF_THE_DRIVER);
    const other = new Role(each);
    const isForAgents = [other.assumableByTasks(), other.assumableBy('ec2.amazonaws.com')].some(
      answer => answer.is !== 'no',
    );
    return !isForSessions || isForAgents;
  });
}
