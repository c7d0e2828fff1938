import { describe, expect, test } from 'vitest';
import { placeholder } from '../../src/cfn/functions/placeholder.ts';
import { isConditionMet } from '../../src/iam/condition-operator.ts';
import type { ContextValue } from '../../src/iam/request.ts';
import { askOnce } from '../ecs/query.ts';

/** Whether a request with this value of a key meets an operator; `${Name}` stands for what a reference gives. */
function isMet(
  operator: string,
  values: readonly (string | undefined)[],
  present: ContextValue,
): boolean | undefined {
  const written = values.map(each => each?.replace(/\$\{Open\}/g, placeholder('Open')));
  const answer = askOnce('Parameters: { Open: { Type: String } }\nResources: {}\n', template => [
    isConditionMet(template, operator, written, present),
  ]);
  return answer[0];
}

describe('an operator for text', () => {
  test.each([
    ['StringEquals', ['a'], 'a', true],
    ['StringEquals', ['b', 'a'], 'a', true],
    ['StringEquals', ['A'], 'a', false],
    ['StringEquals', ['a*'], 'abc', false],
    ['StringEquals', [undefined], 'a', undefined],
    ['StringEquals', [undefined, 'a'], 'a', true],
    ['StringEquals', ['${Open}'], 'a', undefined],
    ['StringEquals', ['${aws:username}'], 'a', undefined],
    ['StringEqualsIgnoreCase', ['A'], 'a', true],
    ['StringEqualsIfExists', ['a'], 'a', true],
    ['StringLike', ['a*'], 'abc', true],
    ['StringLike', ['b*'], 'abc', false],
    ['StringNotEquals', ['a'], 'a', false],
    ['StringNotEquals', ['b'], 'a', true],
    ['StringNotEquals', ['b', 'a'], 'a', false],
    ['StringNotEquals', [undefined], 'a', undefined],
    ['StringNotLike', ['b*'], 'abc', true],
    ['StringNotLike', ['a*'], 'abc', false],
    ['Bool', ['true'], 'true', true],
    ['Bool', ['TRUE'], 'true', true],
    ['Bool', ['false'], 'true', false],
    ['NumericEquals', ['1'], '1', undefined],
    ['IpAddress', ['10.0.0.0/8'], '10.0.0.1', undefined],
    ['ForAnyValue:StringEquals', ['a'], 'a', true],
    ['ForAllValues:StringEquals', ['b'], 'a', false],
  ] as const)('%s %j of %s: %s', (operator, values, present, expected) => {
    expect(isMet(operator, values, present)).toBe(expected);
  });
});

describe('of a request without the key', () => {
  test.each([
    ['StringEquals', ['a'], false],
    ['StringEqualsIfExists', ['a'], true],
    ['StringNotEquals', ['a'], true],
    ['ForAllValues:StringEquals', ['a'], true],
    ['ForAnyValue:StringEquals', ['a'], false],
    ['ForAnyValue:StringNotEquals', ['a'], false],
    ['Null', ['true'], true],
    ['Null', ['false'], false],
    ['Null', ['True'], true],
    ['Null', ['${Open}'], undefined],
    ['Null', ['${aws:username}'], undefined],
    ['Null', [undefined], undefined],
  ] as const)('%s %j: %s', (operator, values, expected) => {
    expect(isMet(operator, values, undefined)).toBe(expected);
  });

  test('`Null` with false asks for the key', () => {
    expect(isMet('Null', ['false'], 'a')).toBe(true);
    expect(isMet('Null', ['true'], 'a')).toBe(false);
    expect(isMet('Null', ['true', 'false'], 'a')).toBe(true);
  });
});

/** A request is made at this time, or at any later one. */
describe('an operator for dates', () => {
  const NOW = new Date('2026-06-01T00:00:00Z');
  const PAST = '2026-01-01T00:00:00Z';
  const FUTURE = '2027-01-01T00:00:00Z';

  test.each([
    ['DateGreaterThan', PAST, true],
    ['DateGreaterThanEquals', PAST, true],
    ['DateGreaterThan', FUTURE, undefined],
    ['DateLessThan', PAST, false],
    ['DateLessThanEquals', PAST, false],
    ['DateEquals', PAST, false],
    ['DateLessThan', FUTURE, undefined],
    ['DateNotEquals', PAST, undefined],
    ['DateLessThan', String(Date.parse(PAST) / 1000), false],
    ['NumericLessThan', String(Date.parse(PAST) / 1000), false],
    ['NumericGreaterThan', String(Date.parse(PAST) / 1000), true],
    ['DateLessThan', 'soon', undefined],
    ['DateLessThan', '${Open}', undefined],
    ['DateLessThan', NOW.toISOString(), undefined],
    ['StringEquals', PAST, undefined],
  ] as const)('%s %s: %s', (operator, value, expected) => {
    expect(isMet(operator, [value], NOW)).toBe(expected);
  });
});
