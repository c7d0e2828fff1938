import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../src/index.ts';
import { LONG } from '../edit/runs.ts';
import { RUNS, regressions } from './worse.ts';

type Json = Record<string, unknown>;

const SESSION = ['Create', 'Open'].flatMap(verb =>
  ['ControlChannel', 'DataChannel'].map(what => `ssmmessages:${verb}${what}`),
);

/** Statements that a policy may consist of. */
const statements = fc.subarray<readonly string[]>([
  SESSION,
  SESSION.slice(1),
  ['logs:*'],
  ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
  ['logs:DescribeLogGroups'],
]);

const resources = fc.constantFrom<unknown>('*', { 'Fn::GetAtt': ['AppLog', 'Arn'] });

function policyOf(actions: readonly (readonly string[])[], resource: unknown): Json {
  const statement = actions.map(each => ({ Effect: 'Allow', Action: each, Resource: resource }));
  return { PolicyName: 'app', PolicyDocument: { Version: '2012-10-17', Statement: statement } };
}

const role = fc.record({
  inline: statements,
  attached: statements,
  resource: resources,
  trusts: fc.boolean(),
});

const service = fc.record({
  exec: fc.constantFrom<unknown>(undefined, true, false, { 'Fn::If': ['IsProd', true, false] }),
  launchType: fc.constantFrom(undefined, 'FARGATE', 'EC2'),
  controller: fc.constantFrom(undefined, 'ECS', 'CODE_DEPLOY'),
  definition: fc.nat(1),
  platform: fc.constantFrom(undefined, '1.3.0', '1.4.0'),
});

const definition = fc.record({
  role: fc.constantFrom('none', 'local', 'conditional', 'outside'),
  logs: fc.boolean(),
  fargate: fc.boolean(),
});

const system = fc.record({
  role,
  services: fc.array(service, { minLength: 1, maxLength: 3 }),
  definitions: fc.tuple(definition, definition),
  logging: fc.constantFrom(undefined, 'DEFAULT', 'NONE', 'OVERRIDE'),
  /** Whether roles and cluster are in a template of their own. */
  isSplit: fc.boolean(),
});

type System = typeof system extends fc.Arbitrary<infer T> ? T : never;

/** The templates of a system: one, or two of which the second imports from the first. */
function templatesOf({ role: own, services, definitions, logging, isSplit }: System): readonly string[] {
  const shared: Json = {
    TaskRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: {
            Effect: 'Allow',
            Principal: { Service: own.trusts ? 'ecs-tasks.amazonaws.com' : 'ec2.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        },
        Policies: [policyOf(own.inline, isSplit ? '*' : own.resource)],
      },
    },
    ExecPolicy: {
      Type: 'AWS::IAM::Policy',
      Properties: { ...policyOf(own.attached, '*'), Roles: [{ Ref: 'TaskRole' }] },
    },
    Cluster: {
      Type: 'AWS::ECS::Cluster',
      ...(logging && {
        Properties: { Configuration: { ExecuteCommandConfiguration: { Logging: logging } } },
      }),
    },
  };
  const refer = (local: unknown, exported: string): unknown =>
    isSplit ? { 'Fn::ImportValue': exported } : local;
  const roleArn = refer({ 'Fn::GetAtt': ['TaskRole', 'Arn'] }, 'role');
  const roles: Record<string, unknown> = {
    none: undefined,
    local: roleArn,
    conditional: { 'Fn::If': ['IsProd', roleArn, { Ref: 'AWS::NoValue' }] },
    outside: 'arn:aws:iam::111122223333:role/task',
  };
  const own2 = definitions.map((each, i) => [
    `Task${i}`,
    {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        RequiresCompatibilities: [each.fargate ? 'FARGATE' : 'EC2'],
        ...(roles[each.role] !== undefined && { TaskRoleArn: roles[each.role] }),
        ContainerDefinitions: [
          {
            Name: 'app',
            Image: 'nginx',
            ...(each.logs && {
              LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': { Ref: 'AppLog' } } },
            }),
          },
        ],
      },
    },
  ]);
  const running = services.map((each, i) => [
    `Service${i}`,
    {
      Type: 'AWS::ECS::Service',
      Properties: {
        Cluster: refer({ Ref: 'Cluster' }, 'cluster'),
        TaskDefinition: { Ref: `Task${each.definition}` },
        ...(each.exec !== undefined && { EnableExecuteCommand: each.exec }),
        ...(each.launchType && { LaunchType: each.launchType }),
        ...(each.platform && { PlatformVersion: each.platform }),
        ...(each.controller && { DeploymentController: { Type: each.controller } }),
      },
    },
  ]);
  const app = {
    Parameters: { Stage: { Type: 'String' } },
    Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: {
      ...(!isSplit && shared),
      AppLog: { Type: 'AWS::Logs::LogGroup' },
      ...Object.fromEntries(own2),
      ...Object.fromEntries(running),
    },
  };
  const base = {
    Resources: shared,
    Outputs: {
      Role: { Value: { 'Fn::GetAtt': ['TaskRole', 'Arn'] }, Export: { Name: 'role' } },
      Cluster: { Value: { Ref: 'Cluster' }, Export: { Name: 'cluster' } },
    },
  };
  return (isSplit ? [base, app] : [app]).map(each => JSON.stringify(each, null, 2));
}

const TRIES = LONG ? 3000 : 40;

/** None of them is written by a generator. */
const OWN = RUNS.filter(([, options]) => !options.fixGenerated);

test.each(OWN)('%s makes no stack worse, whatever it holds', async (_, options) => {
  let fixed = 0;
  await fc.assert(
    fc.asyncProperty(system, async drawn => {
      const documents = templatesOf(drawn).map((text, i) => parse(`${i}.json`, text));
      const found = await regressions(documents, options, () => fixed++);
      expect(found).toEqual([]);
    }),
    LONG ? { numRuns: TRIES } : { numRuns: TRIES, seed: 20261128 },
  );
  expect(fixed).toBeGreaterThan(TRIES / 2);
});
