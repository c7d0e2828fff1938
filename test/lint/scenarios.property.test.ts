import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_OPTIONS } from '../../src/lint/options.ts';
import type { Diagnostic } from '../../src/lint/report.ts';
import { isObject, type Json, type JsonObject } from '../../src/syntax/json-value.ts';
import { parse } from '../../src/syntax/parse.ts';
import { at, Deployed, type Deployment, list } from './reference-evaluator.ts';

const VALUES = ['a', 'b', 'c'] as const;
/** What a parameter may be that has no allowed values: all that it is compared with, and two other things. */
const ALL = [...VALUES, '', 'x', 'aa', 'ab', 'other', 'another'];
const PARAMETERS = ['P0', 'P1', 'P2'] as const;
const CONDITIONS = ['C0', 'C1', 'C2', 'C3'] as const;
const NO_VALUE: Json = { Ref: 'AWS::NoValue' };

const value = fc.constantFrom<string>(...VALUES);
const ref = fc.constantFrom<string>(...PARAMETERS).map((name): Json => ({ Ref: name }));
const operand: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: ref },
  fc.constantFrom<Json>({ 'Fn::Sub': 'a${P0}' }, { 'Fn::Join': ['', ['', { Ref: 'P1' }]] }),
  ref.map((key): Json => ({ 'Fn::FindInMap': ['Map', key, 'Text'] })),
);
const literal = fc.constantFrom('a', 'b', 'c', 'aa', 'ab', 'x');

function formula(earlier: readonly string[]): fc.Arbitrary<Json> {
  const equals = fc
    .tuple(operand, fc.oneof({ weight: 4, arbitrary: literal }, ref), fc.boolean())
    .filter(([a, b]) => !JSON.stringify(a).includes('Sub') || typeof b === 'string')
    .map(([a, b, isTurned]): Json => ({ 'Fn::Equals': isTurned ? [b, a] : [a, b] }));
  const named = fc.constantFrom<string>(...earlier, '').map((name): Json => ({ Condition: name }));
  const leaf =
    earlier.length > 0
      ? fc.oneof(
          equals,
          named.filter(each => at(each, 'Condition') !== ''),
        )
      : equals;
  const pair = fc.tuple(leaf, leaf);
  return fc.oneof(
    leaf,
    leaf.map((each): Json => ({ 'Fn::Not': [each] })),
    pair.map((each): Json => ({ 'Fn::And': each })),
    pair.map((each): Json => ({ 'Fn::Or': each })),
    pair.map(([a, b]): Json => ({ 'Fn::Not': [{ 'Fn::And': [a, { 'Fn::Not': [b] }] }] })),
  );
}

/** One of some values, or an `Fn::If` between them. */
function branches(leaf: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const condition = fc.constantFrom<string>(...CONDITIONS);
  const one = fc.tuple(condition, leaf, leaf).map((each): Json => ({ 'Fn::If': each }));
  const two = fc.tuple(condition, one, leaf).map((each): Json => ({ 'Fn::If': each }));
  return fc.oneof(leaf, one, two);
}

const perhaps = fc.option(fc.constantFrom<string>(...CONDITIONS), { nil: undefined });

function resource(type: string, properties: Json, condition?: string): Json {
  return { Type: type, ...(condition !== undefined && { Condition: condition }), Properties: properties };
}

const policy = (name: string, actions: readonly string[]): Json => ({
  PolicyName: name,
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] },
});
const item = fc.constantFrom<Json>(policy('Exec', ['ssmmessages:*']), policy('Other', ['s3:*']), NO_VALUE);
const policies = branches(fc.oneof(fc.array(branches(item), { maxLength: 2 }), fc.constant(NO_VALUE)));
const roleArn = fc.constantFrom<Json>(
  { 'Fn::GetAtt': ['RoleA', 'Arn'] },
  { 'Fn::GetAtt': ['RoleB', 'Arn'] },
  NO_VALUE,
);

const resources = fc
  .record({
    flag: branches(fc.constantFrom<Json>(true, false, NO_VALUE)),
    service: perhaps,
    role: branches(roleArn),
    a: policies,
    b: policies,
    logging: branches(fc.constantFrom<Json>('OVERRIDE', 'DEFAULT', NO_VALUE)),
    separate: fc.option(perhaps, { nil: null }),
  })
  .map(({ flag, service, role, a, b, logging, separate }) => ({
    Service: resource(
      'AWS::ECS::Service',
      { EnableExecuteCommand: flag, TaskDefinition: { Ref: 'Task' }, Cluster: { Ref: 'Cluster' } },
      service,
    ),
    Task: resource('AWS::ECS::TaskDefinition', { TaskRoleArn: role }),
    RoleA: resource('AWS::IAM::Role', { Policies: a }),
    RoleB: resource('AWS::IAM::Role', { Policies: b }),
    Cluster: resource('AWS::ECS::Cluster', {
      Configuration: { ExecuteCommandConfiguration: { Logging: logging } },
    }),
    ...(separate !== null && {
      Separate: resource(
        'AWS::IAM::Policy',
        { ...(policy('Exec', ['ssmmessages:*']) as JsonObject), Roles: [{ Ref: 'RoleA' }] },
        separate,
      ),
    }),
  }));

