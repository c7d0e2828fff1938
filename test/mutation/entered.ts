import { type AstNode, isNode, nodesOf } from './mutants.ts';

/** Which functions each fixture enters: a mutant of any other function is none that the fixture could notice. */

const FUNCTIONS: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);

interface FunctionNode extends AstNode {
  readonly body: AstNode;
}

/** The name of the innermost function around a place in a module; nothing for what runs as the module is loaded. */
export function functionAround(path: string, source: string, place: number): string | undefined {
  const around = functionsOf(source).filter(({ body }) => body.start <= place && place < body.end);
  const innermost = around.at(-1);
  return innermost && nameOf(path, innermost);
}

/** The text of a module in which each function says first that it is entered. */
export function instrumented(path: string, source: string): string {
  const insertions = functionsOf(source).flatMap(each => insertionsOf(each, nameOf(path, each)));
  return insertions
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, inserted }) => text.slice(0, at) + inserted + text.slice(at), source);
}

interface Insertion {
  readonly at: number;
  readonly inserted: string;
}

function insertionsOf({ body }: FunctionNode, name: string): readonly Insertion[] {
  const call = `__entered.add(${JSON.stringify(name)})`;
  if (body.type === 'BlockStatement') return [{ at: body.start + 1, inserted: `${call};` }];
  return [
    { at: body.start, inserted: `(${call},` },
    { at: body.end, inserted: ')' },
  ];
}

function functionsOf(source: string): readonly FunctionNode[] {
  return nodesOf(source).filter(isFunction);
}

function isFunction(node: AstNode): node is FunctionNode {
  return FUNCTIONS.has(node.type) && isNode(node.body);
}

function nameOf(path: string, { start }: FunctionNode): string {
  return `${path}:${start}`;
}
