import { intrinsic } from '../cfn/functions/intrinsic.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import { stringList } from './statements.ts';

const NOT_EQUAL = /^StringNot(?:Equals|EqualsIgnoreCase|Like)(?:IfExists)?$/i;
const BOOL = /^Bool(?:IfExists)?$/i;
const BEFORE = /^DateLessThan(?:Equals)?(?:IfExists)?$/i;

interface Never {
  readonly operator: RegExp;
  readonly value: RegExp;
}

const ANY = /^/;

/** What a request would have to be like for a Deny to hold, as no request of a task is; by key in small letters. */
const NEVER: ReadonlyMap<string, Never> = new Map([
  // The agent and the SDKs of AWS speak TLS.
  ['aws:securetransport', { operator: BOOL, value: /^false$/i }],
  ['aws:viaawsservice', { operator: BOOL, value: /^true$/i }],
  ['aws:principalisawsservice', { operator: BOOL, value: /^true$/i }],
  // Nobody deploys to a region that the template itself shuts off.
  ['aws:requestedregion', { operator: NOT_EQUAL, value: ANY }],
  // Takes back what was given out before a day in the past: a task gets new credentials all the time.
  ['aws:tokenissuetime', { operator: BEFORE, value: ANY }],
]);

/**
 * Whether the `Condition` of a statement keeps it from holding for what a task asks for: all that it says has to be
 * true at once, so one part that never is will do.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function conditionNeverMatches(template: Template, statement: Place): boolean {
  const condition = template.find(statement, 'Condition');
  if (condition.is !== 'known') return false;
  return keysOf(condition.value).some(operator => {
    const keys = template.find(condition.value, operator);
    if (keys.is !== 'known') return false;
    return keysOf(keys.value).some(key => isNever(template, operator, key, keys.value));
  });
}

function isNever(template: Template, operator: string, key: string, at: Place): boolean {
  const never = NEVER.get(key.toLowerCase());
  if (!never?.operator.test(operator)) return false;
  const values = stringList(template, at, key);
  return (
    values.is === 'known' &&
    values.value.length > 0 &&
    values.value.every(each => each.is === 'known' && never.value.test(each.value))
  );
}

function keysOf(at: Place): readonly string[] {
  const node = nodeAt(at);
  return node?.kind === 'mapping' && !intrinsic(node) ? node.entries.map(each => each.key) : [];
}
