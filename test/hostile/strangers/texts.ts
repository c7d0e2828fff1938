import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked, type Token } from 'marked';
import type { Log } from 'sarif';
import { expect } from 'vitest';
import { FORMAT_NAMES, type FormatName } from '../../../src/cli/core/formats.ts';
import { readXml } from '../../report/readers.ts';
import { OBEYED } from '../../report/support.ts';
import type { Trial } from '../trial.ts';

/** Text that a CI runner, a terminal, a browser or a Markdown renderer would act on. */
const COMMANDS: readonly string[] = [
  '::set-output name=x::y',
  '##[set-output name=x]y',
  '##vso[task.setvariable variable=x]y',
  "##teamcity[buildProblem description='x']",
  '\u001b[2J\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  '\u009b31m\u0085\u2028\u2029next line',
  '\u202egpj.lmy\u2066 \u200b\u00ad\ufeff',
  '` ![i](https://evil.example/i.png) [l](https://evil.example) <https://evil.example>',
  '`<img src=x onerror=alert(1)><script>alert(1)</script> ]]> --> {{7*7}} ${7*7}',
  '` @everyone #1 https://evil.example | x',
];
const FILE = 'templates/` ![i](https:evil.example) ##teamcity[x] ::set-output\u2028\u202e.json';

/** Each of them as a logical id, a description, a condition and a rule to ignore. */
const TEMPLATE = JSON.stringify({
  Description: COMMANDS.join('\n'),
  Parameters: Object.fromEntries(
    COMMANDS.map((text, i) => [`P${i} ${text}`, { Type: 'String', Description: text }]),
  ),
  Conditions: Object.fromEntries(
    COMMANDS.map((text, i) => [`C${i} ${text}`, { 'Fn::Equals': [{ Ref: `P${i} ${text}` }, text] }]),
  ),
  Resources: Object.fromEntries(
    COMMANDS.map((text, i) => [
      `S${i} ${text}`,
      {
        Type: 'AWS::ECS::Service',
        Condition: `C${i} ${text}`,
        Properties: { Cluster: text, TaskDefinition: { Ref: `T ${text}` } },
        Metadata: { 'ecs-exec-lint': { ignore: [{ rule: text, reason: text }] } },
      },
    ]),
  ),
});

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG' };

/** Keys on the lines that a report quotes. */
const WITH_KEYS = `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {EnableExecuteCommand: true, Cluster: shared, TaskDefinition: !Ref Task}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: app
          Image: app
          Environment:
${Object.entries(KEYS)
  .map(([name, value]) => `            - {Name: ${name}, Value: ${value}}\n`)
  .join('')}`;

const ALL = ['--pedantic', ...FORMAT_NAMES.flatMap(format => ['-f', `${format}=report.${format}`])];
const WRITES = FORMAT_NAMES.map(each => `report.${each}`);

const reportIn = (cwd: string, format: FormatName): string =>
  readFileSync(join(cwd, `report.${format}`), 'utf8');

/** No terminal, and no CI runner that reads it as its log, would act on it. */
function expectInert(text: string, own = /^$/): void {
  expect(text).not.toMatch(OBEYED);
  const lines = text.split('\n').filter(each => !own.test(each));
  expect(lines.filter(each => /^\s*::|##\[|##vso\[|##teamcity\[/i.test(each))).toEqual([]);
}

/** The links, pictures and HTML that a text in Markdown has, without those of the documentation. */
function active(markdown: string): readonly string[] {
  const found: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), token => void found.push(token));
  return found
    .filter(each => ['link', 'image', 'html'].includes(each.type))
    .map(each => each.raw)
    .filter(each => each.trim() !== '<!-- -->' && !each.includes('https://docs.aws.amazon.com/'));
}

interface Reviewdog {
  readonly diagnostics: readonly { readonly message: string }[];
}

/** Text of templates in reports, as their readers take it. */
export const STRANGE_TEXTS: readonly Trial[] = [
  {
    name: 'commands for runners and terminals, Markdown, HTML and bidirectional controls as names, descriptions, ignores and the name of a file, in every format',
    files: () => ({ [FILE]: TEMPLATE }),
    args: ALL,
    writes: WRITES,
    isRace: true,
    after: (cwd, { out, err }) => {
      expect(JSON.parse(reportIn(cwd, 'json')).findings.length).toBeGreaterThanOrEqual(COMMANDS.length);
      for (const text of [out, err]) expectInert(text);
      for (const format of FORMAT_NAMES)
        expectInert(reportIn(cwd, format), format === 'github' ? /^::\w+ [^:]*::/ : undefined);
      expect(active(reportIn(cwd, 'markdown'))).toEqual([]);
      expect(() => readXml(reportIn(cwd, 'junit'))).not.toThrow();
      return 'shown, and inert';
    },
  },
  {
    name: 'the same in `rdjson`, whose messages become comments in Markdown, and in `sarif`, whose viewers follow links',
    files: () => ({ [FILE]: TEMPLATE }),
    args: ALL,
    writes: WRITES,
    isRace: true,
    after: cwd => {
      const { diagnostics }: Reviewdog = JSON.parse(reportIn(cwd, 'rdjson'));
      const { runs }: Log = JSON.parse(reportIn(cwd, 'sarif'));
      const results = runs.flatMap(each => each.results ?? []);
      expect(diagnostics.length).toBeGreaterThanOrEqual(COMMANDS.length);
      expect(results.length).toBe(diagnostics.length);
      expect(diagnostics.flatMap(each => active(each.message))).toEqual([]);
      // Results link to what is related by its id, and nowhere else.
      expect(results.flatMap(each => active(each.message.markdown ?? ''))).toEqual(
        results.flatMap(each => each.relatedLocations ?? []).map(() => expect.stringMatching(/\]\(\d+\)$/)),
      );
      expect(results.filter(each => /\]\((?!\d+\))/.test(each.message.text ?? ''))).toEqual([]);
      return 'no link, no picture, no HTML';
    },
  },
  {
    name: 'AWS keys in the environment of a container, in every format',
    files: () => ({ 'a.yml': WITH_KEYS }),
    args: ALL,
    writes: WRITES,
    after: (cwd, { out, err }) => {
      const reports = [out, err, ...FORMAT_NAMES.map(each => reportIn(cwd, each))];
      expect(reportIn(cwd, 'json')).toContain('"ruleId": "aws-keys-in-environment"');
      for (const key of Object.values(KEYS))
        expect(reports.filter(each => each.includes(key.slice(0, 12)))).toEqual([]);
      return 'no key is shown';
    },
  },
];
