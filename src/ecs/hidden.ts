import { intrinsic, text } from '../cfn/intrinsic.ts';
import type { Json } from '../syntax/json.ts';
import { type Node, toJson } from '../syntax/node.ts';
import { nodeAt, type Place } from '../syntax/place.ts';

/** A value that is there for certain, though only another stack or a store tells what it is. */
export interface Hidden {
  /** For messages: under which name another stack exports it, or which store holds it. */
  readonly label: string;
  readonly expression: Json;
}

export function hiddenAt(at: Place): Hidden | undefined {
  const node = nodeAt(at);
  const call = intrinsic(node);
  const isImported = call?.name === 'Fn::ImportValue';
  const label = isImported ? (written(call.argument) ?? call.name) : written(node);
  const isHidden = isImported || label?.includes('{{resolve:');
  return node && label !== undefined && isHidden ? { label, expression: toJson(node) } : undefined;
}

/** A text, or the one that `Fn::Sub` fills in. */
function written(node: Node | undefined): string | undefined {
  const call = intrinsic(node);
  return text(call?.name === 'Fn::Sub' ? call.argument : node);
}
