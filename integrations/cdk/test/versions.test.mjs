import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { expectText, shortened } from './printed.mjs';
import { linted, project, recommendedFlags, reported, synth, VERSIONS } from './project.mjs';

/** What apps show, and how ready their services are, by the names of their templates. */
const APPS = {
  'without-flag': ['a service without the flag', { Shop: 'not-ready' }],
  right: ['a service that is right', { Shop: 'ready' }],
  'event-target': ['the target of an event, with the flag and without permissions', { Nightly: 'not-ready' }],
  'two-stacks': [
    'services in other stacks than their cluster: one is right, one has the flag set to false, one a role that is not in the app',
    { Admin: 'not-ready', Guest: 'undecided', Shop: 'ready' },
  ],
  stage: [
    'a stage in which all is right, and one in which the flag is missing',
    { BetaShop: 'ready', ProdShop: 'not-ready' },
  ],
  'nested-stack': [
    'a nested stack in which all is right, and one in which the flag is missing',
    { ShopRight: 'ready', ShopWrong: 'not-ready' },
  ],
};

const REFERENCES = '@aws-cdk/core:defaultCrossStackReferences';

for (const version of VERSIONS)
  describe(`aws-cdk-lib ${version}`, () => {
    const printed = new Map();
    // They are done before what they printed is looked at.
    describe('has the findings and verdicts of the command line', { concurrency: 2 }, () => {
      for (const [app, [, verdicts]] of Object.entries(APPS))
        for (const flags of ['no flags', 'recommended flags'])
          test(`${app}, ${flags}`, async () => {
            const context = flags === 'no flags' ? {} : recommendedFlags(version);
            const folder = project(version, { context });
            // A synthesis without names tells of the stacks that are in no stage.
            const result = await synth(folder, app, { args: ['**'] });
            printed.set(`${app}, ${flags}`, `exit code ${result.code}\n${shortened(result.printed)}`);
            const report = await linted(folder, '--pedantic');
            assert.deepEqual(violations(reported(folder)), findings(report));
            assert.deepEqual(verdictsIn(report), verdicts);
            if (app !== 'two-stacks') return;
            const template = readFileSync(join(folder, 'cdk.out', 'Shop.template.json'), 'utf8');
            assert.equal(template.includes('Fn::GetStackOutput'), context[REFERENCES] === 'weak');
          });
    });
    test('prints what is known', () =>
      expectText(new URL(`../printed/${version}.txt`, import.meta.url), page(version, printed)));
  });

function verdictsIn({ services }) {
  return Object.fromEntries(
    services.map(({ file, verdict }) => [basename(file).replace(/(?:[\dA-F]{8})?\..*$/, ''), verdict]),
  );
}

/** What the plugin says, to be held against what the command line says of the same assembly. */
function violations({ violations: all }) {
  return all
    .map(({ ruleName, description, violatingResources: [{ resourceLogicalId, templatePath }] }) =>
      [ruleName, basename(templatePath), resourceLogicalId, description].join(' | '),
    )
    .sort();
}

function findings({ findings: all, services }) {
  const found = all.map(each => [each.ruleId, basename(each.file), each.resource, each.message]);
  const undecided = services.flatMap(({ checks, file, resource }) =>
    checks
      .filter(each => each.status === 'unknown')
      .map(each => [each.id, basename(file), resource, each.detail]),
  );
  return [...found, ...undecided].map(each => each.join(' | ')).sort();
}

/** Flags that change nothing are not told twice. */
function page(version, printed) {
  const parts = Object.entries(APPS).map(([app, [what]]) => {
    const [plain, recommended] = ['no flags', 'recommended flags'].map(each =>
      printed.get(`${app}, ${each}`),
    );
    const others =
      plain === recommended
        ? 'The same with the recommended flags.\n'
        : `With the recommended flags:\n${recommended}`;
    return `== ${app}: ${what}\n${plain}${others}`;
  });
  return `aws-cdk-lib ${version}\n\n${parts.join('\n')}`;
}
