import { expect, test } from 'vitest';
import { BudgetExceeded } from '../../src/cfn/scenario/budget.ts';
import { TemplateSet } from '../../src/cfn/scenario/template-set.ts';
import { stacksNaming, stacksPerhapsNaming } from '../../src/iam/role-attachments.ts';
import { parse } from '../../src/syntax/parse.ts';

/** Two stacks, each with a policy whose roles depend on a condition. */
function twoStacks(): TemplateSet {
  const template = (name: string): string => `
Parameters: { Env: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Env, prod] }
Resources:
  Policy:
    Type: AWS::IAM::Policy
    Properties: { PolicyName: p, Roles: [!If [IsProd, ${name}-prod, ${name}-test]], PolicyDocument: {} }
`;
  return new TemplateSet(['a', 'b'].map(name => parse(`${name}.yaml`, template(name))));
}

test('the stacks whose policies name a role, in whichever scenario', () => {
  const system = twoStacks();
  const [a, b] = system.stacks;
  expect(Object.fromEntries(stacksNaming(system))).toEqual({
    'a-prod': [a],
    'a-test': [a],
    'b-prod': [b],
    'b-test': [b],
  });
  expect(stacksPerhapsNaming(system, 'b-test')).toEqual([b]);
  expect(stacksPerhapsNaming(system, 'c-test')).toEqual([]);
});

test('a stack that has taken too much already names none', () => {
  const system = twoStacks();
  const [a, b] = system.stacks;
  expect(() => a?.effort?.spend(Number.MAX_SAFE_INTEGER)).toThrow(BudgetExceeded);
  expect(Object.fromEntries(stacksNaming(system))).toEqual({ 'b-prod': [b], 'b-test': [b] });
});
