import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { EcsExecLint, type EcsExecLintOptions, type PolicyValidationReport } from '../../src/cdk/index.ts';
import { policyReport } from '../../src/cdk/policy-report.ts';
import type { ValidatedConstruct } from '../../src/cdk/policy-validation.ts';
import { english } from '../../src/i18n/words.ts';
import { DEFAULT_OPTIONS, lint, type Severity } from '../../src/index.ts';
import { folder, run } from '../cli/harness.ts';
import { FIXTURES } from '../fixtures.ts';

/** The project of the documentation with its assembly, which has a cluster that records nothing and a service without the flag. */
function project(files: Readonly<Record<string, string>> = {}): string {
  const cwd = folder();
  cpSync(join(FIXTURES, 'sets', 'cdk-app'), cwd, { recursive: true });
  renameSync(join(cwd, 'cdk-out'), join(cwd, 'cdk.out'));
  const out = join(cwd, 'cdk.out');
  for (const name of readdirSync(out))
    writeFileSync(join(out, name), readFileSync(join(out, name), 'utf8').replaceAll('(/app/', `(${cwd}/`));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

const same = (severity: Severity): Severity => severity;

interface Call {
  readonly options?: EcsExecLintOptions;
  readonly templates?: readonly string[];
  readonly app?: ValidatedConstruct;
  /** Whether it is called as versions of the CDK do that give no more than paths. */
  readonly isOld?: boolean;
}

function construct(
  path: string,
  children: readonly ValidatedConstruct[],
  acknowledged: object = {},
): ValidatedConstruct {
  const data = { type: 'aws:cdk:acknowledged-rules', data: acknowledged };
  return { node: { path, children, metadata: [data, { type: 'aws:cdk:logicalId', data: 'A' }] } };
}

/** What the plugin answers in a project, and what it prints. */
function validate(
  cwd: string,
  { options = {}, templates = ['Shared', 'Web'], app = construct('', []), isOld = false }: Call = {},
): PolicyValidationReport & { readonly printed: readonly string[] } {
  const printed: string[] = [];
  vi.spyOn(process, 'cwd').mockReturnValue(cwd);
  vi.spyOn(console, 'error').mockImplementation(line => printed.push(line));
  const templatePaths = templates.map(each => join(cwd, 'cdk.out', `${each}.template.json`));
  const stackTemplates = templatePaths.map((templatePath, i) => ({
    templatePath,
    stackConstructPath: templates[i] ?? '',
  }));
  try {
    const report = new EcsExecLint(options).validate({
      templatePaths,
      ...(!isOld && { stackTemplates, appConstruct: app }),
    });
    return { ...report, printed };
  } finally {
    vi.restoreAllMocks();
  }
}

/** Why a project cannot be validated, which is a violation of no construct. */
function failure(cwd: string, call?: Call): string {
  const { success, violations } = validate(cwd, call);
  expect({ success, violations }).toMatchObject({
    success: false,
    violations: [
      { ruleName: 'not-validated', severity: 'fatal', violatingResources: [{ resourceLogicalId: '' }] },
    ],
  });
  return violations[0]?.description ?? '';
}

function named({ violations }: PolicyValidationReport): readonly string[] {
  return violations.map(each => `${each.severity} ${each.ruleName}`);
}

const BOTH = ['error logging-not-overridden', 'error exec-not-enabled'];

test('a violation says what is wrong where, and what to change in the app', () => {
  const cwd = project();
  const { success, violations, printed } = validate(cwd);
  expect({ success, printed }).toEqual({ success: false, printed: [] });
  expect(violations[1]).toEqual({
    ruleName: 'exec-not-enabled',
    description:
      'Service `OrdersService1A2B3C4D` does not set `EnableExecuteCommand`: every `execute-command` on it is refused.',
    violatingResources: [
      {
        resourceLogicalId: 'OrdersService1A2B3C4D',
        locations: [],
        templatePath: join(cwd, 'cdk.out', 'Web.template.json'),
      },
    ],
    severity: 'error',
    fix: 'In the CDK app, set `enableExecuteCommand: true` on `FargateService Web/Orders`.',
    ruleMetadata: {
      from: 'aws_ecs.FargateService Web/Orders \u00b7 lib/web.ts:6:10, called at lib/app.ts:12:5',
      docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    },
  });
});

test('a violation of a property says which', () => {
  const cwd = project();
  const path = join(cwd, 'cdk.out', 'Web.template.json');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('"LaunchType"', '"EnableExecuteCommand": false, "LaunchType"'),
  );
  expect(validate(cwd).violations.map(each => each.violatingResources[0]?.locations)).toContainEqual([
    'Properties.EnableExecuteCommand',
  ]);
});

