import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, OFF, REPOSITORY, run } from './harness.ts';

const TEMPLATE = JSON.stringify({
  Resources: {
    Service: { Type: 'AWS::ECS::Service', Properties: { Cluster: 'shared', TaskDefinition: 'app' } },
  },
});

/** The files that something was found in, and what was left out. */
function look(cwd: string, ...args: string[]) {
  const { code, out, err } = run(cwd, ['-f', 'json', ...args]);
  const { findings, summary } = JSON.parse(out) as {
    findings: { file: string }[];
    summary: { unchecked: { files: { reason: string; by: string[]; names: string[] }[] } };
  };
  const left = summary.unchecked.files.map(
    ({ reason, by, names }) => `${reason}${by.length > 0 ? ` (${by.join(', ')})` : ''}: ${names.join(', ')}`,
  );
  return { code, err, left, found: [...new Set(findings.map(each => each.file))].sort() };
}

describe('in a project of the CDK', () => {
  const project = { ...REPOSITORY, '.gitignore': 'cdk.out\nbuild\n', 'cdk.json': '{"app": "node app.js"}' };

  test('what it wrote is checked, although git ignores it', () => {
    const cwd = folder({
      ...project,
      'cdk.out/App.template.json': TEMPLATE,
      'cdk.out/assembly-Prod/App.template.json': TEMPLATE,
      'cdk.out/notes.yml': 'a: b\n',
      'other/cdk.out/App.template.json': TEMPLATE,
    });
    const { code, found, left } = look(cwd);
    expect(found).toEqual(['cdk.out/App.template.json', 'cdk.out/assembly-Prod/App.template.json']);
    expect(left).toContain('gitignore (.gitignore): other/cdk.out/');
    expect(left.join()).not.toContain('maybe');
    expect(code).toBe(1);
  });

  test('so it is in each project below the folder', () => {
    const cwd = folder({
      ...REPOSITORY,
      '.gitignore': 'cdk.out\n',
      'packages/a/cdk.json': '{}',
      'packages/a/cdk.out/A.template.json': TEMPLATE,
      'packages/b/cdk.json': '{}',
    });
    const { found, left } = look(cwd);
    expect(found).toEqual(['packages/a/cdk.out/A.template.json']);
    expect(left).toContain('not-generated (cdk synth): packages/b/cdk.out/');
  });

  test('before it wrote something that is said, with the command', () => {
    const cwd = folder(project);
    const { code, out, err } = run(cwd, []);
    expect(err).toContain('No template was checked.');
    expect(err).toContain('left out: not generated yet (run `cdk synth` first): cdk.out/');
    expect([code, out]).toEqual([2, '']);
    expect(run(cwd, ['--lang', 'ja']).err).toContain('先に `cdk synth` を実行してください');
  });

  test.each([
    ['build/cdk', 'build/cdk/A.json'],
    ['./build', 'build/A.json'],
  ])('the folder may be another one in it: %s', (output, file) => {
    const cwd = folder({ ...project, 'cdk.json': JSON.stringify({ output }), [file]: TEMPLATE });
    expect(look(cwd).found).toEqual([file]);
  });

  test.each(['../elsewhere', '..', '.', '/'])('and never one outside of it: %s', output => {
    const cwd = folder({
      ...REPOSITORY,
      '.gitignore': '/elsewhere\n',
      'elsewhere/A.json': TEMPLATE,
      'app/cdk.json': JSON.stringify({ output }),
    });
    const { found, left } = look(cwd);
    expect(found).toEqual([]);
    expect(left.join()).toContain('outside (cdk.json)');
  });

  test('nor one that a link leads to', () => {
    const cwd = folder({ 'elsewhere/A.json': TEMPLATE, 'app/cdk.json': '{}' });
    symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'app/cdk.out'));
    const { found, left } = look(cwd, 'app');
    expect(found).toEqual([]);
    expect(left.join()).toContain('link: app/cdk.out/');
  });

  test.each(['{', '[]', '{"output": 7}'])('whatever else cdk.json says: %s', text => {
    const cwd = folder({ ...project, 'cdk.json': text, 'cdk.out/A.json': TEMPLATE });
    expect(look(cwd).found).toEqual(['cdk.out/A.json']);
  });

  test('what people leave out stays left out', () => {
    const cwd = folder({
      ...project,
      'cdk.out/A.json': TEMPLATE,
      'cdk.out/B.json': TEMPLATE,
      'a.yml': OFF,
    });
    expect(look(cwd, '--ignore-pattern', 'cdk.out').found).toEqual(['a.yml']);
    expect(look(cwd, '--ignore-pattern', 'B.json').found).toEqual(['a.yml', 'cdk.out/A.json']);
  });

  test('the files of an assembly are known, and what else is there is named', () => {
    const cwd = folder({
      ...project,
      'cdk.out/A.template.json': TEMPLATE,
      'cdk.out/manifest.json': '{"version": "48.0.0", "artifacts": {}}',
      'cdk.out/tree.json': '{}',
      'cdk.out/A.assets.json': '{}',
      'cdk.out/A.metadata.json': '{"a": "AWS::ECS::Service"}',
      'cdk.out/validation-report.json': '{}',
      'cdk.out/more.json': '{}',
      'web/manifest.json': '{}',
    });
    const { left } = look(cwd);
    expect(left).toEqual(['not-a-template: cdk.json, cdk.out/more.json, web/manifest.json']);
  });

  test('what only has the name of such a file is checked', () => {
    const cwd = folder({
      ...project,
      'cdk.out/A.template.json': TEMPLATE,
      'cdk.out/manifest.json': '{}',
      'cdk.out/tree.json': TEMPLATE,
      'cdk.out/A.metadata.json': TEMPLATE,
    });
    expect(look(cwd).found).toEqual([
      'cdk.out/A.metadata.json',
      'cdk.out/A.template.json',
      'cdk.out/tree.json',
    ]);
  });

  test('no fix is written there', () => {
    const cwd = folder({ ...project, 'cdk.out/A.json': TEMPLATE, 'a.yml': OFF });
    const { code, found } = look(cwd, '--fix');
    expect(found).toEqual(['cdk.out/A.json']);
    expect(code).toBe(1);
  });
});

