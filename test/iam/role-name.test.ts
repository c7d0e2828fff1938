import { expect, test } from 'vitest';
import { placeholder } from '../../src/cfn/functions/placeholder.ts';
import { compareSharedNames, isArnOfOther, roleNamesIn } from '../../src/iam/role-name.ts';

/** `${Name}` stands for what a reference gives. */
function marked(text: string): string {
  return text.replace(/\$\{([^}]*)\}/g, (_, name: string) => placeholder(name));
}

test.each([
  ['app-task', 'app-task', 'yes'],
  ['app-task', 'app-execution', 'no'],
  ['app-task', 'app-${Env}', 'unknown'],
  ['${Env}-task', 'app-task', 'unknown'],
  ['app-task', 'web-${Env}', 'no'],
  ['app-task', '${Env}-execution', 'no'],
  ['app-task', '${Name}', 'no'],
  ['app-task', '${Name}-', 'no'],
  ['${Name}', 'app-task', 'no'],
  ['${Env}-task', '${Env}-task', 'yes'],
  ['${Env}-task', '${Stage}-task', 'no'],
])('in all stacks, %s and %s are one name: %s', (own, name, expected) => {
  expect(compareSharedNames(marked(own), marked(name))).toBe(expected);
});

test.each([
  ['app', false],
  ['team/app', false],
  ['arn:aws:iam::111122223333:role/app', false],
  ['arn:aws:iam::111122223333:role/team/app', false],
  ['arn:aws:iam::${AWS::AccountId}:role/${Name}', false],
  ['arn:aws:iam::111122223333:${Path}', false],
  ['${Arn}', false],
  ['arn:${Rest}', false],
  ['arn:aws:iam::111122223333:user/app', true],
  ['arn:aws:sts::111122223333:assumed-role/app', true],
  ['arn:aws:s3:::role/app', true],
  ['arn:aws:s3', true],
])('%s is the ARN of something else than a role: %s', (text, expected) => {
  expect(isArnOfOther(marked(text))).toBe(expected);
});

test.each([
  ['app', ['app']],
  ['team/app', ['app']],
  ['arn:aws:iam::111122223333:role/team/app', ['app']],
  ['arn:aws:iam::111122223333:user/app', []],
  ['one, two', ['one, two', 'one', 'two']],
  ['one,', ['one,', 'one']],
])('the roles that may be called %s', (text, expected) => {
  expect(roleNamesIn(text)).toEqual(expected);
});

test('what is no text names no role', () => {
  expect(roleNamesIn(5)).toEqual([]);
  expect(roleNamesIn(['app'])).toEqual([]);
});