test('an app without anything of ECS is a success', () => {
  const cwd = project();
  for (const each of ['Shared', 'Web'])
    writeFileSync(
      join(cwd, 'cdk.out', `${each}.template.json`),
      '{"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}',
    );
  expect(validate(cwd)).toMatchObject({ success: true, violations: [], printed: [] });
});

describe('the configuration', () => {
  test('is the file of the project, as the command line finds it', () => {
    const cwd = project({
      '.ecs-exec-lint.yml': 'rules: {logging-not-overridden: off, exec-not-enabled: warning}',
    });
    expect(named(validate(cwd))).toEqual(['warning exec-not-enabled']);
    expect(validate(cwd).success).toBe(true);
    expect(run(cwd, ['-f', 'concise']).code).toBe(0);
  });

  test('is a file that the options name, or none', () => {
    const cwd = project({
      '.ecs-exec-lint.yml': 'exec: optional',
      'strict.yml': 'rules: {logging-not-overridden: off}',
    });
    expect(named(validate(cwd, { options: { config: 'strict.yml' } }))).toEqual([BOTH[1]]);
    expect(named(validate(cwd, { options: { config: false } }))).toEqual(BOTH);
  });

  test('counts less than the options', () => {
    const cwd = project({
      '.ecs-exec-lint.yml': 'rules: {exec-not-enabled: off, logging-not-overridden: info}',
    });
    const rules = { 'exec-not-enabled': 'warning', 'logging-not-overridden': 'error' } as const;
    expect(named(validate(cwd, { options: { rules } }))).toEqual([
      'error logging-not-overridden',
      'warning exec-not-enabled',
    ]);
  });

  test('is refused with its line where it is wrong', () => {
    const cwd = project({ '.ecs-exec-lint.yml': 'exec: required\nrule: {}\n' });
    expect(failure(cwd)).toMatch(
      /^Nothing was validated: \.ecs-exec-lint\.yml:2:1: There is no setting `rule`/,
    );
  });

  test('may say what is ignored, and which templates are left out', () => {
    const ignores = [{ rules: 'logging-not-overridden', files: 'cdk.out/S*', reason: 'elsewhere' }];
    expect(named(validate(project(), { options: { ignores } }))).toEqual([BOTH[1]]);
    expect(named(validate(project(), { options: { ignorePatterns: 'Shared.*' } }))).toEqual([BOTH[1]]);
    const cwd = project({ '.ecs-exec-lint.yml': 'ignorePatterns: cdk.out/Web.template.json' });
    expect(named(validate(cwd))).toEqual([BOTH[0]]);
  });
});

describe('the options', () => {
  test.each<[EcsExecLintOptions, readonly string[]]>([
    [{ only: ['exec-not-enabled'] }, ['error exec-not-enabled']],
    [{ skip: ['logging-not-overridden'] }, ['error exec-not-enabled']],
    [{ only: ['exec-not-enabled'], rules: { 'exec-not-enabled': 'off' } }, ['error exec-not-enabled']],
    [{ failOn: 'never' }, ['warning logging-not-overridden', 'warning exec-not-enabled']],
  ])('%j', (options, expected) => {
    expect(named(validate(project(), { options }))).toEqual(expected);
  });

  test.each<[EcsExecLintOptions, boolean]>([
    [{}, true],
    [{ failOn: 'warning' }, false],
    [{ maxWarnings: 1 }, false],
    [{ maxWarnings: 2 }, true],
  ])('%j with two warnings', (options, success) => {
    const rules = { 'exec-not-enabled': 'warning', 'logging-not-overridden': 'warning' } as const;
    const report = validate(project(), { options: { ...options, rules } });
    // By severities alone the CDK decides again once something is acknowledged.
    expect([report.success, named(report).every(each => each.startsWith('warning'))]).toEqual([
      success,
      success,
    ]);
  });

  test('may ask for what could not be decided, which fails nothing', () => {
    const options: EcsExecLintOptions = { pedantic: true, failOn: 'info', only: ['task-role-missing'] };
    expect(validate(project(), { options })).toMatchObject({
      success: true,
      violations: [{ ruleName: 'task-role-missing', severity: 'info' }],
    });
  });

  test('give parameters, which some template has to declare', () => {
    const cwd = project();
    const path = join(cwd, 'cdk.out', 'Web.template.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text
        .replace('"LaunchType"', '"EnableExecuteCommand": {"Ref": "Exec"}, "LaunchType"')
        .replace('{', '{"Parameters": {"Exec": {"Type": "String"}},'),
    );
    const about = (parameters: EcsExecLintOptions['parameters']): readonly string[] =>
      named(validate(cwd, { options: parameters ? { parameters } : {} })).filter(each =>
        /exec-not/.test(each),
      );
    expect([about(undefined), about({ Exec: true }), about({ Exec: false })]).toEqual([[], [], [BOTH[1]]]);
    expect(failure(cwd, { options: { parameters: { Exek: false } } })).toContain('Exek');
  });

  test('are refused where they, or a rule, are not known', () => {
    const wrong: object = { failsOn: 'warning' };
    expect(() => new EcsExecLint(wrong)).toThrow('There is no setting `failsOn`: did you mean `failOn`?');
    expect(() => new EcsExecLint({ only: ['exec-not-enable'] })).toThrow(
      'There is no rule `exec-not-enable`.',
    );
  });

  test('choose the language', () => {
    expect(validate(project(), { options: { lang: 'ja' } }).violations[1]?.fix).toMatch(
      /enableExecuteCommand: true.*。$/,
    );
  });
});

