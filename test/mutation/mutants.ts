import { parseAst } from 'vitest/node';

/** A source text that says something else in one place. */
export interface Mutant {
  readonly source: string;
  /** Where the other thing is said. */
  readonly start: number;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A piece of the text and what is put in its place. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const OPERATORS: ReadonlyMap<unknown, string> = new Map([
  ['===', '!=='],
  ['!==', '==='],
  ['&&', '||'],
  ['||', '&&'],
  ['??', '&&'],
  ['>', '>='],
  ['<', '<='],
  ['>=', '>'],
  ['<=', '<'],
]);

/** The words that a rule chooses from. */
const WORDS: ReadonlyMap<unknown, string> = new Map([
  ['error', 'warning'],
  ['warning', 'error'],
  ['info', 'error'],
  ['safe', 'unsafe'],
  ['unsafe', 'safe'],
]);

const METHODS: ReadonlyMap<unknown, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
]);

/** What a rule may say about itself that changes what it is asked. */
const SCOPES: ReadonlySet<unknown> = new Set(['scope', 'policy']);

/** All mutants of a module, in the order of its text. */
export function mutantsOf(source: string): readonly Mutant[] {
  const changes = nodesOf(source).flatMap(node => changesOf(node, source));
  return changes.sort((a, b) => a.start - b.start || a.end - b.end).map(each => mutant(source, each));
}

function mutant(source: string, { start, end, text }: Change): Mutant {
  return {
    source: source.slice(0, start) + text + source.slice(end),
    start,
    line: source.slice(0, start).split('\n').length,
    before: source.slice(start, end),
    after: text,
  };
}

function changesOf(node: AstNode, source: string): readonly Change[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operator(node, source);
    case 'UnaryExpression':
      return node.operator === '!' ? [{ start: node.start, end: node.start + 1, text: '' }] : [];
    case 'ConditionalExpression':
      return negation(node.test, source);
    case 'IfStatement':
      return [...negation(node.test, source), ...withoutReturn(node)];
    case 'ReturnStatement':
      return node.argument === null ? [{ start: node.start, end: node.end, text: ';' }] : [];
    case 'ContinueStatement':
      return [{ start: node.start, end: node.end, text: ';' }];
    case 'Literal':
      return word(node);
    case 'CallExpression':
      return method(node, source);
    case 'Property':
      return scope(node);
    default:
      return [];
  }
}

function operator({ left, right, operator: old }: AstNode, source: string): readonly Change[] {
  const text = OPERATORS.get(old);
  if (!isNode(left) || !isNode(right) || typeof old !== 'string' || text === undefined) return [];
  const start = source.indexOf(old, left.end);
  return [{ start, end: start + old.length, text }];
}

function negation(test: unknown, source: string): readonly Change[] {
  if (!isNode(test)) return [];
  return [{ start: test.start, end: test.end, text: `!(${source.slice(test.start, test.end)})` }];
}

/** Goes on where it would have been done. */
function withoutReturn({ start, end, consequent, alternate }: AstNode): readonly Change[] {
  const isReturn =
    isNode(consequent) && consequent.type === 'ReturnStatement' && consequent.argument !== null;
  return isReturn && !alternate ? [{ start, end, text: ';' }] : [];
}

function word({ value, start, end }: AstNode): readonly Change[] {
  const text = WORDS.get(value);
  return text === undefined ? [] : [{ start, end, text: `'${text}'` }];
}

function method(call: AstNode, source: string): readonly Change[] {
  const { callee } = call;
  if (!isNode(callee) || !isNode(callee.property) || !isNode(callee.object)) return [];
  const { start, end } = callee.property;
  const name = source.slice(start, end);
  if (name === 'filter') return [{ start: callee.object.end, end: call.end, text: '' }];
  const text = METHODS.get(name);
  return text === undefined ? [] : [{ start, end, text }];
}

function scope({ key, start, end }: AstNode): readonly Change[] {
  return isNode(key) && SCOPES.has(key.name) ? [{ start, end, text: '...{}' }] : [];
}

/** All nodes of the syntax tree of a module, each before those in it. */
export function nodesOf(source: string): readonly AstNode[] {
  return nodesIn(parseAst(source, { lang: 'ts' }));
}

function nodesIn(value: unknown): readonly AstNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodesIn)];
}

export function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}
