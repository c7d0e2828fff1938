import { intrinsic } from '../cfn/functions/intrinsic.ts';
import { hasPlaceholder } from '../cfn/functions/placeholder.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Value } from '../cfn/value.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import { someYes } from '../util/three-valued.ts';
import { matches } from '../util/wildcard.ts';
import type { Coverage } from './pattern-match.ts';
import { elementKey } from './policy-elements.ts';
import { type ContextValue, type Request, requestContext } from './request.ts';
import { type Statement, stringList } from './statements.ts';

/** Whether a `Condition` is met: by every request in question, by none, or by some. */
export type Settled = 'always' | 'never' | 'open';

/**
 * Whether the requests meet the `Condition` of a statement. All that it says has to be true at once, and of the values
 * of one key a single one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function settleCondition({ template, at, effect }: Statement, request: Request): Settled {
  const condition = template.find(at, elementKey(at, 'Condition'));
  if (condition.is !== 'known') return 'open';
  return inAll(
    keysOf(condition.value).map(operator => {
      const keys = template.find(condition.value, operator);
      if (keys.is === 'absent') return 'always';
      if (keys.is === 'unknown') return 'open';
      return inAll(
        keysOf(keys.value).map(key => settleKey(template, operator, key, effect, keys.value, request)),
      );
    }),
  );
}

function inAll(parts: readonly (Settled | undefined)[]): Settled {
  if (parts.includes('never')) return 'never';
  return parts.every(each => each === 'always') ? 'always' : 'open';
}

function settleKey(
  template: Template,
  operator: string,
  key: string,
  effect: Statement['effect'],
  at: Place,
  request: Request,
): Settled {
  const list = stringList(template, at, key);
  if (list.is !== 'known') return 'open';
  if (effect === 'Deny' && MEANT_FOR_OTHERS.get(key.toLowerCase())?.test(operator)) return 'never';
  const values = list.value.flatMap(each => (each.is === 'known' ? each.value : []));
  if (key.toLowerCase() === 'aws:principalarn' && request.isFromRole)
    return settlePrincipal(operator, list.value, request.isFromRole);
  const isWhole = values.length > 0 && values.length === list.value.length;
  if (!isWhole || values.some(each => hasPlaceholder(each) || each.includes('${'))) return 'open';
  const possible = requestContext(request).get(key.toLowerCase()) ?? [];
  const results = possible.map(each => isMet(operator, values, each));
  const [first] = results;
  if (first === undefined || results.some(each => each !== first)) return 'open';
  return first ? 'always' : 'never';
}

/** Whoever is named, by an operator that wants one of them or none of them. */
function settlePrincipal(
  operator: string,
  arns: readonly Value<string>[],
  isFromRole: (arn: string) => Coverage,
): Settled {
  const isOne = someYes(arns.map(each => (each.is === 'known' ? isFromRole(each.value) : 'unknown')));
  if (isOne === 'unknown' || /^(?:Null|For)/i.test(operator)) return 'open';
  return (isOne === 'yes') === /Not/.test(operator) ? 'never' : 'always';
}

/** What keeps requests in general from being made: a Deny with it is taken to be meant for others than the task. */
const MEANT_FOR_OTHERS: ReadonlyMap<string, RegExp> = new Map([
  // Nobody deploys to a region that the template itself shuts off.
  ['aws:requestedregion', /^StringNot(?:Equals|EqualsIgnoreCase|Like)(?:IfExists)?$/i],
  // The account and the organization are those of the stack, and the agent speaks the TLS and signs as S3 wants it.
  ['aws:principalaccount', /^StringNot(?:Equals|EqualsIgnoreCase|Like)(?:IfExists)?$/i],
  ['aws:principalorgid', /^StringNot(?:Equals|EqualsIgnoreCase|Like)(?:IfExists)?$/i],
  ['s3:signatureversion', /^StringNotEquals(?:IfExists)?$/i],
  ['s3:tlsversion', /^NumericLessThan(?:Equals)?(?:IfExists)?$/i],
  // Takes back what was given out before a day in the past: a task gets new credentials all the time.
  ['aws:tokenissuetime', /^DateLessThan(?:Equals)?(?:IfExists)?$/i],
]);

const OPERATOR = /^(For(?:All|Any)Values:)?([a-z]+?)(IfExists)?$/i;

/** Whether a request whose key has this value meets one operator; nothing where that is not known. */
function isMet(operator: string, values: readonly string[], present: ContextValue): boolean | undefined {
  const [, set, name = '', ifExists] = OPERATOR.exec(operator) ?? [];
  if (/^null$/i.test(name)) return values.some(each => /^true$/i.test(each) === (present === undefined));
  // The two set operators differ where the key is absent.
  if (present === undefined)
    return set === undefined ? ifExists !== undefined || /not/i.test(name) : undefined;
  const results = values.map(each => compare(name.toLowerCase(), present, each));
  if (results.includes(undefined)) return undefined;
  return name.toLowerCase().startsWith('stringnot') ? !results.includes(true) : results.includes(true);
}

/** By the operator, of which a negated one is compared as if it were not. */
function compare(name: string, present: string | Date, value: string): boolean | undefined {
  if (present instanceof Date) return compareDates(name, present, value);
  switch (name.replace(/^stringnot/, 'string')) {
    case 'bool':
    case 'stringequalsignorecase':
      return present.toLowerCase() === value.toLowerCase();
    case 'stringequals':
      return present === value;
    case 'stringlike':
      return matches(value, present);
    default:
      return undefined;
  }
}

/** The time of a request is this or any later one, so that only what is earlier can be told. */
function compareDates(name: string, earliest: Date, value: string): boolean | undefined {
  const date = new Date(/^\d+$/.test(value) ? Number(value) * 1000 : value);
  if (!(date < earliest)) return undefined;
  if (/^(?:date|numeric)greaterthan(?:equals)?$/.test(name)) return true;
  return /^(?:date|numeric)(?:lessthan(?:equals)?|equals)$/.test(name) ? false : undefined;
}

function keysOf(at: Place): readonly string[] {
  const node = nodeAt(at);
  return node?.kind === 'mapping' && !intrinsic(node) ? node.entries.map(each => each.key) : [''];
}
