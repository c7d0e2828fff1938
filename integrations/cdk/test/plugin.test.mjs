import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { shortened } from './printed.mjs';
import { linted, NEWEST, project, reported, run, synth, TSC, VERSIONS } from './project.mjs';

describe('acknowledge', () => {
  test('takes a finding out of what is printed, and asks nothing else of the service', async () => {
    const folder = project(NEWEST);
    const { code, printed } = await synth(folder, 'acknowledged');
    assert.deepEqual([code, printed.includes('ecs-exec-lint')], [0, false]);
    const { pluginReports } = JSON.parse(
      readFileSync(join(folder, 'cdk.out', 'validation-report.json'), 'utf8'),
    );
    const { violations, suppressedViolations } = pluginReports.find(
      each => each.pluginName === 'ecs-exec-lint',
    );
    assert.deepEqual(violations, []);
    assert.deepEqual(
      suppressedViolations.map(each => [each.acknowledgedId, each.acknowledgedAt, each.reason]),
      [['ecs-exec-lint::exec-not-enabled', 'Batch', 'Nobody needs a shell there.']],
    );
  });
});

describe('warnings', { concurrency: 2 }, () => {
  for (const version of VERSIONS)
    test(`are printed and fail nothing in ${version}`, async () => {
      const { code, printed } = await synth(project(version), 'without-flag', {
        options: { failOn: 'never' },
      });
      assert.equal(code, 0);
      assert.match(printed, /warning.*does not set `EnableExecuteCommand`/i);
    });

  test('fail a synthesis that is to fail by them', async () => {
    const rules = { 'exec-not-enabled': 'warning', 'task-role-lacks-ssmmessages': 'warning' };
    const run = failOn => synth(project(NEWEST), 'without-flag', { options: { rules, ...failOn } });
    assert.deepEqual([(await run({})).code, (await run({ failOn: 'warning' })).code], [0, 1]);
  });
});

describe('stages', { concurrency: 2 }, () => {
  test('are reported on when they are selected', async () => {
    const folder = project(NEWEST);
    const codes = [];
    for (const args of [[], ['**'], ['Beta/*'], ['Prod/*']])
      codes.push((await synth(folder, 'stage', { args })).code);
    assert.deepEqual(codes, [0, 1, 0, 1]);
  });

  test('may have the plugin alone', async () => {
    const { code, printed } = await synth(project(NEWEST), 'one-stage', { args: ['**'] });
    assert.equal(code, 1);
    assert.match(printed, /Prod\/Shop\/Web\/Service/);
    assert.doesNotMatch(shortened(printed), /Beta/);
  });
});

test('the configuration file of the project applies', async () => {
  const files = { '.ecs-exec-lint.yml': 'exec: optional\n' };
  assert.equal((await synth(project(NEWEST, { files }), 'without-flag')).code, 0);
});

test('a configuration that is wrong fails the synthesis, with its line', { concurrency: 2 }, async t => {
  for (const version of ['2.100', NEWEST])
    await t.test(version, async () => {
      const files = { '.ecs-exec-lint.yml': 'exec: optionally\n' };
      const { code, printed } = await synth(project(version, { files }), 'right');
      assert.notEqual(code, 0);
      assert.match(printed, /\.ecs-exec-lint\.yml:1:7: The setting `exec` cannot be `optionally`/);
    });
});

test('an assembly in another place, without metadata in its templates, is judged alike', async () => {
  const folder = project(NEWEST, { context: { '@aws-cdk/core:newStyleStackSynthesis': true } });
  const args = ['--output', 'built', '--no-path-metadata', '--no-asset-metadata', '--no-version-reporting'];
  const { code } = await synth(folder, 'without-flag', { args });
  assert.equal(code, 1);
  const { violations } = reported(folder);
  const { findings } = await linted(folder, '--pedantic', 'built');
  assert.deepEqual(violations.map(each => each.ruleName).sort(), findings.map(each => each.ruleId).sort());
  assert.equal(
    violations.find(each => each.ruleName === 'exec-not-enabled').ruleMetadata.from,
    'aws_ecs.FargateService Shop/Web \u00b7 web.ts:46:3, called at web.ts:22:5',
  );
});

test('a unit test of the app meets the errors', async () => {
  const { printed } = await run(project(NEWEST), ['npx', 'tsx', 'unit-test.ts'], {
    NODE_ENV: 'test',
    CDK_VALIDATION: 'false',
  });
  assert.match(printed, /^thrown: true$/m);
});

/** As `cdk init` writes them for new projects, and as it did in 2023. */
const COMPILER_OPTIONS = {
  'types-since-2.251.ts': ['--module', 'nodenext', '--target', 'es2022'],
  'types-before-2.251.ts': ['--module', 'commonjs', '--target', 'es2020'],
};

describe('types', { concurrency: 2 }, () => {
  for (const version of VERSIONS)
    test(`fit those of ${version}`, async () => {
      const file = version < '2.251' ? 'types-before-2.251.ts' : 'types-since-2.251.ts';
      const flags = ['--noEmit', '--strict', '--skipLibCheck', ...COMPILER_OPTIONS[file]];
      const { code, printed } = await run(project(version), [process.execPath, TSC, ...flags, file]);
      assert.deepEqual([code, printed], [0, '']);
    });
});
