import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../cli/harness.ts';
import { expected, FIXTURES } from '../fixtures.ts';

const APPS: string = join(FIXTURES, 'sets', 'cdk-apps');

/**
 * Apps that aws-cdk-lib 2.276.0 synthesized, some of them with the recommended feature flags: what each has, and whether
 * sessions open and are recorded, by stack.
 */
const VERDICTS: readonly (readonly [app: string, what: string, by: Readonly<Record<string, string>>])[] = [
  ['bucket-key', 'a bucket with a key of its own', { Shop: 'yes, no' }],
  ['containers', 'an old platform, a proxy, and a role for others', { Shop: 'no, yes' }],
  ['default-logging', 'the default logging, under recommended flags', { Shop: 'yes, no' }],
  ['endpoints', 'an isolated VPC with an endpoint without names', { Shop: 'no, no' }],
  ['event-target', 'an event target with the switch', { Shop: 'no, no' }],
  ['group-key', 'a log group whose key CloudWatch Logs may not use', { Shop: 'no, yes' }],
  ['imported-cluster', 'a cluster that is imported by its name', { Shop: 'yes, unknown' }],
  ['imported-role', 'a role that is imported by its ARN', { Shop: 'yes, yes' }],
  ['isolated-stacks', 'an isolated VPC in another stack', { Shop: 'no, yes' }],
  ['key-alias', 'the alias of a key', { Shop: 'no, yes' }],
  ['key-policy', 'a key whose policy leaves the account out', { Shop: 'no, yes' }],
  ['l1-service', 'a CfnService', { Shop: 'no, no' }],
  ['l1-task', 'a CfnTaskDefinition without a role', { Shop: 'no, unknown' }],
  [
    'nested',
    'a service in a stack that is nested twice, its cluster in the outermost',
    { ShopOuterInnerC6353773: 'yes, yes' },
  ],
  ['no-endpoint', 'an isolated VPC with an endpoint for logs alone', { Shop: 'no, yes' }],
  ['no-group-key', 'a log group without the encryption that is demanded', { Shop: 'no, yes' }],
  ['no-public-ip', 'public subnets without public addresses', { Shop: 'no, yes' }],
  ['pattern-off', 'a pattern without the switch', { Shop: 'no, no' }],
  ['pattern-own-cluster', 'a pattern that creates its cluster', { Shop: 'yes, no' }],
  ['property-override', 'the switch by a property override', { Shop: 'no, no' }],
  ['read-only-root', 'a read-only root', { Shop: 'no, yes' }],
  ['stages', 'two stages', { BetaWebEC78DA39: 'yes, yes', ProdWebF45B1510: 'no, no' }],
  ['targets-off', 'targets without the switch, beside a service with it', { Shop: 'yes, yes' }],
  ['weak-references', 'a cluster in another stack, by weak references', { Shop: 'yes, yes' }],
];

interface Report {
  readonly services: readonly {
    readonly file: string;
    readonly opens: { readonly is: string };
    readonly recorded: { readonly is: string };
  }[];
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly source: { readonly className: string; readonly path: string };
    readonly fixRefused: string | null;
  }[];
}

function judge(app: string): Report {
  return JSON.parse(run(join(APPS, app), ['-f', 'json', '--pedantic', '.']).out);
}

test('each app has a verdict', () => {
  const folders = readdirSync(APPS, { withFileTypes: true }).filter(each => each.isDirectory());
  expect(folders.map(each => each.name)).toEqual(VERDICTS.map(([app]) => app));
});

test.each(VERDICTS)('%s: %s', (app, _, verdicts) => {
  const { services, findings } = judge(app);
  const said = services.map(({ file, opens, recorded }) => [
    basename(file).replace(/(?:\.nested)?\.template\.json$/, ''),
    `${opens.is}, ${recorded.is}`,
  ]);
  expect(Object.fromEntries(said)).toEqual(verdicts);
  const lines = findings.map(
    ({ severity, ruleId, source, fixRefused }) =>
      `${severity}[${ruleId}] ${source.className} ${source.path}\n  ${fixRefused ?? 'no fix'}\n`,
  );
  expect(lines.join('')).toBe(expected(join(APPS, `${app}.txt`), lines.join(''), ''));
});
