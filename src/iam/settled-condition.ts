import { intrinsic } from '../cfn/functions/intrinsic.ts';
import { hasPlaceholder } from '../cfn/functions/placeholder.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Value } from '../cfn/value.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import { someYes } from '../util/three-valued.ts';
import { isConditionMet } from './condition-operator.ts';
import type { Coverage } from './pattern-match.ts';
import { elementKey } from './policy-elements.ts';
import { type Request, requestContext } from './request.ts';
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
  if (key.toLowerCase() === 'aws:principalarn' && request.isFromRole)
    return settlePrincipal(operator, list.value, request.isFromRole);
  if (list.value.length === 0) return 'open';
  const isOpen = opensWith(key, template);
  const values = list.value.map(each =>
    each.is === 'known' && !isOpen(each.value) ? each.value : undefined,
  );
  const possible = requestContext(request).get(key.toLowerCase()) ?? [];
  const results = possible.map(each => isConditionMet(template, operator, values, each));
  const [first] = results;
  if (first === undefined || results.some(each => each !== first)) return 'open';
  return first ? 'always' : 'never';
}

/**
 * Whether a value tells nothing because it is not known to which region or account the stack is deployed: elsewhere what is
 * written out is taken to be the stack's, and a condition is there because stacks are deployed to several.
 */
function opensWith(key: string, { stack }: Template): (value: string) => boolean {
  const { region, account } = stack.deployed ?? {};
  const isUnknown = { 'aws:requestedregion': !region, 'aws:principalaccount': !account }[key.toLowerCase()];
  return value => isUnknown === true && !hasPlaceholder(value) && value !== '*';
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

function keysOf(at: Place): readonly string[] {
  const node = nodeAt(at);
  return node?.kind === 'mapping' && !intrinsic(node) ? node.entries.map(each => each.key) : [''];
}
