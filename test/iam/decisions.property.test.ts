import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CASES, LONG } from '../edit/runs.ts';
import { applies, type Condition, isAllowed, type Reading, type Setup, type Statement } from './evaluator.ts';
import { answer, ask } from './support.ts';

// What is decided about a role agrees with a second evaluator that tries all requests a task can make: whatever its
// tags are, with or without the key for MFA.

const REQUESTS = [
  ['ssmmessages:OpenDataChannel', 'arn:aws:ssmmessages:eu-west-1:123456789012:*'],
  ['ssmmessages:CreateControlChannel', 'arn:aws:ecs:eu-west-1:123456789012:task/main/1a2b'],
  ['logs:DescribeLogGroups', 'arn:aws:logs:eu-west-1:123456789012:log-group::log-stream:'],
  ['logs:DescribeLogStreams', 'arn:aws:logs:eu-west-1:123456789012:log-group:/exec:log-stream:'],
  ['logs:PutLogEvents', 'arn:aws:logs:eu-west-1:123456789012:log-group:/exec:log-stream:one'],
  ['s3:PutObject', 'arn:aws:s3:::records/exec/session.log'],
  ['s3:GetEncryptionConfiguration', 'arn:aws:s3:::records'],
  ['kms:Decrypt', 'arn:aws:kms:eu-west-1:123456789012:key/1234'],
] as const;

type Asked = (typeof REQUESTS)[number];

const SETTLED: readonly Condition[] = [
  { Bool: { 'aws:SecureTransport': 'true' } },
  { Bool: { 'aws:SecureTransport': 'false' } },
  { BoolIfExists: { 'aws:securetransport': ['true', 'false'] } },
  { Null: { 'aws:SecureTransport': 'false' } },
  { Null: { 'aws:SecureTransport': 'true' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  { StringEquals: { 'aws:PrincipalType': ['User', 'AssumedRole'] } },
  { StringNotEquals: { 'aws:PrincipalType': 'AssumedRole' } },
  { StringNotLike: { 'aws:PrincipalType': 'Us*' } },
  { StringLike: { 'aws:username': '*' } },
  { StringNotEquals: { 'aws:username': 'deployer' } },
  { DateGreaterThan: { 'aws:CurrentTime': '2020-04-01T00:00:00Z' } },
  { DateLessThan: { 'aws:CurrentTime': '2020-04-01T00:00:00Z' } },
];

/** The placeholder for a tag that no other statement asks about, so that conditions do not depend on each other. */
const TAG = 'aws:PrincipalTag/own';

const OPEN: readonly Condition[] = [
  { StringEquals: { [TAG]: 'yes' } },
  { StringNotEquals: { [TAG]: 'yes' } },
  { StringLikeIfExists: { [TAG]: 'n*' } },
  { Null: { [TAG]: 'true' } },
];

/** A pattern that may cover a text: parts of it behind the first `from` characters become wildcards. */
function patternOf(text: string, from: number): fc.Arbitrary<string> {
  const cut = fc.tuple(fc.nat(text.length - from), fc.nat(6), fc.constantFrom('*', '?', '**', '*?', ''));
  return fc.array(cut, { maxLength: 2 }).map(cuts =>
    cuts.reduce((pattern, [at, width, wildcard]) => {
      const start = Math.min(from + at, pattern.length);
      return pattern.slice(0, start) + wildcard + pattern.slice(start + width);
    }, text),
  );
}

function fields(arn: string, count: number): string {
  return arn.split(':').slice(0, count).join(':');
}

const anAction = fc.oneof(
  fc.constantFrom('*', 's3:*', 'logs:Describe*', 'SSMMessages:*'),
  fc.constantFrom(...REQUESTS).chain(([action]) => patternOf(action, action.indexOf(':') + 1)),
);

const aResource = fc.oneof(
  fc.constant('*'),
  fc.constantFrom(...REQUESTS).chain(([, arn]) => patternOf(arn, fields(arn, 3).length + 1)),
  fc
    .tuple(fc.constantFrom(...REQUESTS), fc.integer({ min: 3, max: 5 }))
    .map(([[, arn], n]) => fields(arn, n)),
);

function oneOrMany(items: fc.Arbitrary<string>): fc.Arbitrary<string | readonly string[]> {
  return fc.oneof(items, fc.array(items, { minLength: 1, maxLength: 3 }));
}

const aCondition: fc.Arbitrary<Condition | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.constantFrom(...SETTLED) },
  { weight: 1, arbitrary: fc.constantFrom(...OPEN) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...SETTLED), fc.constantFrom(...OPEN))
      .map(([settled, open]) => ({ ...settled, ...open })),
  },
);

