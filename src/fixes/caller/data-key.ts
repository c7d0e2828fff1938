import type { CallerWithoutDataKey } from '../../ecs/caller/exec-caller.ts';
import { callerKeyNeed } from '../../ecs/logging/key-permissions.ts';
import { append, type Edit } from '../../edit/tree/edit.ts';
import { nodeAt, parent } from '../../syntax/place.ts';
import { needStatements, onlyIfResource } from '../policy.ts';

/**
 * Lets whom a statement allows `execute-command` make data keys too. Nothing where the statement has no list to join.
 */
export function allowDataKey({ caller, key }: CallerWithoutDataKey): readonly Edit[] | undefined {
  const { at, template } = caller.statement;
  const list = parent(at);
  const isList = list.path.at(-1) === 'Statement' && nodeAt(list)?.kind === 'sequence';
  const need = callerKeyNeed(key);
  const statements = needStatements(template, [need]);
  const isDenied = need.actions.some(action => caller.access(action, need.resource).is === 'explicit deny');
  if (!statements || isDenied || !isList || at.document.within) return undefined;
  return statements.map(each => append(list, onlyIfResource(key.resource, caller.resource, each)));
}
