import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountFile, DEFAULT_OPTIONS, lint, parse, readAccount } from '../../src/index.ts';
import { conceal } from '../../src/report/conceal.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { json } from '../../src/report/json.ts';
import { junit } from '../../src/report/junit.ts';
import { markdown } from '../../src/report/markdown.ts';
import { mermaid } from '../../src/report/mermaid.ts';
import { rdjson } from '../../src/report/rdjson.ts';
import { sarif } from '../../src/report/sarif/sarif.ts';
import { VIEW } from '../report/support.ts';
import {
  ACCOUNT,
  arn,
  cluster,
  details,
  LOG_ACTIONS,
  LOGGED,
  logGroup,
  output,
  REGION,
  role,
  SESSION_ACTIONS,
  template,
} from './outputs.ts';

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

const STACK = arn('cloudformation', 'stack/network/3f0c1c60-1b6f-11ef-8f5e-0a1b2c3d4e5f');
const TEXT = template('!ImportValue network-Cluster');

/** Outputs on which the service is ready, or lacks something. */
function outputs(actions: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    'clusters.json': { clusters: [cluster('prod', LOGGED)], failures: [] },
    'roles.json': details([role('app', ...actions, ...LOG_ACTIONS)]),
    'logs.json': { logGroups: [logGroup('/ecs/exec')] },
    'exports.json': { Exports: [{ ExportingStackId: STACK, Name: 'network-Cluster', Value: 'prod' }] },
    'groups.json': {
      SecurityGroups: [
        {
          GroupId: 'sg-0a1b2c3d4e5f60718',
          GroupName: 'app',
          VpcId: 'vpc-1',
          OwnerId: ACCOUNT,
          IpPermissions: [],
          IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
        },
      ],
    },
  };
}

function verdict(files: readonly AccountFile[]): string {
  const { account, problems } = readAccount(files);
  if (problems.length > 0) return 'refused';
  const { services } = lint([parse('app.yml', TEXT)], { ...DEFAULT_OPTIONS, account });
  return services.map(each => each.verdict).join();
}

/** The paths to all that is in a value. */
function pathsIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, i) => pathsIn(item, [...path, i]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))];
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => Object(inner)[key], value);
}

function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? replaced(item, rest, by) : item));
  return { ...Object(value), [key]: replaced(Object(value)[key], rest, by) };
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}

/** In policies AWS takes a text where it takes a list of texts. */
function isOneOrMany(path: readonly (string | number)[], value: Value): boolean {
  const texts = Array.isArray(value) ? value : [value];
  return path.some(key => String(key).endsWith('Document')) && texts.every(each => typeof each === 'string');
}

const anything: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value[]>(null, true, false, 0, 1, -1, 1.5, '', 'x', [], {}, [[]], [{}], ['x']),
  fc.constantFrom<Value[]>({ Ref: 'x' }, { 'Fn::ImportValue': 'x' }, { constructor: 'x' }, ['x', 1], [null]),
);

describe.each([
  ['ready', SESSION_ACTIONS],
  ['not-ready', SESSION_ACTIONS.slice(1)],
])('what makes a service %s', (expected, actions) => {
  const all = outputs(actions);
  const files = Object.entries(all).map(([file, content]) => output(file, content));

  test('does', () => {
    expect(verdict(files)).toBe(expected);
  });

  test('is refused or not known with a value of another type, and never the opposite', () => {
    const places = Object.entries(all).flatMap(([file, content]) =>
      pathsIn(content).map(path => ({ file, path })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, ({ file, path }, value) => {
        const content = all[file];
        fc.pre(typeOf(at(content, path)) !== typeOf(value) && !isOneOrMany(path, value));
        const changed = files.map(each =>
          each.file === file ? output(file, replaced(content, path, value)) : each,
        );
        expect([expected, 'undecided', 'refused']).toContain(verdict(changed));
      }),
      { numRuns: 1500 },
    );
  });

  test('is refused or not known in a file that is cut off, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.double({ min: 0, max: 0.999, noNaN: true }), (file, part) => {
        const text = file.text.slice(0, Math.floor(file.text.length * part));
        const { problems } = readAccount([{ ...file, text }]);
        expect(problems.map(String)[0]).toMatch(/^\w+\.json:\d+:\d+: /);
      }),
      { numRuns: 60 },
    );
  });
});

test('texts of any kind are read or refused, with a place', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      for (const each of readAccount([{ file: 'x.json', text }]).problems)
        expect(String(each)).toMatch(/^x\.json:\d+:\d+: [^\n]+\.$/);
    }),
    { numRuns: 300 },
  );
});

const hex = fc.stringMatching(/^[a-z]{12}$/);

test('no report has account ids, ARNs or texts of policies that are in no template', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{11}$/), hex, hex, fc.boolean(), (id, prefix, sid, isDenied) => {
      const own = (text: string): string => text.replaceAll(ACCOUNT, id);
      const statement = {
        Sid: sid,
        Effect: isDenied ? 'Deny' : 'Allow',
        Action: [...SESSION_ACTIONS, ...LOG_ACTIONS],
        Resource: [
          `arn:aws:logs:${REGION}:${id}:log-group:${prefix}-*`,
          `arn:aws:ssmmessages:*:${id}:${prefix}`,
        ],
        Condition: { StringEquals: { 'aws:PrincipalTag/team': [`${prefix}-team`] } },
      };
      const holder = {
        ...role('app', ...(isDenied ? SESSION_ACTIONS : [])),
        RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: { Statement: [statement] } }],
      };
      const logging = {
        kmsKeyId: arn('kms', 'key/8d4e0b1a-2f7c-4f0e-9d4b-5a6c7d8e9f00'),
        logging: 'OVERRIDE',
        logConfiguration: { cloudWatchLogGroupName: `/ecs/${ACCOUNT}/exec`, s3BucketName: `logs-${ACCOUNT}` },
      };
      const files = [
        output('clusters.json', { clusters: [cluster('prod', logging)] }),
        output('roles.json', details([holder])),
        output('exports.json', {
          Exports: [{ ExportingStackId: STACK, Name: 'network-Cluster', Value: arn('ecs', 'cluster/prod') }],
        }),
      ].map(each => ({ ...each, text: own(each.text) }));
      const { account, problems } = readAccount(files);
      expect(problems).toEqual([]);
      const text = TEXT.replace(
        arn('iam', 'role/app', ''),
        '!Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:role/app',
      );
      const report = lint([parse('app.yml', text)], {
        ...DEFAULT_OPTIONS,
        pedantic: true,
        account,
        graph: true,
      });
      const shown = conceal(report);
      const texts = [json, sarif, junit, gitlab, rdjson, markdown, mermaid].map(each => each(shown, VIEW));
      const shownOf = (secret: string): readonly string[] =>
        texts.flatMap(each => each.split('\n').filter(line => line.includes(secret)));
      expect([id, prefix, sid].flatMap(shownOf)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
