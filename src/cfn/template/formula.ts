import { toJson } from '../../syntax/node.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { type Call, callAt, textAt } from '../functions/intrinsic.ts';

/** How a condition is put together. */
export type Formula =
  | { readonly is: 'all' | 'any'; readonly of: readonly Formula[] }
  | { readonly is: 'not'; readonly of: Formula }
  | { readonly is: 'condition'; readonly name: string }
  | { readonly is: 'equal'; readonly left: Operand; readonly right: Operand }
  | typeof UNREADABLE;

/** What an `Fn::Equals` compares. */
export type Operand =
  | { readonly is: 'literal' | 'parameter'; readonly text: string }
  /** `text` is what it says: what cannot be computed is told apart by it. */
  | { readonly is: 'computed'; readonly text: string; readonly at: Place };

const UNREADABLE = { is: 'unreadable' } as const;

/** Reads a definition below `Conditions`. */
export function readFormula(at: Place): Formula {
  const name = conditionAt(at);
  if (name !== undefined) return { is: 'condition', name };
  const call = callAt(at);
  return call ? readCall(call) : UNREADABLE;
}

function readCall({ name, items }: Call): Formula {
  const [first, second] = items;
  switch (name) {
    case 'Fn::And':
      return { is: 'all', of: items.map(readFormula) };
    case 'Fn::Or':
      return { is: 'any', of: items.map(readFormula) };
    case 'Fn::Not':
      return first ? { is: 'not', of: readFormula(first) } : UNREADABLE;
    case 'Fn::Equals':
      if (!first || !second) return UNREADABLE;
      return { is: 'equal', left: readOperand(first), right: readOperand(second) };
    default:
      return UNREADABLE;
  }
}

function conditionAt(at: Place): string | undefined {
  const node = nodeAt(at);
  const isOne = node?.kind === 'mapping' && node.entries.length === 1;
  return isOne ? textAt(child(at, 'Condition')) : undefined;
}

function readOperand(at: Place): Operand {
  const literal = textAt(at);
  if (literal !== undefined && !literal.includes('{{resolve:')) return { is: 'literal', text: literal };
  const call = callAt(at);
  const name = call?.name === 'Ref' && !at.iteration ? textAt(call.argument) : undefined;
  if (name !== undefined) return { is: 'parameter', text: name };
  const node = nodeAt(at);
  const text = JSON.stringify([node ? toJson(node) : null, [...(at.iteration?.names ?? [])]]);
  return { is: 'computed', at, text };
}
