import type { Statement } from '../cfn/policy/statements.ts';
import { SESSION_ACTIONS } from '../ecs/actions.ts';
import type { Role } from '../ecs/role.ts';
import { append, type Edit, set } from '../edit/edit.ts';
import type { Json } from '../syntax/json.ts';
import { isWritten, nodeAt, type Place } from '../syntax/place.ts';
import { freePolicyName } from './names.ts';
import { inlinePolicy, sessionStatement } from './policy.ts';

export const SESSION_POLICY = 'EcsExec';

/**
 * Lets a role open sessions: the missing actions join a statement that lists some of them already, or else come in an
 * inline policy, which exists as soon as the role does. Nothing where the role's `Policies` are computed.
 */
export function grantSession(role: Role, missing: readonly string[]): readonly Edit[] | undefined {
  const list = sessionActionList(role);
  if (list) return missing.map(action => append(list, action));
  return addInlinePolicy(role, SESSION_POLICY, [sessionStatement(missing)]);
}

/** Adds an inline policy, under another name when the wanted one is taken. */
export function addInlinePolicy(
  role: Role,
  name: string,
  statements: readonly Json[],
): readonly Edit[] | undefined {
  return addPolicyItem(role, inlinePolicy(freePolicyName(role, name), statements));
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
