import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, type Options, parse, type Report } from '../src/index.ts';

function report(text: string, options: Partial<Options> = {}, file = 'a.yml'): Report {
  return lint([parse(file, text)], { ...DEFAULT_OPTIONS, ...options });
}

/** What is left of the findings of a template: rule and resource. */
function found(text: string, options: Partial<Options> = {}, file = 'a.yml'): readonly string[] {
  return report(text, options, file).findings.map(each => `${each.ruleId} ${each.resource ?? ''}`.trim());
}

const service = (id: string, key = '', type = '', properties = ''): string =>
  `  ${id}:${key}\n    Type: AWS::ECS::Service${type}\n    Properties:${properties}\n      Cluster: shared\n      TaskDefinition: app\n`;

const IGNORE = '# ecs-exec-lint: ignore[exec-not-enabled] nobody needs a shell';
const BOTH: readonly string[] = ['exec-not-enabled Web', 'exec-not-enabled Worker'];

describe('a comment', () => {
  test.each([
    ['at the key', `Resources:\n${service('Web', ` ${IGNORE}`)}${service('Worker')}`],
    ['above the key', `Resources:\n  ${IGNORE}\n${service('Web')}${service('Worker')}`],
    [
      'above the key, indented in another way',
      `Resources:\n${IGNORE}\n${service('Web')}${service('Worker')}`,
    ],
    [
      'above the key, among others',
      `Resources:\n  ${IGNORE}\n  # ecs-exec-lint: ignore[parse-error]\n  # our shop\n${service('Web')}${service('Worker')}`,
    ],
    [
      'behind that of another tool',
      `Resources:\n${service('Web', ` # cfn-lint: ignore ${IGNORE}`)}${service('Worker')}`,
    ],
    ['with CRLF', `Resources:\n  ${IGNORE}\n${service('Web')}${service('Worker')}`.replaceAll('\n', '\r\n')],
    [
      'with several rules',
      `Resources:\n${service('Web', ' # ecs-exec-lint: ignore[parse-error, exec-not-enabled]')}${service('Worker')}`,
    ],
    [
      'written with less care',
      `Resources:\n${service('Web', ' #ecs-exec-lint ignore [ exec-not-enabled ,]because')}${service('Worker')}`,
    ],
  ])('%s covers the resource', (_, text) => {
    expect(found(text, { skip: ['parse-error'] })).toEqual(['exec-not-enabled Worker']);
    expect(report(text).ignored).toBe(1);
  });

  test.each([
    ['on a line that has no finding', service('Web', '', ` ${IGNORE}`)],
    ['above a line that has none', service('Web', '', '', `\n      ${IGNORE}`)],
    ['above an empty line', `  ${IGNORE}\n\n${service('Web')}`],
    ['below all', `${service('Web')}  ${IGNORE}\n`],
  ])('%s covers nothing', (_, text) => {
    expect(found(`Resources:\n${text}`)).toEqual(expect.arrayContaining(['exec-not-enabled Web']));
    expect(found(`Resources:\n${text}`)).toContain('unused-ignore');
  });

  test('covers a line', () => {
    const off = 'EnableExecuteCommand: false';
    const text = `Resources:\n${service('Web', '', '', `\n      ${IGNORE}\n      ${off}`)}${service('Worker', '', '', `\n      ${off} ${IGNORE}`)}`;
    expect(found(text)).toEqual([]);
    expect(report(text).ignored).toBe(2);
  });

  test('in a text is none', () => {
    const text = `Resources:\n${service('Web')}    Metadata:\n      Notes: |\n        ${IGNORE}\n      More: "${IGNORE}"\n`;
    expect(found(text)).toEqual(['exec-not-enabled Web']);
  });

  test('for the whole file', () => {
    const text = `${IGNORE.replace('ignore', 'ignore-file')}\nResources:\n${service('Web')}${service('Worker')}`;
    expect(found(text)).toEqual([]);
    expect(report(text).ignored).toBe(2);
  });

  test('in a loop covers what stands for all turns', () => {
    const body = service('Service${App}', ` ${IGNORE}`).replace(/^(?=.)/gm, '      ');
    const text = `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Apps:\n    - App\n    - [A, B]\n    -\n${body}${service('Web')}`;
    expect(found(text)).toEqual(['exec-not-enabled Web']);
    expect(found(text.replace(IGNORE, '')).length).toBeGreaterThan(1);
  });

  test('does not cover other rules', () => {
    expect(found(`Resources:\n${service('Web', ' # ecs-exec-lint: ignore[parse-error]')}`)).toEqual([
      'exec-not-enabled Web',
      'unused-ignore',
    ]);
  });

  test('changes nothing where the text cannot be read', () => {
    const text = `# ecs-exec-lint: ignore-file[parse-error]\nResources:\n  A: {\n`;
    expect(found(text)).toEqual(['parse-error']);
  });
});

