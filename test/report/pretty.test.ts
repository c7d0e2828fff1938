import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, parse } from '../../src/index.ts';
import { frame } from '../../src/report/code-frame.ts';
import { pretty } from '../../src/report/pretty.ts';
import { isSimple, simpleWidth } from '../../src/report/width.ts';
import { FAULTY, READY, whole } from '../cli/harness.ts';
import { report, reportOn, VIEW } from './support.ts';

/** A frame around the only `<…>` of a text. */
function around(marked: string, columns = 80): readonly string[] {
  const text = marked.replace(/[<>]/g, '');
  const [start, end] = [marked.indexOf('<'), marked.indexOf('>') - 1];
  const line = text.slice(0, start).split('\n').length;
  const at = (offset: number): { line: number; column: number; offset: number } => ({
    line,
    column: 1,
    offset,
  });
  const range = { start: at(start), end: at(end) };
  return frame(text, [{ range, label: undefined }], 'error', { ...VIEW, columns }).split('\n');
}

describe('a frame', () => {
  test('underlines', () => {
    expect(around('a: 1\nb: <two> # c\n')).toEqual(['  |', '2 | b: two # c', '  |    ^^^']);
  });

  test('lines up under wide characters', () => {
    expect(around('名前: <サービス> # 注\n')).toEqual([
      '  |',
      '1 | 名前: サービス # 注',
      '  |       ^^^^^^^^',
    ]);
    expect(around('a: "👨‍👩‍👧é" <b>\n')[2]).toBe('  |          ^');
  });

  test('lines up after tabs, a byte order mark and escapes', () => {
    expect(around('\tb: <two>\n')).toEqual(['  |', '1 |     b: two', '  |        ^^^']);
    expect(around('\uFEFFb: <two>\n')).toEqual(['  |', '1 | b: two', '  |    ^^^']);
    expect(around('b: \u001b <two>\n')).toEqual(['  |', '1 | b: \\u001b two', '  |           ^^^']);
  });

  test('does not show the CR of a line end', () => {
    expect(around('a: <b>\r\nc: d\r\n')).toEqual(['  |', '1 | a: b', '  |    ^']);
  });

  test('marks the end of a text', () => {
    expect(around('a: {\n<>')).toEqual(['  |', '2 |', '  | ^']);
  });

  test('shows only a part of a long line', () => {
    const [, source = '', marks = ''] = around(
      `{"a": "${'x'.repeat(5000)}", "<key>": "${'y'.repeat(5000)}"}`,
    );
    expect(source.length).toBeLessThanOrEqual(80);
    expect(source.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('key');
    expect(source).toMatch(/^1 \| \.\.\.x.*y\.\.\.$/);
  });
});

describe('the pretty report', () => {
  test('stays within 80 columns, source lines aside', () => {
    const text = pretty(report(FAULTY), { ...VIEW, pedantic: true });
    const lines = text.split('\n').filter(line => !/^ *\d+ \|/.test(line));
    expect(lines.filter(line => stringWidth(line) > 80)).toEqual([]);
  });

  test('says within a finding why it has no fix, and below what a run could not fix', () => {
    const said = lint([parse('a.yml', whole('loops.yml'))], DEFAULT_OPTIONS);
    const note = /^ {3}= note: No fix: The text stands for several resources/m;
    const block = /^Not fixed in a\.yml:$/m;
    const [checked, fixing] = [false, true].map(isFixing => pretty(said, { ...VIEW, isFixing }));
    expect([note, block].map(each => each.test(checked ?? ''))).toEqual([true, false]);
    expect([note, block].map(each => each.test(fixing ?? ''))).toEqual([false, true]);
  });

  test('names the command that explains the rule', () => {
    const text = pretty(report(FAULTY), VIEW);
    expect(text).toContain('   = help: ecs-exec-lint --explain exec-not-enabled\n');
    expect(text).not.toContain('= docs:');
  });

  test('names file, line and column of every finding', () => {
    const all = report(FAULTY);
    const text = pretty(all, VIEW);
    for (const { range } of all.findings)
      expect(text).toContain(`--> a.yml:${range.start.line}:${range.start.column}\n`);
  });
});

describe('below a service that is not ready', () => {
  const app = (cluster: string, task = '!Ref Task', role = '!GetAtt Role.Arn'): string => `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: ${cluster}
      TaskDefinition: ${task}
      EnableExecuteCommand: true
      LaunchType: FARGATE
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-0a1b2c3d4e5f60718] } }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { TaskRoleArn: ${role}, ContainerDefinitions: [{ Name: app, Image: app }] }
  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: 'https://x/nested/stack.yml' } }
`;
  const resources = `Resources:
  Cluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: prod } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { Family: web, ContainerDefinitions: [] } }
  Role: { Type: AWS::IAM::Role, Properties: { RoleName: app, AssumeRolePolicyDocument: { Statement: [] } } }
Outputs:
  Cluster: { Value: !Ref Cluster, Export: { Name: exported } }
`;
  /** What is printed below the line about the service, the wrapped lines as one. */
  const below = (text: string): readonly string[] => {
    const templates = { 'app.yml': text, 'a/nested/stack.yml': resources, 'b/nested/stack.yml': resources };
    const all = pretty(reportOn(templates), { ...VIEW, pedantic: false }).replace(/\n {3,}/g, ' ');
    const [, lines = ''] = /^service Service .*\n((?: {2}.*\n)*)/m.exec(all) ?? [];
    return lines.split('\n').map(each => each.trim());
  };

  test.each([
    [
      '!ImportValue exported',
      undefined,
      '`Cluster` of a/nested/stack.yml or `Cluster` of b/nested/stack.yml',
    ],
    ['prod', undefined, '`Cluster` of a/nested/stack.yml or `Cluster` of b/nested/stack.yml'],
    ['!GetAtt Nested.Outputs.Cluster', undefined, 'a/nested/stack.yml or b/nested/stack.yml'],
    [
      '!GetStackOutput { StackName: other, OutputName: Cluster }',
      undefined,
      'a/nested/stack.yml or b/nested/stack.yml',
    ],
    ['other', 'web', '`Task` of a/nested/stack.yml or `Task` of b/nested/stack.yml'],
  ])('the templates are named of which several fit: %s', (cluster, task, candidates) => {
    const found = below(app(cluster, task)).filter(each => each.includes(candidates));
    expect(found).toHaveLength(1);
  });

  test('a role is named that several templates have', () => {
    const found = below(app('other', '!Ref Task', 'arn:aws:iam::123456789012:role/app'));
    expect(found.join(' ')).toContain('`Role` of a/nested/stack.yml or `Role` of b/nested/stack.yml');
  });

  test('it says why the network is not visible', () => {
    const [, ...rest] = below(app('other'));
    expect(rest).toEqual([
      'network not visible: the VPC of the tasks is not known (the value does not point to a resource of this template)',
      '',
    ]);
  });

  test('nothing more is said of one that is ready', () => {
    const all = pretty(reportOn({ 'app.yml': app('other'), 'ready.yml': READY }), VIEW);
    expect(all).toMatch(/^service Service \(ready\.yml:\d+\) is ready\n {2}opens: yes.*\n\n/m);
  });
});

test('simple widths are those that string-width gives', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code <= 0xffff; code++) {
    const character = String.fromCharCode(code);
    const isControl = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character);
    if (!isControl && isSimple(character) && simpleWidth(character) !== stringWidth(character))
      wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
  expect(isSimple(FAULTY)).toBe(true);
  expect(isSimple('👍')).toBe(false);
});