const allowed = fc.option(fc.subarray([...VALUES], { minLength: 1 }), { nil: undefined });
const ruleCondition = fc
  .tuple(ref, fc.oneof(literal, ref))
  .filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b))
  .map((each): Json => ({ 'Fn::Equals': each }));
const rule = fc.option(
  fc
    .tuple(fc.option(ruleCondition), fc.subarray([...VALUES], { minLength: 1 }))
    .map(([condition, values]): Json => {
      const assertion = { Assert: { 'Fn::Contains': [values, { Ref: 'P2' }] } };
      return { R: { ...(condition && { RuleCondition: condition }), Assertions: [assertion] } };
    }),
  { nil: undefined },
);

interface Drawn {
  readonly template: JsonObject;
  readonly deployments: readonly Deployment[];
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    allowed: fc.tuple(allowed, allowed, allowed),
    conditions: fc.tuple(...CONDITIONS.map((_, i) => formula(CONDITIONS.slice(0, i)))),
    texts: fc.tuple(value, value, value),
    rules: rule,
    resources,
  })
  .map(({ allowed: values, conditions, texts, rules: assertions, resources: declared }) => ({
    template: {
      Parameters: Object.fromEntries(
        PARAMETERS.map((name, i) => {
          const own = values[i];
          return [name, { Type: 'String', ...(own && { AllowedValues: own }) }];
        }),
      ),
      Mappings: { Map: Object.fromEntries(VALUES.map((key, i) => [key, { Text: texts[i] ?? '' }])) },
      Conditions: Object.fromEntries(CONDITIONS.map((name, i) => [name, conditions[i] ?? null])),
      ...(assertions && { Rules: assertions }),
      Resources: declared,
    },
    deployments: combinations(values.map(own => own ?? ALL)),
  }));

function combinations(values: readonly (readonly string[])[]): readonly Deployment[] {
  return values.reduce<readonly Deployment[]>(
    (all, own, i) => all.flatMap(each => own.map(one => ({ ...each, [`P${i}`]: one }))),
    [{}],
  );
}

/** What should be found in one deployment, by rule; a rule that has nothing to judge there is left out. */
function expected(deployed: Deployed, isEverOn: boolean): ReadonlyMap<string, boolean> {
  const service = deployed.properties('Service');
  const isOn = at(service, 'EnableExecuteCommand') === true;
  const role = at(deployed.properties('Task'), 'TaskRoleArn');
  const id = String(list(at(role, 'Fn::GetAtt'))[0]);
  const cluster = deployed.properties('Cluster');
  const logging = at(cluster, 'Configuration', 'ExecuteCommandConfiguration', 'Logging');
  const ofService: [string, boolean][] = [
    ['task-role-missing', role === undefined],
    ['task-role-lacks-ssmmessages', role !== undefined && !mayOpenSessions(deployed, id)],
  ];
  return new Map([
    ...(service ? [['exec-not-enabled', !isOn] as const] : []),
    ...(service && (isOn || !isEverOn) ? ofService : []),
    ['logging-not-overridden', logging !== 'OVERRIDE'],
  ]);
}

function mayOpenSessions(deployed: Deployed, role: string): boolean {
  const own = list(at(deployed.properties(role), 'Policies'));
  const separate = role === 'RoleA' ? deployed.properties('Separate') : undefined;
  return JSON.stringify([...own, separate ?? null]).includes('ssmmessages');
}

const JUDGED = new Set([
  'exec-not-enabled',
  'task-role-missing',
  'task-role-lacks-ssmmessages',
  'logging-not-overridden',
]);

/** Whether a finding says that it holds in a deployment. */
function speaksOf({ scenarios }: Diagnostic, deployed: Deployed): boolean {
  if (scenarios.length === 0) return true;
  return scenarios.some(each =>
    Object.entries(each).every(([name, holds]) => deployed.holds(name) === holds),
  );
}

test('what is found in each scenario is what is wrong in each deployment', () => {
  fc.assert(
    fc.property(drawn, ({ template, deployments }) => {
      const accepted = deployments
        .map(each => new Deployed(template, each))
        .filter(each => each.isAccepted());
      const isEverOn = accepted.some(each => at(each.properties('Service'), 'EnableExecuteCommand') === true);
      const document = parse('template.json', JSON.stringify(template));
      const { findings } = lint([document], rules, DEFAULT_OPTIONS);
      const seen = new Set<string>();
      for (const deployed of accepted)
        for (const [rule, isWrong] of expected(deployed, isEverOn)) {
          const found = findings.filter(each => each.ruleId === rule && speaksOf(each, deployed));
          expect({ rule, isFound: found.length > 0 }).toEqual({ rule, isFound: isWrong });
          if (isWrong) seen.add(rule);
        }
      for (const { ruleId } of findings) if (JUDGED.has(ruleId)) expect(seen).toContain(ruleId);
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
});

test('draws templates in which something is found in some deployments only', () => {
  const drawings = fc.sample(drawn, { numRuns: 200, seed: 1 });
  const partly = drawings.filter(({ template }) => {
    const { findings } = lint([parse('template.json', JSON.stringify(template))], rules, DEFAULT_OPTIONS);
    return isObject(template) && findings.some(each => each.scenarios.length > 0);
  });
  expect(partly.length).toBeGreaterThan(30);
});