describe('in a project of the Serverless Framework', () => {
  const UPDATE = '.serverless/cloudformation-template-update-stack.json';

  test.each(['yml', 'yaml', 'json', 'js', 'ts'])('what it wrote is checked: serverless.%s', extension => {
    const cwd = folder({
      [`serverless.${extension}`]: '',
      [UPDATE]: TEMPLATE,
      '.serverless/serverless-state.json': '{"service": {}}',
    });
    const { found, left } = look(cwd);
    expect(found).toEqual([UPDATE]);
    expect(left.join()).not.toContain('serverless-state');
  });

  test('it is only missed where there is something about ECS', () => {
    const missed = 'not-generated (serverless package): .serverless/';
    expect(look(folder({ 'serverless.yml': 'plugins: [serverless-fargate]\n' })).left).toContain(missed);
    expect(look(folder({ 'serverless.yml': 'functions: {}\n' })).left).not.toContain(missed);
  });
});

describe('in a project of SAM', () => {
  const built = '.aws-sam/build/template.yaml';

  test('the source is checked, and not once more what was built of it', () => {
    const cwd = folder({ 'template.yaml': OFF, [built]: OFF });
    expect(look(cwd).found).toEqual(['template.yaml']);
    const { found, left } = look(cwd, '.', '.aws-sam/build');
    expect(found).toEqual(['template.yaml']);
    expect(left).toContain(`built (template.yaml): ${built}`);
  });

  test('so it is where the source is called otherwise', () => {
    const config = '[default.build.parameters]\ntemplate_file = "infra/main.yml"\n';
    const cwd = folder({ 'infra/main.yml': OFF, 'samconfig.toml': config, [built]: OFF });
    expect(look(cwd, '.', '.aws-sam/build').found).toEqual(['infra/main.yml']);
  });

  test.each(['[default.build.parameters]\ntemplate_file = "../main.yml"\n', 'template = ""\n', ''])(
    'what was built is checked where its source is not: %j',
    config => {
      const cwd = folder({ 'main.yml': OFF, 'app/samconfig.toml': config, [`app/${built}`]: OFF });
      expect(look(cwd, '.', 'app/.aws-sam/build').found).toEqual([`app/${built}`, 'main.yml']);
    },
  );

  test('what is named is checked', () => {
    const cwd = folder({ 'template.yaml': OFF, [built]: OFF });
    expect(look(cwd, '.', built).found).toEqual([built, 'template.yaml']);
  });
});

test.each([
  ['its workspace', { 'copilot/.workspace': 'application: shop\n' }],
  ['a manifest', { 'copilot/web/manifest.yml': 'name: web\n' }],
  ['both', { 'copilot/.workspace': 'application: shop\n', 'copilot/web/manifest.yml': 'name: web\n' }],
])('a project of Copilot, known by %s, is told how to have its templates', (_, files) => {
  const cwd = folder(files);
  expect(look(cwd).left).toContain(
    'not-generated (copilot svc package --output-dir infrastructure): infrastructure/',
  );
  mkdirSync(join(cwd, 'infrastructure'));
  expect(look(cwd).left.join()).not.toContain('not-generated');
});
