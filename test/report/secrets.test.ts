import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES, loadFormat } from '../../src/cli/core/formats.ts';
import { DEFAULT_OPTIONS, fix, lint, parse, type Report } from '../../src/index.ts';
import { folder, run } from '../cli/harness.ts';
import { VIEW } from './support.ts';

/** The one that AWS uses in its documentation. */
const KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const OPTIONS = { ...DEFAULT_OPTIONS, pedantic: true, picture: true };

const SERVICE = `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties: {Cluster: a, TaskDefinition: !Ref Task, EnableExecuteCommand: true}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
`;
const ROLE = `  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}}}
`;

function task(containers: string): string {
  return `${SERVICE}      ContainerDefinitions: ${containers}\n${ROLE}`;
}

const block = (value: string): string =>
  task(`
        - Name: app
          Environment:
            - Name: AWS_SECRET_ACCESS_KEY
              Value: ${value}`);

const TEMPLATES: Readonly<Record<string, string>> = {
  'on a line of its own': block(KEY),
  'in quotes': block(`"${KEY}"`),
  'in a block': block(`>-\n                ${KEY}`),
  'on the line below': block(`\n                ${KEY}`),
  'under a lower-case name': block(KEY).replace('Name: AWS', 'name: AWS').replace('Value:', 'value:'),
  'of another variable': block(KEY).replace('AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'),
  'on the line of its container': task(
    `[{Name: app, Environment: [{Name: AWS_SECRET_ACCESS_KEY, Value: ${KEY}}]}]`,
  ),
  'on one line of JSON': JSON.stringify({
    Resources: {
      Web: { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: { Ref: 'Task' } } },
      Task: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: {
          ContainerDefinitions: [{ Name: 'a', Environment: [{ Value: KEY, Name: 'AWS_SECRET_ACCESS_KEY' }] }],
        },
      },
    },
  }),
  'in a function': block(`!Sub '${KEY}'`),
  'in a branch': block(`!If [A, !Ref B, ${KEY}]`),
  'in a default': `Parameters: {Key: {Type: String, Default: ${KEY}}}\n${block('!Ref Key')}  X: {Ref: Key}\n  Y: null\n`,
  'behind an anchor': block(`&key ${KEY}`).replace('Role:\n', 'Role: # *key\n'),
  'repeated in a comment': block(`${KEY} # was ${KEY}`),
  'in the overrides of a schedule': `${SERVICE.replace('      TaskRoleArn: !GetAtt Role.Arn\n', '')}  Rule:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{Id: a, Arn: b, RoleArn: c, EcsParameters: {TaskDefinitionArn: !Ref Task, EnableExecuteCommand: true}, Input: '{"containerOverrides": [{"name": "app", "environment": [{"name": "AWS_SECRET_ACCESS_KEY", "value": "${KEY}"}]}]}'}]
`,
  'in a template that cannot be read': block(`|${KEY}`),
  'in one that is cut off': `${block(KEY)}  Web: [`,
  'on the line that cannot be read': block(`{${KEY}`),
};

describe.each(Object.entries(TEMPLATES))('an AWS key %s', (_, text) => {
  const said = lint([parse('a.yml', text)], OPTIONS);

  test('is known as such', () => {
    expect(said.secrets.map(({ start, end }) => text.slice(start, end)).join()).toContain(KEY);
  });

  test.each(FORMAT_NAMES)('is in no report: %s', async format => {
    const render = await loadFormat(format);
    const after = (await fix([parse('a.yml', text)], { ...OPTIONS, unsafe: true })).report;
    for (const each of [said, after]) expect(render(each, VIEW)).not.toContain(KEY.slice(0, 12));
  });
});

test('the line of a key is shown all the same, with what else is in it', async () => {
  const text = TEMPLATES['on the line of its container'] ?? '';
  const shown = (await loadFormat('pretty'))(lint([parse('a.yml', text)], OPTIONS), {
    ...VIEW,
    columns: 200,
  });
  expect(shown).toContain(`{Name: AWS_SECRET_ACCESS_KEY, Value: ${'*'.repeat(KEY.length)}}]}]`);
});

test('a short one is masked where it stands, and no word elsewhere', async () => {
  const text = block('app').replace('Name: app\n', 'Name: app # app\n');
  const shown = (await loadFormat('pretty'))(
    lint(
      [
        parse(
          'a.yml',
          `${text}`.replace(
            /\n {10}Environment:\n {12}- (.*)\n {14}(.*)/,
            '\n          Environment: [{$1, $2}]',
          ),
        ),
      ],
      OPTIONS,
    ),
    VIEW,
  );
  expect(shown).toContain('Value: ***}]');
  expect(shown).toContain('Container `app`');
});

test('what is not a key is shown', () => {
  const text = block(KEY).replace('AWS_SECRET_ACCESS_KEY', 'AWS_SECRET_ACCESS_KEY_FILE');
  expect(lint([parse('a.yml', text)], OPTIONS).secrets).toEqual([]);
});

test('edits that would hold a key are left out of reports', async () => {
  const said = lint([parse('a.yml', block(KEY))], OPTIONS);
  const findings: Report['findings'] = said.findings.flatMap(each =>
    each.fix
      ? [{ ...each, fix: { ...each.fix, splices: [{ file: 'a.yml', start: 0, end: 0, text: `# ${KEY}` }] } }]
      : [],
  );
  expect(findings.length).toBeGreaterThan(0);
  for (const format of ['json', 'sarif', 'rdjson'] as const) {
    const text = (await loadFormat(format))({ ...said, findings }, VIEW);
    expect(text).not.toContain(KEY);
    // Lines around a result are quoted, with the key masked.
    expect(text.replace(/"snippet": \{[^{}]*\}/g, '')).not.toContain('***');
  }
});

describe('the command line', () => {
  test('says nothing of it beside the report either', () => {
    const cwd = folder({ 'a.yml': block(`|${KEY}`) });
    const { out, err } = run(cwd, ['a.yml', '--only', 'exec-not-enabled']);
    expect(err).toContain('a.yml:13');
    expect(out + err).not.toContain(KEY.slice(0, 12));
  });
});
