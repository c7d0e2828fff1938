import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, ask } from './support.ts';

/**
 * Concrete policies are judged a second time, straight from IAM's documentation: a request is allowed when some
 * statement allows it, none denies it, and the boundary, if there is one, allows it and does not deny it. Conditions
 * are tried both ways. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface System {
  readonly inline: readonly (readonly Statement[])[];
  readonly separate: readonly (readonly Statement[])[];
  readonly managed: readonly (readonly Statement[])[];
  readonly boundary: readonly Statement[] | undefined;
}

const ACTIONS = [
  'ssmmessages:OpenDataChannel',
  'ssmmessages:CreateDataChannel',
  'logs:PutLogEvents',
  's3:PutObject',
  's3:GetObject',
  'kms:Decrypt',
];

const RESOURCES = [
  '*',
  'arn:aws:s3:::bucket/exec/session.log',
  'arn:aws:s3:::bucket',
  'arn:aws:logs:eu-west-1:123456789012:log-group:/exec:log-stream:one',
  'arn:aws:kms:eu-west-1:123456789012:key/1234',
];

function regular(pattern: string, flags: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\/-]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, `s${flags}`);
}

function listed(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}

function applies(statement: Statement, action: string, resource: string): boolean {
  const names = (patterns: string | readonly string[] | undefined, text: string, flags: string): boolean =>
    listed(patterns).some(pattern => regular(pattern, flags).test(text));
  const isAction = statement.NotAction
    ? !names(statement.NotAction, action, 'i')
    : names(statement.Action, action, 'i');
  const isResource = statement.NotResource
    ? !names(statement.NotResource, resource, '')
    : names(statement.Resource, resource, '');
  return isAction && isResource;
}

function allows(
  statements: readonly Statement[],
  holds: ReadonlySet<Statement>,
  action: string,
  resource: string,
): boolean {
  const counting = statements.filter(each => {
    const isConditional = Object.keys(each.Condition ?? {}).length > 0;
    return applies(each, action, resource) && (!isConditional || holds.has(each));
  });
  return counting.some(each => each.Effect === 'Allow') && !counting.some(each => each.Effect === 'Deny');
}

/** Whether a request is allowed however the conditions turn out, or in some cases, or never. */
function bruteForce(system: System, action: string, resource: string): string {
  const own = [...system.inline, ...system.separate, ...system.managed].flat();
  const conditional = [...own, ...(system.boundary ?? [])].filter(
    each => Object.keys(each.Condition ?? {}).length > 0 && applies(each, action, resource),
  );
  const answers = new Set<boolean>();
  for (let bits = 0; bits < 2 ** conditional.length; bits++) {
    const holds = new Set(conditional.filter((_, i) => Math.floor(bits / 2 ** i) % 2 === 1));
    const isAllowed = allows(own, holds, action, resource);
    answers.add(isAllowed && (!system.boundary || allows(system.boundary, holds, action, resource)));
  }
  return answers.size === 2 ? 'sometimes' : answers.has(true) ? 'always' : 'never';
}

function summary(said: string): string {
  switch (said) {
    case 'allowed':
      return 'always';
    case 'granted, perhaps denied':
    case 'restricted by condition':
      return 'sometimes';
    case 'implicit deny':
    case 'explicit deny':
    case 'explicit deny by boundary':
    case 'restricted by resource':
      return 'never';
    default:
      return said;
  }
}

/** A pattern that may cover the text: parts of it after the first `from` characters become wildcards. */
function patternOf(text: string, from: number): fc.Arbitrary<string> {
  const length = text.length - from;
  return fc
    .array(fc.tuple(fc.nat(length), fc.nat(6), fc.constantFrom('*', '?', '**', '*?', '')), { maxLength: 2 })
    .map(cuts => {
      let pattern = text;
      for (const [at, width, wildcard] of cuts) {
        const start = Math.min(from + at, pattern.length);
        pattern = pattern.slice(0, start) + wildcard + pattern.slice(start + width);
      }
      return pattern;
    });
}

