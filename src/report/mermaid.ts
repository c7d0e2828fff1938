import { type Sentence, say } from '../i18n/sentence.ts';
import { english, type Words } from '../i18n/words.ts';
import type { DependencyGraph, GraphEdge, GraphNode, Report } from '../lint/report.ts';
import { escapeControls } from './escape-output.ts';
import { when } from './finding-text.ts';
import { STANDING } from './standing.ts';
import { TOOL } from './view.ts';

/**
 * A flowchart of what sessions depend on, as Mermaid text: of a report that has a picture (`Options.graph`). What
 * templates say is text in it, and nothing else. https://mermaid.js.org/syntax/flowchart.html
 */
export function mermaid(
  { graph }: Pick<Report, 'graph'>,
  { words }: { readonly words: Words } = { words: english },
): string {
  const lines =
    graph && graph.nodes.length > 0
      ? chart(graph, words)
      : [`  none["${label(words(say`No service was checked.`))}"]`];
  return ['flowchart LR', `  accTitle: ${TOOL.name}`, ...lines, ''].join('\n');
}

function chart({ nodes: parts, edges }: DependencyGraph, words: Words): readonly string[] {
  const files = [...new Set(parts.flatMap(each => each.file ?? []))].sort();
  const nodes = parts.map((part, i) => ({ part, line: node(part, i, words) }));
  const outside = nodes.filter(each => each.part.file === undefined);
  return [
    ...files.flatMap((file, i) => [
      `  subgraph f${i + 1}["${label(file)}"]`,
      ...nodes.filter(each => each.part.file === file).map(each => `    ${each.line}`),
      '  end',
    ]),
    ...outside.map(each => `  ${each.line}`),
    ...edges.map(each => `  ${link(each, words)}`),
    ...STYLES.map(each => `  ${each}`),
  ];
}

type Verdict = NonNullable<GraphNode['verdict']>;

const CLASSES: Readonly<Record<Verdict, string>> = {
  ready: 'ready',
  'not-ready': 'notReady',
  undecided: 'undecided',
};

/** Dark text on light fills, and a border of another kind for each, since not everybody tells the colours apart. */
const STYLES: readonly string[] = [
  'classDef ready fill:#d8f5dd,stroke:#1a7f37,color:#0b3d1a',
  'classDef notReady fill:#ffe0dc,stroke:#b42318,color:#5a110b,stroke-width:3px',
  'classDef undecided fill:#fff3c4,stroke:#8a6100,color:#4a3400,stroke-dasharray:6 3',
  'classDef unseen fill:#eceef1,stroke:#6b7280,color:#333a45,stroke-dasharray:2 3',
];

const SHAPES: Readonly<Record<GraphNode['kind'], readonly [open: string, close: string]>> = {
  launcher: ['([', '])'],
  'task definition': ['[', ']'],
  role: ['{{', '}}'],
  policy: ['[/', '/]'],
  cluster: ['[[', ']]'],
  'log group': ['[(', ')]'],
  bucket: ['[(', ')]'],
  log: ['[(', ')]'],
};

/** A launcher has a noun of its own. */
const KINDS: Readonly<Record<GraphNode['kind'], Sentence>> = {
  launcher: say`launcher`,
  'task definition': say`task definition`,
  role: say`role`,
  policy: say`policy`,
  cluster: say`cluster`,
  'log group': say`log group`,
  bucket: say`bucket`,
  log: say`log`,
};

const WAYS: Readonly<Record<GraphEdge['as'], Sentence>> = {
  runs: say`runs`,
  'task role': say`task role`,
  'execution role': say`execution role`,
  policy: say`policy`,
  'runs in': say`runs in`,
  'records to': say`records to`,
};

function node(part: GraphNode, index: number, words: Words): string {
  const { kind, noun = KINDS[kind], name, why, verdict, because } = part;
  const [open, close] = SHAPES[kind];
  const title = words(name === '' ? noun : say`${noun} ${name}`);
  const isGood = verdict === undefined || verdict === 'ready';
  const standing = isGood ? [] : [words(say`${STANDING[verdict].text}:`), ...because];
  const lines = [title, ...(why === undefined ? [] : [words(why)]), ...standing];
  const style = verdict === undefined ? 'unseen' : CLASSES[verdict];
  return `n${index + 1}${open}"${lines.map(label).join('<br>')}"${close}:::${style}`;
}

function link({ from, to, as, scenarios }: GraphEdge, words: Words): string {
  const holds = when({ scenarios });
  const [arrow, said] = holds ? ['-.->', say`${WAYS[as]} when ${holds}`] : ['-->', WAYS[as]];
  return `n${from + 1} ${arrow}|"${label(words(said))}"| n${to + 1}`;
}

/** More characters than these make no label clearer. */
const LONGEST = 120;

/** Letters, digits and harmless signs as they are, and all else by its number, so that nothing is a mark. */
function label(text: string): string {
  const characters = [...escapeControls(text)];
  const shown = characters.length > LONGEST ? [...characters.slice(0, LONGEST - 1), '…'] : characters;
  return shown
    .map(each => (/[\p{L}\p{N} ,.\u2026:/_-]/u.test(each) ? each : `#${each.codePointAt(0)};`))
    .join('');
}
