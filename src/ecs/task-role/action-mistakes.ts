import { text } from '../../cfn/functions/intrinsic.ts';
import { hasPlaceholder } from '../../cfn/functions/placeholder.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { coversAction } from '../../iam/resource-match.ts';
import type { Statement } from '../../iam/statements.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';
import { distance } from '../../util/did-you-mean.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { SESSION_ACTIONS } from '../model/actions.ts';
import type { Role } from '../model/role.ts';

export interface MisplacedActions {
  readonly executionRole: Role;
  readonly actions: readonly string[];
  readonly unsure: Sentence | undefined;
}

/**
 * The session actions that a launcher's execution role allows and its task role, as far as there is one, does not.
 * Containers never have the execution role; where one role is both there is nothing to move.
 */
export function misplacedActions(launcher: Launcher): MisplacedActions | undefined {
  const [task, execution] = [launcher.taskRole(), launcher.executionRole()];
  if (task.is === 'unknown' || execution.is !== 'known') return undefined;
  if (task.is === 'known' && task.value.resource.sameAs(execution.value.resource)) return undefined;
  const missing = task.is === 'known' ? task.value.sessionActions('implicit deny') : SESSION_ACTIONS;
  const held = missing.length > 0 ? execution.value.sessionActions('allowed', 'restricted') : [];
  const actions = missing.filter(action => held.includes(action));
  const unsure = execution.unsure ?? (task.is === 'known' ? task.unsure : undefined);
  return actions.length > 0 ? { executionRole: execution.value, actions, unsure } : undefined;
}

/** An action in a policy of which nearly all letters are those of a session action. */
export interface Misspelling {
  readonly at: Place;
  readonly written: string;
  readonly meant: string;
  /** The session actions that the role lacks because of it. */
  readonly actions: readonly string[];
  /** Whether it stands there as it is, not computed and not inside another text. */
  readonly isLiteral: boolean;
}

const SERVICE = 'ssmmessages';

/** The services that people take for the one that sessions go through. */
const OTHERS = /^(?:ssm|ec2messages|ec2|ecs)$/;

/** The misspelled actions in what a role is allowed by this template, as far as it lacks what is meant by them. */
export function misspellings(role: Role): readonly Misspelling[] {
  const missing = role.sessionActions('implicit deny');
  if (missing.length === 0) return [];
  const statements = role
    .policies()
    .flatMap(policy => (policy.kind === 'inline' || policy.kind === 'resource' ? policy.statements : []));
  return statements.flatMap(each => (each.is === 'known' ? misspeltIn(each.value, missing) : []));
}

function misspeltIn(statement: Statement, missing: readonly string[]): readonly Misspelling[] {
  if (statement.effect !== 'Allow' || statement.exceptActions) return [];
  return statement.actions.flatMap(({ text: written, at }) => {
    const meant = written === undefined || hasPlaceholder(written) ? undefined : meantBy(written);
    if (written === undefined || meant === undefined) return [];
    const actions = missing.filter(action => coversAction(meant, action) === 'yes');
    const isLiteral = text(nodeAt(at)) === written && at.document.within === undefined;
    return actions.length > 0 ? [{ at, written, meant, actions, isLiteral }] : [];
  });
}

/** The session action, or the pattern of some, that is meant by what is none of them. */
function meantBy(written: string): string | undefined {
  const small = written.toLowerCase();
  const [service = '', name = ''] = small.split(':');
  if (/[*?]/.test(name)) return isNearly(service, SERVICE, 2) ? pattern(written) : undefined;
  return SESSION_ACTIONS.find(action => {
    const wanted = action.toLowerCase();
    const isElsewhere = OTHERS.test(service) && wanted === `${SERVICE}:${name}`;
    return isElsewhere || isNearly(small, wanted, 3);
  });
}

function pattern(written: string): string {
  return `${SERVICE}${written.slice(written.indexOf(':'))}`;
}

/** Other than it, but not by more letters than that. */
function isNearly(written: string, wanted: string, letters: number): boolean {
  if (written === wanted || Math.abs(written.length - wanted.length) > letters) return false;
  return distance(written, wanted) <= letters;
}
