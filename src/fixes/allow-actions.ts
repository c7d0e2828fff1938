import type { Resource } from '../cfn/scenario/resource.ts';
import { SESSION_ACTIONS } from '../ecs/model/actions.ts';
import type { Role } from '../ecs/model/role.ts';
import { append, type Edit, set } from '../edit/tree/edit.ts';
import type { AttachedPolicy } from '../iam/attached-policies.ts';
import type { Statement } from '../iam/statements.ts';
import type { Json } from '../syntax/json-value.ts';
import { isWritten, nodeAt, type Place } from '../syntax/place.ts';
import { inlinePolicy, onlyIfResource, sessionStatement } from './policy.ts';
import { uniquePolicyName } from './unique-names.ts';

/** The inline policy for all that ECS Exec takes. */
export const EXEC_POLICY = 'EcsExec';

/**
 * Lets a role open sessions: the missing actions join a statement that lists some of them already, or else come in a
 * statement of their own. Nothing where the role's `Policies` are computed.
 */
export function allowSessionActions(role: Role, missing: readonly string[]): readonly Edit[] | undefined {
  const list = sessionActionList(role);
  return list
    ? missing.map(action => append(list, action))
    : addStatements(role, [sessionStatement(missing)]);
}

/**
 * Adds statements to the inline policy for ECS Exec, or makes that policy, which exists as soon as the role does. They
 * are only there where the resource is that they are `about`.
 */
export function addStatements(
  role: Role,
  statements: readonly Json[],
  about?: Resource,
): readonly Edit[] | undefined {
  const list = execStatements(role);
  if (list) return statements.map(each => append(list, onlyIfResource(about, role.resource, each)));
  const policy = inlinePolicy(uniquePolicyName(role, EXEC_POLICY), statements);
  return addPolicyItem(role, onlyIfResource(about, role.resource, policy));
}

/** The statements of the inline policy for ECS Exec, if the role has it whatever the conditions. */
function execStatements(role: Role): Place | undefined {
  const policies = role.resource.find('Policies');
  const isOwn = (policy: AttachedPolicy): boolean =>
    policy.kind === 'inline' &&
    new RegExp(`^${EXEC_POLICY}\\d*$`).test(policy.name ?? '') &&
    policies.is === 'known' &&
    policy.at.path.length === policies.value.path.length + 1;
  const places = role
    .policies()
    .filter(isOwn)
    .map(policy => role.resource.template.find(policy.at, 'PolicyDocument', 'Statement'));
  return places.flatMap(each => {
    const isList =
      each.is === 'known' && !each.value.document.within && nodeAt(each.value)?.kind === 'sequence';
    return isList ? [each.value] : [];
  })[0];
}

/** `textOf` is where the item stands now, when it is moved here from elsewhere. */
export function addPolicyItem(role: Role, item: Json, textOf?: Place): readonly Edit[] | undefined {
  const policies = role.resource.find('Policies');
  if (policies.is === 'unknown') return undefined;
  if (policies.is === 'absent')
    return isWritten(policies.at) ? [set(policies.at, [item])] : [append(policies.at, item, textOf)];
  return nodeAt(policies.value)?.kind === 'sequence' ? [append(policies.value, item, textOf)] : undefined;
}

function sessionActionList(role: Role): Place | undefined {
  for (const policy of role.policies()) {
    if (policy.kind !== 'inline') continue;
    for (const { is, ...rest } of policy.statements) {
      const list = is === 'known' && 'value' in rest ? actionList(role, rest.value) : undefined;
      if (list) return list;
    }
  }
  return undefined;
}

/** The list of actions of an unconditional Allow on `*` that names some of the session's. */
function actionList(role: Role, statement: Statement): Place | undefined {
  const { at, effect, actions, resources, exceptActions, exceptResources, conditional } = statement;
  if (effect !== 'Allow' || conditional || exceptActions || exceptResources || at.document.within)
    return undefined;
  if (!resources.some(each => each.text === '*')) return undefined;
  if (!actions.some(each => SESSION_ACTIONS.includes(each.text ?? ''))) return undefined;
  const list = role.resource.template.find(at, 'Action');
  return list.is === 'known' && nodeAt(list.value)?.kind === 'sequence' ? list.value : undefined;
}
