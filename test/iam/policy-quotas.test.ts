import { expect, test } from 'vitest';
import { Declarations } from '../../src/cfn/template/declarations.ts';
import { exceededPolicyQuotas } from '../../src/iam/policy-quotas.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The policies of a template that are larger than IAM allows. */
function exceeded(resources: string): readonly string[] {
  const document = parse('template.yaml', `Resources:\n${resources}`);
  expect(document.problems).toEqual([]);
  return exceededPolicyQuotas(new Declarations(document)).map(each => each.key);
}

/** A policy document of so many characters without white space. */
function document(size: number): string {
  const text = '{"Statement":[{"Sid":""}]}';
  return `{ Statement: [{ Sid: ${'x'.repeat(size - text.length)} }] }`;
}

const role = (...sizes: readonly number[]): string =>
  `  Role: { Type: AWS::IAM::Role, Properties: { Policies: [${sizes
    .map(size => `{ PolicyName: p, PolicyDocument: ${document(size)} }`)
    .join(', ')}] } }\n`;
const separate = (type: string, properties: string, size: number): string =>
  `  ${type}: { Type: AWS::IAM::${type}, Properties: { ${properties}, PolicyDocument: ${document(size)} } }\n`;

test('the inline policies of a role have 10,240 characters at most', () => {
  expect(exceeded(role(10_240))).toEqual([]);
  expect(exceeded(role(10_241))).toEqual(['inline Role']);
  expect(exceeded(role(5_000, 5_240))).toEqual([]);
  expect(exceeded(role(5_000, 5_241))).toEqual(['inline Role']);
});

test('those of policies that name the role count, however they name it', () => {
  for (const [type, property] of [
    ['Policy', 'Roles: [!Ref Role]'],
    ['Policy', 'Roles: !Ref Role'],
    ['Policy', 'Roles: [other, { Ref: Role }]'],
    ['RolePolicy', 'RoleName: !Ref Role'],
  ] as const) {
    expect(exceeded(role(5_000) + separate(type, property, 5_240))).toEqual([]);
    expect(exceeded(role(5_000) + separate(type, property, 5_241))).toEqual(['inline Role']);
    expect(exceeded(separate(type, property, 10_241))).toEqual(['inline Role']);
  }
  expect(exceeded(role(5_000) + separate('Policy', 'Roles: [other]', 10_241))).toEqual([]);
});

test('a managed policy has 6,144 characters at most, and does not count as inline', () => {
  expect(exceeded(role(10_240) + separate('ManagedPolicy', 'Roles: [!Ref Role]', 6_144))).toEqual([]);
  expect(exceeded(separate('ManagedPolicy', 'Roles: [!Ref Role]', 6_145))).toEqual(['managed ManagedPolicy']);
});

test('white space does not count, nor does what a function may come to', () => {
  expect(
    exceeded(
      role(10_240)
        .replace('Sid: x', `Sid: "x${' '.repeat(100)}`)
        .replace('x }]', 'x" }]'),
    ),
  ).toEqual([]);
  const long = (call: string): string =>
    `  P: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [${call}] } } }\n`;
  expect(exceeded(long(`{ Fn::Sub: ${'x'.repeat(7_000)} }`))).toEqual([]);
  expect(exceeded(long(`{ Fnord: ${'x'.repeat(7_000)} }`))).toEqual(['managed P']);
  expect(exceeded(long(`{ Ref: a, Sid: ${'x'.repeat(7_000)} }`))).toEqual(['managed P']);
});

test('a policy without a document, or with what is none, is of no size', () => {
  expect(exceeded('  Role: { Type: AWS::IAM::Role, Properties: { Policies: !ImportValue All } }\n')).toEqual(
    [],
  );
  expect(exceeded('  Role: { Type: AWS::IAM::Role }\n  Policy: { Type: AWS::IAM::ManagedPolicy }\n')).toEqual(
    [],
  );
});