describe('the app', () => {
  const cwd = (): string => {
    const at = project();
    const stage = join(at, 'cdk.out', 'assembly-Prod');
    mkdirSync(stage);
    for (const each of readdirSync(join(at, 'cdk.out')).filter(name => name.endsWith('.json')))
      renameSync(join(at, 'cdk.out', each), join(stage, each));
    const manifest = JSON.parse(readFileSync(join(stage, 'manifest.json'), 'utf8'));
    const { Tree, ...artifacts } = manifest.artifacts;
    writeFileSync(join(stage, 'manifest.json'), JSON.stringify({ ...manifest, artifacts }));
    renameSync(join(stage, 'tree.json'), join(at, 'cdk.out', 'tree.json'));
    const prod = { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } };
    const outer = {
      type: 'aws:cloudformation:stack',
      properties: { templateFile: 'Outer.template.json' },
    };
    writeFileSync(
      join(at, 'cdk.out', 'manifest.json'),
      JSON.stringify({ version: '48.0.0', artifacts: { Tree, Prod: prod, Outer: outer } }),
    );
    const service = { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: 'a', Cluster: 'shared' } };
    writeFileSync(
      join(at, 'cdk.out', 'Outer.template.json'),
      JSON.stringify({ Resources: { Service: service } }),
    );
    return at;
  };
  const stage = ['assembly-Prod/Shared', 'assembly-Prod/Web'];

  test('is one system with all of its stages', () => {
    expect(named(validate(cwd(), { templates: ['Outer', ...stage] }))).toEqual([
      'error exec-not-enabled',
      ...BOTH,
    ]);
  });

  test('is not reported on outside of the stage that the plugin was added to', () => {
    expect(named(validate(cwd(), { templates: stage }))).toEqual(BOTH);
  });

  test('may have nested templates, which the CDK does not name', () => {
    const at = project();
    const out = join(at, 'cdk.out');
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    manifest.artifacts.Assets = { type: 'cdk:asset-manifest', properties: { file: 'Web.assets.json' } };
    writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest));
    const files = {
      a: { source: { path: 'WebApi.nested.template.json', packaging: 'file' } },
      b: { source: { path: '../outside.template.json', packaging: 'file' } },
    };
    writeFileSync(join(out, 'Web.assets.json'), JSON.stringify({ files }));
    renameSync(join(out, 'Web.template.json'), join(out, 'WebApi.nested.template.json'));
    writeFileSync(
      join(out, 'Web.template.json'),
      `{"Resources": {"Api": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": "https://x/y.json"},
        "Metadata": {"aws:asset:path": "WebApi.nested.template.json", "aws:asset:property": "TemplateURL"}}}}`,
    );
    const { violations } = validate(at);
    expect(violations.map(each => each.violatingResources[0]?.templatePath)).toContain(
      join(out, 'WebApi.nested.template.json'),
    );
  });

  test('may be written elsewhere, as for its own tests', () => {
    const at = project({ '.ecs-exec-lint.yml': 'ignorePatterns: [cdk.out/Shared.*]' });
    const elsewhere = project();
    vi.spyOn(process, 'cwd').mockReturnValue(at);
    const templatePaths = ['Shared', 'Web'].map(each => join(elsewhere, 'cdk.out', `${each}.template.json`));
    const report = new EcsExecLint().validate({ templatePaths, stackTemplates: [] });
    vi.restoreAllMocks();
    expect(report.violations).toMatchObject([
      {
        ruleName: 'exec-not-enabled',
        fix: 'In the CDK app, set `enableExecuteCommand: true` on `FargateService Web/Orders`.',
        violatingResources: [{ templatePath: templatePaths[1] }],
      },
    ]);
  });

  test('is no success where a template takes too much to judge', () => {
    const report = { ...lint([], DEFAULT_OPTIONS), notAnalyzed: ['cdk.out/Web.template.json'] };
    const context = {
      words: english,
      pedantic: false,
      severityOf: same,
      paths: new Map(),
      stacks: new Map(),
    };
    expect(policyReport(report, [], context)).toMatchObject({
      success: false,
      violations: [
        {
          ruleName: 'not-validated',
          severity: 'fatal',
          description:
            'cdk.out/Web.template.json: not checked because it would take too long; no real template does.',
        },
      ],
    });
  });

  test('is not judged where a template cannot be read', () => {
    const at = project();
    writeFileSync(join(at, 'cdk.out', 'Web.template.json'), ' '.repeat(2_100_000));
    expect(failure(at)).toBe('Nothing was validated: cdk.out/Web.template.json: it is larger than 2 MB.');
  });
});