function afterService(arn: string): number {
  return arn.split(':').slice(0, 3).join(':').length + 1;
}

const action = fc.oneof(
  fc.constant('*'),
  fc
    .constantFrom(...ACTIONS)
    .chain(text => patternOf(text, text.indexOf(':') + 1))
    .chain(text => fc.constantFrom(text, text.toUpperCase(), text.toLowerCase())),
);

const resource = fc.oneof(
  fc.constant('*'),
  fc.constantFrom(...RESOURCES.slice(1)).chain(text => patternOf(text, afterService(text))),
);

const oneOrMany = (items: fc.Arbitrary<string>): fc.Arbitrary<string | readonly string[]> =>
  fc.oneof(items, fc.array(items, { minLength: 1, maxLength: 3 }));

const condition = fc.constantFrom({}, { Condition: {} }, { Condition: { Bool: { 'aws:x': 'true' } } });

const statement: fc.Arbitrary<Statement> = fc
  .tuple(
    fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
    fc.boolean(),
    oneOrMany(action),
    fc.integer({ min: 0, max: 3 }),
    oneOrMany(resource),
    condition,
  )
  .map(([Effect, isNotAction, actions, not, resources, more]) => ({
    Effect,
    ...(isNotAction ? { NotAction: actions } : { Action: actions }),
    ...(not === 0 ? { NotResource: resources } : { Resource: resources }),
    ...more,
  }));

const document = fc.array(statement, { minLength: 1, maxLength: 3 });
const documents = fc.array(document, { maxLength: 2 });

const system: fc.Arbitrary<System> = fc.record({
  inline: documents,
  separate: documents,
  managed: documents,
  boundary: fc.option(document, { nil: undefined }),
});

/** `how` decides between the ways of writing one and the same document. */
function written(statements: readonly Statement[], how: number): unknown {
  const [only, another] = statements;
  const Statement = only && !another && how % 2 === 0 ? only : statements;
  const whole = { Version: '2012-10-17', Statement };
  return how % 3 === 0 ? JSON.stringify(whole) : whole;
}

function template(from: System, how: number): string {
  const policy = (kind: string, statements: readonly Statement[], roles: object): unknown => ({
    Type: `AWS::IAM::${kind}`,
    Properties: { ...roles, PolicyName: 'separate', PolicyDocument: written(statements, how) },
  });
  const indexed = (
    list: readonly (readonly Statement[])[],
    kind: string,
    id: string,
    roles: object,
  ): object =>
    Object.fromEntries(list.map((statements, i) => [`${id}${i}`, policy(kind, statements, roles)]));
  const Role = {
    Type: 'AWS::IAM::Role',
    Properties: {
      Policies: from.inline.map((statements, i) => ({
        PolicyName: `inline${i}`,
        PolicyDocument: written(statements, how),
      })),
      ManagedPolicyArns: from.managed.map((_, i) => ({ Ref: `Managed${i}` })),
      ...(from.boundary && { PermissionsBoundary: { Ref: 'Boundary' } }),
    },
  };
  return JSON.stringify({
    Resources: {
      Role,
      ...indexed(from.separate, 'Policy', 'Separate', { Roles: [{ Ref: 'Role' }] }),
      ...indexed(from.managed, 'ManagedPolicy', 'Managed', {}),
      ...(from.boundary && { Boundary: policy('ManagedPolicy', from.boundary, {}) }),
    },
  });
}

test('concrete policies are judged as IAM documents it', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      system,
      fc.nat(5),
      fc.constantFrom(...ACTIONS),
      fc.constantFrom(...RESOURCES),
      (from, how, asked, on) => {
        const said = ask(template(from, how), role => answer(role.access(asked, [on])));
        const expected = bruteForce(from, asked, on);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
        expect(summary(said)).toBe(expected);
      },
    ),
    { numRuns: 600 },
  );
  // The test is only worth something when all three come up.
  expect([...seen.keys()].sort()).toEqual(['always', 'never', 'sometimes']);
});
