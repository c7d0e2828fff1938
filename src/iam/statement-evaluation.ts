import { hasPlaceholder } from '../cfn/functions/placeholder.ts';
import type { Value } from '../cfn/value.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';
import { someYes } from '../util/three-valued.ts';
import { expandArn, isAnother } from './arn.ts';
import type { Coverage } from './pattern-match.ts';
import type { Request } from './request.ts';
import { coversAction, coversResource } from './resource-match.ts';
import { type Settled, settleCondition } from './settled-condition.ts';
import type { Statement } from './statements.ts';

/** A Deny that does not always hold: it has a `Condition`, or it is not known whether it is meant. */
export interface ConditionalDeny {
  readonly is: 'may deny';
  readonly at: Place;
  readonly why: 'condition' | 'doubt';
}

/**
 * What an Allow is tied to: a `Condition` that may be met, one that no request in question meets, or other resources
 * than the one in question. Only the first may still allow something.
 */
export type Restriction = 'condition' | 'unmet condition' | 'resource';

/**
 * The effect of one statement, or of one AWS managed policy, on an action. `at` is the pattern that names the action.
 */
export type StatementEffect =
  | { readonly is: 'allows' | 'denies'; readonly at: Place }
  | ConditionalDeny
  | { readonly is: 'restricts'; readonly at: Place; readonly why: Restriction }
  | {
      readonly is: 'unknown';
      readonly at: Place;
      readonly why: Sentence;
      /** Whether it allows nothing but under a `Condition`, if anything. */
      readonly isConditional?: boolean;
    };

/** The effect of a statement on a request: nothing where it says nothing about it. */
export function evaluateStatement(
  statement: Value<Statement>,
  request: Request,
): StatementEffect | undefined {
  if (statement.is === 'absent') return undefined;
  if (statement.is === 'unknown') return { is: 'unknown', why: statement.why, at: statement.at };
  const { effect, conditional } = statement.value;
  const named = namesAction(statement.value, request.action);
  if (named.is === 'no') return undefined;
  const reach = reaches(statement.value, request.resource);
  const met = conditional ? settleCondition(statement.value, request) : 'always';
  return effect === 'Deny' ? denyEffect(named, reach, met) : allowEffect(named, reach, met);
}

function denyEffect({ is, at }: Named, reach: Coverage, met: Settled): StatementEffect | undefined {
  if (reach === 'no' || met === 'never') return undefined;
  if (is === 'unknown' || reach === 'unknown') return { is: 'may deny', at, why: 'doubt' };
  return met === 'open' ? { is: 'may deny', at, why: 'condition' } : { is: 'denies', at };
}

function allowEffect({ is, at, why }: Named, reach: Coverage, met: Settled): StatementEffect | undefined {
  const isSure = is === 'yes';
  const isConditional = met === 'open';
  if (reach === 'no') return isSure ? { is: 'restricts', at, why: 'resource' } : undefined;
  if (met === 'never') return isSure ? { is: 'restricts', at, why: 'unmet condition' } : undefined;
  if (!isSure) return { is: 'unknown', why, at, isConditional };
  if (reach === 'unknown')
    return {
      is: 'unknown',
      why: say`a resource in its policy is only known once deployed`,
      at,
      isConditional,
    };
  return isConditional ? { is: 'restricts', at, why: 'condition' } : { is: 'allows', at };
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
  const is = someYes(all);
  return exceptResources ? OPPOSITE[is] : is;
}

const UNKNOWN: Coverage = 'unknown';

const OPPOSITE: Readonly<Record<Coverage, Coverage>> = { yes: 'no', no: 'yes', unknown: 'unknown' };