describe('metadata', () => {
  const template = (metadata: unknown, resource: unknown): string =>
    JSON.stringify({
      Metadata: metadata,
      Resources: {
        Web: { Type: 'AWS::ECS::Service', Metadata: resource, Properties: {} },
        Worker: { Type: 'AWS::ECS::Service', Properties: {} },
      },
    });

  test.each([
    ['a rule', 'exec-not-enabled'],
    ['a list', ['exec-not-enabled']],
    ['with a reason', [{ rule: 'exec-not-enabled', reason: 'nobody needs a shell' }]],
  ])('of a resource, %s', (_, ignore) => {
    const text = template({}, { 'ecs-exec-lint': { ignore } });
    expect(found(text, {}, 'a.json')).toEqual(['exec-not-enabled Worker']);
  });

  test('of the template', () => {
    expect(found(template({ 'ecs-exec-lint': { ignore: ['exec-not-enabled'] } }, {}), {}, 'a.json')).toEqual(
      [],
    );
  });

  test('of something else', () => {
    expect(found(template({ 'cfn-lint': { ignore: ['exec-not-enabled'] } }, {}), {}, 'a.json')).toEqual(BOTH);
  });
});

describe('what is ignored', () => {
  const EXEC_OFF = `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task } #
  Cluster: { Type: AWS::ECS::Cluster }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [] } } #
`;

  test('is not fixed', () => {
    const text = EXEC_OFF.replace('Web:', 'Web: # ecs-exec-lint: ignore[exec-not-enabled]');
    expect(report(text).findings.flatMap(each => each.fix?.title ?? [])).toEqual([]);
  });

  test('takes a service, and the cluster that only it uses, out of the scope', () => {
    expect(found(EXEC_OFF)).toEqual([
      'exec-not-enabled Web',
      'logging-not-overridden Cluster',
      'task-role-missing Task',
    ]);
    const text = EXEC_OFF.replace('Web:', 'Web: # ecs-exec-lint: ignore[exec-not-enabled]');
    expect(found(text)).toEqual([]);
    expect(report(text).services).toEqual([]);
    const shared = text.replace(
      '  Cluster:',
      `${service('Worker').replace('shared', '!Ref Cluster')}  Cluster:`,
    );
    expect(found(shared)).toEqual(['exec-not-enabled Worker', 'logging-not-overridden Cluster']);
  });

  test('leaves a service in the scope where it has exec on', () => {
    const text = EXEC_OFF.replace('Web:', 'Web: # ecs-exec-lint: ignore[exec-not-enabled]').replace(
      '!Ref Task }',
      '!Ref Task, EnableExecuteCommand: !If [Prod, false, true] }',
    );
    const conditional = `Parameters: { Stage: { Type: String } }\nConditions: { Prod: !Equals [!Ref Stage, prod] }\n${text}`;
    expect(found(conditional)).toEqual(['logging-not-overridden Cluster', 'task-role-missing Task']);
  });

  test('does not keep a service from being ready', () => {
    const text = EXEC_OFF.replaceAll('#', '# ecs-exec-lint: ignore[exec-not-enabled, task-role-missing] mine')
      .replace('!Ref Task }', '!Ref Task, EnableExecuteCommand: true }')
      .replace('!Ref Cluster', '!ImportValue cluster');
    const [web] = report(text).services;
    const check = web?.checks.find(each => each.id === 'task-role-missing');
    expect(check).toMatchObject({ status: 'pass', detail: 'Ignored: mine' });
    expect(web?.verdict).toBe('undecided');
  });

  test('is shown on demand, and then nothing is said of ignores', () => {
    const text = `Resources:\n${service('Web', ` ${IGNORE}`)}${service('Worker', ' # ecs-exec-lint: ignore[x]')}`;
    expect(found(text, { respectIgnores: false })).toEqual(BOTH);
    expect(report(text, { respectIgnores: false }).ignored).toBe(0);
  });

  test('counts only as far as it would be shown', () => {
    const text = `Resources:\n${service('Web', ` ${IGNORE}`)}`;
    expect(report(text, { only: ['parse-error'] }).ignored).toBe(0);
  });

  test('is not called unused where its rule is skipped', () => {
    expect(found(`Resources:\n${service('Web', ` ${IGNORE}`)}`, { skip: ['exec-not-enabled'] })).toEqual([]);
  });

  test('may be what is said of ignores', () => {
    const text = `# ecs-exec-lint: ignore-file[unused-ignore, unknown-ignore]\nResources:\n${service('Web', ' # ecs-exec-lint: ignore[x, task-role-missing, exec-not-enabled]')}`;
    expect(found(text)).toEqual([]);
    expect(report(text).ignored).toBe(3);
  });
});

describe('from outside', () => {
  const text = `Resources:\n${service('Web')}${service('Worker')}`;

  test('what the configuration ignores is left out', () => {
    const ignores: Options['ignores'] = ({ ruleId, file, resource }) =>
      ruleId === 'exec-not-enabled' && file === 'a.yml' && resource === 'Web' ? 'said so' : undefined;
    expect(found(text, { ignores })).toEqual(['exec-not-enabled Worker']);
    expect(report(text, { ignores }).services.map(each => each.resource)).toEqual(['Worker']);
    expect(found(text, { ignores, respectIgnores: false })).toEqual(BOTH);
  });

  test('severities count in place of those of the rules', () => {
    const severities = { 'exec-not-enabled': 'warning' } as const;
    const { findings, services } = report(text, { severities });
    expect(findings.map(each => each.severity)).toEqual(['warning', 'warning']);
    expect(services.map(each => each.verdict)).toEqual(['undecided', 'undecided']);
    expect(found(text, { severities: { 'exec-not-enabled': 'info' } })).toEqual([]);
  });
});
