import { hasPlaceholder } from '../cfn/functions/placeholder.ts';
import type { Value } from '../cfn/value.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';
import { expandArn, isAnother } from './arn.ts';
import { conditionNeverMatches } from './never-matching-condition.ts';
import type { Coverage } from './pattern-match.ts';
import { coversAction, coversResource } from './resource-match.ts';
import type { Statement } from './statements.ts';

/** A Deny that does not always hold: it has a `Condition`, or it is not known whether it is meant. */
export interface ConditionalDeny {
  readonly is: 'may deny';
  readonly at: Place;
  readonly why: 'condition' | 'doubt';
}

/**
 * The effect of one statement, or of one AWS managed policy, on an action. `at` is the pattern that names the action.
 */
export type StatementEffect =
  | { readonly is: 'allows' | 'denies'; readonly at: Place }
  | ConditionalDeny
  | { readonly is: 'restricts'; readonly at: Place; readonly why: 'condition' | 'resource' }
  | { readonly is: 'unknown'; readonly at: Place; readonly why: Sentence };

/**
 * The effect of a statement on an action on a resource, which may have several names that mean the same
 * (`arn:…:log-group:/exec:*` and that of the group `Logs`); `*` is what actions that have no resource are asked on.
 */
export function evaluateStatement(
  statement: Value<Statement>,
  action: string,
  resource: readonly string[],
): StatementEffect | undefined {
  if (statement.is === 'absent') return undefined;
  if (statement.is === 'unknown') return { is: 'unknown', why: statement.why, at: statement.at };
  const { effect, conditional } = statement.value;
  const named = namesAction(statement.value, action);
  if (named.is === 'no') return undefined;
  const reach = reaches(statement.value, resource);
  const { at, why } = named;
  if (effect === 'Deny') {
    if (reach === 'no' || (conditional && conditionNeverMatches(statement.value.template, statement.at)))
      return undefined;
    if (named.is === 'unknown' || reach === 'unknown') return { is: 'may deny', at, why: 'doubt' };
    return conditional ? { is: 'may deny', at, why: 'condition' } : { is: 'denies', at };
  }
  if (reach === 'no') return named.is === 'yes' ? { is: 'restricts', at, why: 'resource' } : undefined;
  if (named.is === 'unknown') return { is: 'unknown', why, at };
  if (reach === 'unknown')
    return { is: 'unknown', why: say`a resource in its policy is only known once deployed`, at };
  return conditional ? { is: 'restricts', at, why: 'condition' } : { is: 'allows', at };
}

export interface Named {
  readonly is: Coverage;
  /** The pattern that names the action, or the statement where none does. */
  readonly at: Place;
  /** Why it is not known; empty otherwise. */
  readonly why: Sentence;
}

export function namesAction(statement: Statement, action: string): Named {
  const { actions, exceptActions, at } = statement;
  let doubt: Named | undefined;
  for (const { text, at: place } of actions) {
    const coverage = text === undefined ? 'unknown' : coversAction(text, action);
    if (coverage === 'yes') return { is: exceptActions ? 'no' : 'yes', at: place, why: say`` };
    if (coverage === 'unknown') doubt ??= { is: 'unknown', at: place, why: doubtAbout(text) };
  }
  return doubt ?? { is: exceptActions ? 'yes' : 'no', at, why: say`` };
}

function doubtAbout(action: string | undefined): Sentence {
  return action === undefined || hasPlaceholder(action)
    ? say`an action in its policy is only known once deployed`
    : say`IAM does not accept the wildcard in the service of \`${action}\``;
}

function reaches(statement: Statement, resource: readonly string[]): Coverage {
  const { template, resources, exceptResources } = statement;
  const names = resource.map(name => expandArn(template, name));
  const all = resources.flatMap(({ text }) => {
    if (text === undefined) return [UNKNOWN];
    if (resource.some(name => isAnother(template, text, name))) return [];
    const pattern = expandArn(template, text);
    return names.map(name => coversResource(template, pattern, name));
  });
  const is = all.includes('yes') ? 'yes' : all.includes('unknown') ? 'unknown' : 'no';
  return exceptResources ? OPPOSITE[is] : is;
}

const UNKNOWN: Coverage = 'unknown';

const OPPOSITE: Readonly<Record<Coverage, Coverage>> = { yes: 'no', no: 'yes', unknown: 'unknown' };
