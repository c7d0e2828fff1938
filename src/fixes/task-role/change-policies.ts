import { SESSION_ACTIONS } from '../../ecs/model/actions.ts';
import type { Role } from '../../ecs/model/role.ts';
import { type Edit, remove, set } from '../../edit/tree/edit.ts';
import type { AwsManagedPolicy, InlinePolicy, PolicyResource } from '../../iam/attached-policies.ts';
import { namesAction } from '../../iam/statement-evaluation.ts';
import type { Statement } from '../../iam/statements.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { allowSessionActions } from '../allow-actions.ts';
import { takeOut } from '../edit-values.ts';
import { isAttachedOnce } from './move-permissions.ts';

/** The AWS managed policies that are there for Session Manager: what else they allow is for instances. */
const FOR_INSTANCES: ReadonlySet<string> = new Set([
  'AWSCloud9SSMInstanceProfile',
  'AmazonEC2RoleforSSM',
  'AmazonSSMFullAccess',
  'AmazonSSMManagedEC2InstanceDefaultPolicy',
  'AmazonSSMManagedInstanceCore',
]);

/**
 * Has a role allow the session actions itself, in place of AWS managed policies that were made for instances. Nothing
 * where one of them is for more than that, since the containers may live by it.
 */
export function detachForInstances(
  role: Role,
  policies: readonly AwsManagedPolicy[],
): readonly Edit[] | undefined {
  if (!policies.every(each => FOR_INSTANCES.has(each.name))) return undefined;
  const granted = allowSessionActions(role, SESSION_ACTIONS);
  const detached = takeOut(policies.map(each => each.at));
  return granted && detached && [...granted, ...detached];
}

/**
 * Frees session actions of what they are restricted to: in the statements that allow them, where those are about
 * nothing else and this role's alone, otherwise by a statement of their own.
 */
export function removeRestrictions(role: Role, restricted: readonly string[]): readonly Edit[] | undefined {
  const own = ownStatements(role);
  const allowing = restricted.map(action => own.find(each => namesAction(each, action).is === 'yes'));
  const edits = [...new Set(allowing)].map(each => each && free(each));
  return edits.every(each => each !== undefined) ? edits.flat() : allowSessionActions(role, restricted);
}

/** The statements of this role alone that allow session actions and nothing else. */
function ownStatements(role: Role): readonly Statement[] {
  return role
    .policies()
    .flatMap(policy => {
      if (policy.kind !== 'inline' && policy.kind !== 'resource') return [];
      return isShared(policy)
        ? []
        : policy.statements.flatMap(each => (each.is === 'known' ? each.value : []));
    })
    .filter(
      ({ effect, actions, exceptActions }) =>
        effect === 'Allow' && !exceptActions && actions.every(each => /^ssmmessages:/i.test(each.text ?? '')),
    );
}

function isShared(policy: InlinePolicy | PolicyResource): boolean {
  if (policy.kind === 'inline') return false;
  return policy.resource.type === 'AWS::IAM::ManagedPolicy' || !isAttachedOnce(policy);
}

function free(statement: Statement): readonly Edit[] | undefined {
  const { template, at, conditional, resources, exceptResources } = statement;
  const condition = template.find(at, 'Condition');
  if (exceptResources || (conditional && !isDirect(at, condition.at))) return undefined;
  const unconditional = conditional ? [remove(condition.at)] : [];
  if (resources.some(each => each.text === '*')) return unconditional;
  const everywhere = widen(statement);
  return everywhere && [...unconditional, ...everywhere];
}

/** Makes `*` of the resource, or of the first of a list, without the others. */
function widen({ template, at }: Statement): readonly Edit[] | undefined {
  const found = template.find(at, 'Resource');
  if (found.is !== 'known') return undefined;
  const node = nodeAt(found.value);
  if (node?.kind !== 'sequence') return [set(found.value, '*')];
  const [first, ...others] = node.items.map((_, i) => child(found.value, i));
  return first && [set(first, '*'), ...others.map(remove)];
}

/** Whether no `Fn::If` stands between. */
function isDirect(map: Place, entry: Place): boolean {
  return entry.path.length === map.path.length + 1;
}