const aStatement: fc.Arbitrary<Statement> = fc
  .record({
    Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
    actions: oneOrMany(anAction),
    isNotAction: fc.integer({ min: 0, max: 3 }),
    resources: oneOrMany(aResource),
    isNotResource: fc.integer({ min: 0, max: 3 }),
    Condition: aCondition,
  })
  .map(({ Effect, actions, isNotAction, resources, isNotResource, Condition }) => ({
    Effect,
    ...(isNotAction === 0 ? { NotAction: actions } : { Action: actions }),
    ...(isNotResource === 0 ? { NotResource: resources } : { Resource: resources }),
    ...(Condition && { Condition }),
  }));

const KINDS = ['inline', 'Policy', 'RolePolicy', 'ManagedPolicy', 'attached'] as const;

interface Written extends Setup {
  readonly kinds: readonly (typeof KINDS)[number][];
}

const aSetup: fc.Arbitrary<Written> = fc
  .record({
    policies: fc.array(
      fc.tuple(fc.constantFrom(...KINDS), fc.array(aStatement, { minLength: 1, maxLength: 3 })),
      {
        maxLength: 3,
      },
    ),
    boundary: fc.option(fc.array(aStatement, { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 2 }),
  })
  .map(({ policies, boundary }) => ({
    kinds: policies.map(([kind]) => kind),
    policies: policies.map(([, statements], i) => withOwnTags(statements, `p${i}`)),
    boundary: boundary && withOwnTags(boundary, 'b'),
  }));

function withOwnTags(statements: readonly Statement[], policy: string): readonly Statement[] {
  return statements.map((each, i) =>
    JSON.parse(JSON.stringify(each).replaceAll(TAG, `${TAG}-${policy}-${i}`)),
  );
}

function template({ kinds, policies, boundary }: Written, how: number): string {
  const own = policies.filter((_, i) => kinds[i] === 'inline');
  const resources = policies.flatMap((statements, i) => {
    const kind = kinds[i];
    if (kind === undefined || kind === 'inline') return [];
    const attachment = { RolePolicy: { RoleName: { Ref: 'Role' } }, attached: {} }[String(kind)];
    const Properties = {
      PolicyDocument: document(statements, how),
      ...(kind === 'ManagedPolicy' || kind === 'attached' ? {} : { PolicyName: `P${i}` }),
      ...(attachment ?? { Roles: [{ Ref: 'Role' }] }),
    };
    return [
      [`P${i}`, { Type: `AWS::IAM::${kind === 'attached' ? 'ManagedPolicy' : kind}`, Properties }] as const,
    ];
  });
  const Role = {
    Type: 'AWS::IAM::Role',
    Properties: {
      Policies: own.map((statements, i) => ({
        PolicyName: `I${i}`,
        PolicyDocument: document(statements, how),
      })),
      ManagedPolicyArns: kinds.flatMap((kind, i) => (kind === 'attached' ? [{ Ref: `P${i}` }] : [])),
      ...(boundary && { PermissionsBoundary: { Ref: 'Boundary' } }),
    },
  };
  const Boundary = {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: { PolicyDocument: document(boundary ?? [], how) },
  };
  return JSON.stringify({
    Resources: { Role, ...Object.fromEntries(resources), ...(boundary && { Boundary }) },
  });
}

/** `how` decides between the ways of writing one and the same document. */
function document(statements: readonly Statement[], how: number): unknown {
  const [only, another] = statements;
  const whole = { Version: '2012-10-17', Statement: only && !another && how % 2 === 0 ? only : statements };
  return how % 3 === 0 ? JSON.stringify(whole) : whole;
}

function combinations<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (before, options) => before.flatMap(each => options.map(option => [...each, option])),
    [[]],
  );
}

