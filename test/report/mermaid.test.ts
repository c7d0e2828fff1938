import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, mermaid, parse, type Report } from '../../src/index.ts';
import { allFixtures, FIXTURES, read } from '../fixtures.ts';
import { EVIL, EVIL_FILE } from './support.ts';

// Mermaid cleans labels as it reads them, and that takes a window.
const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: library } = await import('mermaid');
// Other tests run without.
afterAll(() => {
  for (const each of ['window', 'document']) Reflect.deleteProperty(globalThis, each);
});
library.initialize({ startOnLoad: false, maxEdges: 10_000, maxTextSize: 1_000_000 });

interface Vertex {
  readonly id: string;
  readonly text?: string;
  readonly classes: readonly string[];
}

interface Edge {
  readonly start: string;
  readonly end: string;
  readonly text: string;
}

interface Flowchart {
  getVertices(): Map<string, Vertex>;
  getEdges(): readonly Edge[];
  getSubGraphs(): readonly { readonly title: string; readonly nodes: readonly string[] }[];
}

function isFlowchart(db: object): db is Flowchart {
  return 'getVertices' in db;
}

/** A chart as Mermaid reads it. Throws where it cannot. */
async function readChart(text: string): Promise<Flowchart> {
  const { db } = await library.mermaidAPI.getDiagramFromText(text);
  if (!isFlowchart(db)) throw new Error('This is no flowchart.');
  return db;
}

/** A label as people see it: Mermaid keeps `#35;` as `ﬂ°°35¶ß` until it draws. */
function seen(label = ''): string {
  return label.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function reportOn(templates: Readonly<Record<string, string>>): Report {
  const documents = Object.entries(templates).map(([file, text]) => parse(file, text));
  return lint(documents, { ...DEFAULT_OPTIONS, graph: true });
}

async function chartOf(templates: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const chart = await readChart(mermaid(reportOn(templates)));
  const name = (id: string): string => seen(chart.getVertices().get(id)?.text).split('<br>')[0] ?? '';
  return chart.getEdges().map(({ start, end, text }) => `${name(start)} -- ${seen(text)} -> ${name(end)}`);
}

function set(name: string): Readonly<Record<string, string>> {
  const folder = join(FIXTURES, 'sets', name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(each =>
    /\.yml$/.test(each),
  );
  return Object.fromEntries(files.map(each => [each, readFileSync(join(folder, each), 'utf8')]));
}

test('shows the way from a service to where its sessions are recorded, across templates', async () => {
  expect(await chartOf(set('nested'))).toEqual([
    'service Service -- runs -> task definition TaskDefinition',
    'task definition TaskDefinition -- task role -> role Role',
    'role Role -- policy -> policy Session',
    'service Service -- runs in -> cluster Cluster',
    'cluster Cluster -- records to -> log group Sessions',
    'task definition TaskDefinition -- task role -> role PlainRole',
  ]);
});

test('puts what stands in one template together, and colours it by what is said of it', async () => {
  const chart = await readChart(mermaid(reportOn(set('by-import'))));
  const verdicts = [...chart.getVertices().values()].map(({ text, classes }) => [seen(text), ...classes]);
  expect(verdicts.sort()).toEqual([
    ['cluster Cluster<br>not ready:<br>logging-not-overridden', 'notReady'],
    ['policy Session', 'ready'],
    ['role ShopRole', 'ready'],
    ['service Service<br>not ready:<br>logging-not-overridden', 'notReady'],
    ['task definition TaskDefinition', 'ready'],
  ]);
  const groups = chart.getSubGraphs().map(each => [each.title, each.nodes.length]);
  expect(groups.sort()).toEqual([
    ['cluster.yml', 1],
    ['roles.yml', 2],
    ['service.yml', 2],
  ]);
});

test('says what is not seen, and when a way is taken', async () => {
  const text = `Parameters:
  Role: {Type: String}
Conditions:
  Own: !Equals [!Ref Role, '']
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {EnableExecuteCommand: true, Cluster: !ImportValue shared, TaskDefinition: !Ref Task}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: !If [Own, !Ref Own, !Ref Role]}
  Own:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess']
      AssumeRolePolicyDocument:
        Statement: {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
`;
  expect(await chartOf({ 'a.yml': text })).toEqual([
    'service Service -- runs -> task definition Task',
    'task definition Task -- task role when Own is true -> role Own',
    'role Own -- policy -> policy AdministratorAccess',
    'service Service -- runs in -> cluster',
    'task definition Task -- task role when Own is false -> role',
  ]);
  const chart = await readChart(mermaid(reportOn({ 'a.yml': text })));
  const service = [...chart.getVertices().values()].find(each => each.text?.startsWith('service'));
  expect([seen(service?.text), service?.classes]).toEqual([
    expect.stringMatching(/^service Service<br>undecided:<br>/),
    ['undecided'],
  ]);
});

describe('names that a template chooses', () => {
  const report = lint([parse(EVIL_FILE, EVIL)], { ...DEFAULT_OPTIONS, graph: true });

  test('are text and nothing else', async () => {
    const chart = await readChart(mermaid(report));
    const parts = report.graph?.nodes ?? [];
    expect([chart.getVertices().size, chart.getEdges().length]).toEqual([
      parts.length,
      report.graph?.edges.length,
    ]);
    const [evil] = chart.getSubGraphs();
    expect(seen(evil?.title)).toBe('we, %ird:日本\\u001b\\u000a::error::<b>`|.yml');
    const texts = [...chart.getVertices().values()].map(each => seen(each.text));
    expect(texts.filter(each => each.includes('<script>alert(1)</script>'))).toHaveLength(1);
    const lines = mermaid(report).trimEnd().split('\n').slice(2);
    const own =
      /^ +(?:subgraph f1\["[^"<]*"\]|end|n\d+[[({/]+"(?:[^"<]|<br>)*"[\])}/]+:::\w+|n\d+ -->\|"[a-z ]+"\| n\d+|classDef [^"<]*)$/;
    expect(lines.filter(each => !own.test(each))).toEqual([]);
  });

  test('are cut where they are too long to be read', async () => {
    const name = 'x'.repeat(5000);
    const text = EVIL.replace(/ {2}"S0[^\n]*:/, `  ${name}:`);
    const chart = await readChart(mermaid(reportOn({ 'a.yml': text })));
    const longest = Math.max(...[...chart.getVertices().values()].map(each => (each.text ?? '').length));
    expect(longest).toBeLessThan(1000);
  });
});

test('says the same in whatever order templates are given', () => {
  const there = set('nested');
  const back = Object.fromEntries(Object.entries(there).reverse());
  expect(mermaid(reportOn(back))).toBe(mermaid(reportOn(there)));
});

test('is a chart too where there is no service', async () => {
  expect((await readChart(mermaid(reportOn({})))).getVertices().size).toBe(1);
  expect(mermaid(lint([], DEFAULT_OPTIONS))).toBe(mermaid(reportOn({})));
});

test('Mermaid reads the charts of all kinds of templates', async () => {
  let links = 0;
  for (const fixture of allFixtures().filter(each => /^whole|example\.\w+$/.test(each.name))) {
    const report = lint([read(fixture)], { ...DEFAULT_OPTIONS, settings: fixture.settings, graph: true });
    const chart = await readChart(mermaid(report));
    expect(chart.getEdges().length, fixture.name).toBe(report.graph?.edges.length);
    links += chart.getEdges().length;
  }
  expect(links).toBeGreaterThan(100);
});
