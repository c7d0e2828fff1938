import { intrinsic, text } from '../../cfn/functions/intrinsic.ts';
import type { Document } from '../../syntax/document.ts';
import { entry, type Mapping, mentions, type Node, type Range, type Scalar } from '../../syntax/node.ts';

/** The environment variables that AWS SDKs take keys from. */
export const AWS_KEYS: RegExp = /^AWS_(?:ACCESS_KEY(?:_ID)?|SECRET_ACCESS_KEY)$/;

/** The same in the middle of a text. */
const AWS_KEYS_ANYWHERE = /AWS_(?:ACCESS_KEY|SECRET_ACCESS_KEY)/g;

/** Where the values of AWS keys stand that a template gives to containers. */
export function awsKeyValues(document: Document): readonly Range[] {
  if (!/ACCESS_KEY|\\[ux]/.test(document.text)) return [];
  const isRead = document.problems.every(each => each.kind !== 'syntax');
  return isRead ? new KeyValues(document).ranges : secretsIn(document.text, 0, document.text.length);
}

/** Wherever an environment may be: in a container, an override, or JSON that is written as text. */
class KeyValues {
  readonly ranges: Range[] = [];
  readonly #document: Document;
  /** Aliases lead to one node from many places. */
  readonly #seen = new Set<Node>();

  constructor(document: Document) {
    this.#document = document;
    this.#look(document.root);
  }

  #look(node: Node): void {
    if (this.#seen.has(node)) return;
    this.#seen.add(node);
    if (node.kind === 'scalar') {
      const { start, end } = node.range;
      if (isText(node)) this.ranges.push(...secretsIn(this.#document.text, start, end));
      return;
    }
    if (node.kind === 'mapping') this.#lookAtVariable(node);
    for (const each of node.kind === 'mapping' ? node.entries.map(one => one.value) : node.items)
      this.#look(each);
  }

  #lookAtVariable(node: Mapping): void {
    const name = entry(node, 'Name') ?? entry(node, 'name');
    const value = entry(node, 'Value') ?? entry(node, 'value');
    if (name && value && mentions(name.value, AWS_KEYS)) this.#take(value.value);
  }

  /** What is written there, or as the default of the parameter that it refers to. */
  #take(node: Node): void {
    if (node.kind === 'scalar') {
      this.ranges.push(withoutQuotes(node));
      return;
    }
    const call = intrinsic(node);
    if (call?.name === 'Ref') this.#takeDefault(text(call.argument) ?? '');
    if (call && NAMING.has(call.name)) return;
    for (const each of node.kind === 'mapping' ? node.entries.map(one => one.value) : node.items)
      this.#take(each);
  }

  #takeDefault(name: string): void {
    const parameters = step(this.#document.root, 'Parameters');
    const value = step(step(parameters, name), 'Default');
    if (value?.kind === 'scalar') this.ranges.push(withoutQuotes(value));
  }
}

/** Functions whose arguments are names. */
const NAMING: ReadonlySet<string> = new Set(['Ref', 'Fn::GetAtt', 'Fn::ImportValue', 'Fn::FindInMap']);

function step(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'mapping' ? entry(node, key)?.value : undefined;
}

function isText({ value }: Scalar): boolean {
  return typeof value === 'string' && /ACCESS_KEY/.test(value) && !AWS_KEYS.test(value);
}

function withoutQuotes({ style, range }: Scalar): Range {
  const isQuoted = style === 'single' || style === 'double';
  return isQuoted ? { start: range.start + 1, end: range.end - 1 } : range;
}

/** So far from its name a value is looked for in a text that is not read. */
const MOST_LINES = 3;

const QUOTED = /value(?:\\*["'])?\s*:\s*(?<quote>\\*["'])(?<value>.*?)\k<quote>/dgis;
const PLAIN = /value(?:\\*["'])?\s*:\s*(?<value>[^\s"'\\,}][^,}\r\n]*)/dgi;

/** The values beside the names of keys in a stretch of text, whatever the text is: JSON in a string, or broken YAML. */
function secretsIn(text: string, start: number, end: number): readonly Range[] {
  const names = [...text.slice(start, end).matchAll(AWS_KEYS_ANYWHERE)];
  return names.flatMap(({ index }) => {
    const window = windowAround(text, start + index, start, end);
    const part = text.slice(window.start, window.end);
    return [QUOTED, PLAIN].flatMap(pattern =>
      [...part.matchAll(pattern)].flatMap(({ indices }) => {
        const [from, to] = indices?.groups?.value ?? [0, 0];
        return to > from ? [{ start: window.start + from, end: window.start + to }] : [];
      }),
    );
  });
}

/** The braces around, where these are near; or else some lines. */
function windowAround(text: string, at: number, start: number, end: number): Range {
  const before = text.slice(start, at).replace(/\$\{[^{}]*\}/g, each => ' '.repeat(each.length));
  const after = text.slice(at, end).replace(/\$\{[^{}]*\}/g, each => ' '.repeat(each.length));
  const [open, close] = [before.lastIndexOf('{'), after.indexOf('}')];
  const lines = (part: string): number => part.split('\n').length - 1;
  if (open >= 0 && close >= 0 && lines(before.slice(open)) + lines(after.slice(0, close)) <= 2 * MOST_LINES)
    return { start: start + open, end: at + close };
  const above = before
    .split('\n')
    .slice(-1 - MOST_LINES)
    .join('\n');
  const below = after
    .split('\n')
    .slice(0, 1 + MOST_LINES)
    .join('\n');
  return { start: at - above.length, end: at + below.length };
}