describe('what is acknowledged', () => {
  const acknowledging = (path: string, id: string): ValidatedConstruct => {
    const rules = (at: string): object => (at === path ? { [id]: 'Nobody needs a shell there.' } : {});
    const web = construct('Web', [construct('Web/Orders', [], rules('Web/Orders'))], rules('Web'));
    return construct('', [construct('Shared', [], rules('Shared')), web], rules(''));
  };

  test.each(['', 'Web', 'Web/Orders'])(
    'on %j fails nothing, and is there for the report of the CDK',
    path => {
      const app = acknowledging(path, 'ecs-exec-lint::exec-not-enabled');
      const report = validate(project(), { app, options: { skip: ['logging-not-overridden'] } });
      expect([report.success, named(report)]).toEqual([true, [BOTH[1]]]);
    },
  );

  test.each([
    ['Shared', 'ecs-exec-lint::exec-not-enabled'],
    ['Web/Order', 'ecs-exec-lint::exec-not-enabled'],
    ['Web', 'ecs-exec-lint::logging-not-overridden'],
    ['Web', 'Other::exec-not-enabled'],
  ])('on %j by %j is another one', (path, id) => {
    const options: EcsExecLintOptions = { skip: ['logging-not-overridden'] };
    expect(validate(project(), { app: acknowledging(path, id), options }).success).toBe(false);
  });

  test('is not asked of the other rules either', () => {
    const cwd = project();
    const path = join(cwd, 'cdk.out', 'Web.template.json');
    const task =
      '"Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"ContainerDefinitions": [{"Name": "a", "Image": "b"}]}}';
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace('"orders:1"', '{"Ref": "Task"}')
        .replace('"Resources": {', `"Resources": {${task},`),
    );
    expect(named(validate(cwd))).toContain('error task-role-missing');
    const app = acknowledging('Web', 'ecs-exec-lint::exec-not-enabled');
    expect(named(validate(cwd, { app }))).toEqual([BOTH[1]]);
  });
});

describe('warnings', () => {
  const options: EcsExecLintOptions = { failOn: 'never' };

  test('are printed where the CDK prints nothing of a success', () => {
    expect(validate(project(), { options, isOld: true }).printed[1]).toBe(
      'ecs-exec-lint: warning: Service `OrdersService1A2B3C4D` does not set `EnableExecuteCommand`: every `execute-command` on it is refused. In the CDK app, set `enableExecuteCommand: true` on `FargateService Web/Orders`. (aws_ecs.FargateService Web/Orders \u00b7 lib/web.ts:6:10, called at lib/app.ts:12:5) [exec-not-enabled]',
    );
  });

  test('are left to the CDK where it prints them', () => {
    expect(validate(project(), { options }).printed).toEqual([]);
    expect(validate(project(), { isOld: true }).printed).toEqual([]);
  });
});