const FIXED: readonly (readonly [string, string])[] = [
  ['aws:securetransport', 'true'],
  ['aws:principaltype', 'AssumedRole'],
  ['aws:currenttime', '2026-11-29T00:00:00Z'],
];

/** The contexts of all requests: tags are there or not, with one value or another, and so is the key for MFA. */
function contexts(statements: readonly Statement[]): readonly ReadonlyMap<string, string>[] {
  const tags = new Set(JSON.stringify(statements).match(/aws:PrincipalTag\/[\w-]+/g));
  const choices = [...tags].map(tag => [[], [tag.toLowerCase(), 'yes'], [tag.toLowerCase(), 'no']]);
  const mfa = [[], ['aws:multifactorauthpresent', 'false']];
  return combinations([...choices, mfa]).map(
    each =>
      new Map([...FIXED, ...each.flatMap(([key, value]) => (key && value ? [[key, value] as const] : []))]),
  );
}

/** The ways to read the ARNs of which the documentation does not say which is right. */
function readings(statements: readonly Statement[]): readonly Reading[] {
  const patterns = statements.flatMap(each => each.Resource ?? each.NotResource ?? []);
  const unclear = [...new Set(patterns)].filter(
    each => each.startsWith('arn:') && each.split(':').length < 6 && /[*?]/.test(each),
  );
  return combinations(unclear.map(() => ['filled in', 'as it is'] as const)).map(
    choice => pattern => choice[unclear.indexOf(pattern)] ?? 'filled in',
  );
}

type Outcome = 'always' | 'sometimes' | 'never';

/** What becomes of the requests for an action, by each way to read the policies. */
function outcomes(setup: Setup, [action, resource]: Asked): ReadonlySet<Outcome> {
  const all = [...setup.policies, setup.boundary ?? []].flat();
  return new Set(
    readings(all).map(reading => {
      const concerned = all.filter(each => {
        const { Condition, ...unconditional } = each;
        return applies(unconditional, { action, resource, context: new Map() }, reading);
      });
      const answers = new Set(
        contexts(concerned).map(context => isAllowed(setup, { action, resource, context }, reading)),
      );
      return answers.size === 2 ? 'sometimes' : answers.has(true) ? 'always' : 'never';
    }),
  );
}

/** Nothing where the linter says that it does not know. */
function outcomeOf(said: string): Outcome | undefined {
  switch (said) {
    case 'allowed':
      return 'always';
    case 'granted, perhaps denied':
    case 'restricted by condition':
      return 'sometimes';
    case 'unknown':
      return undefined;
    default:
      return 'never';
  }
}

test(
  'what is decided about a role is what IAM decides',
  () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(aSetup, fc.nat(5), fc.constantFrom(...REQUESTS), (setup, how, asked) => {
        const [action, resource] = asked;
        const said = ask(template(setup, how), role => answer(role.access(action, [resource])));
        const expected = outcomes(setup, asked);
        const outcome = outcomeOf(said);
        const [only] = expected;
        seen.set(said, (seen.get(said) ?? 0) + 1);
        // Where two readings of a policy differ, it may also be told that it is not known, or not certain.
        if (expected.size === 1) expect(outcome ?? said).toBe(only);
        else expect([...expected, 'sometimes', undefined]).toContain(outcome);
      }),
      CASES,
    );
    // The test is only worth something when all kinds of decisions come up.
    expect([...seen.keys()].sort()).toEqual([
      'allowed',
      'explicit deny',
      'explicit deny by boundary',
      'granted, perhaps denied',
      'implicit deny',
      'restricted by condition',
      'restricted by resource',
      'restricted by unmet condition',
      'unknown',
    ]);
  },
  LONG ? 1_800_000 : 60_000,
);
