import type { Node } from '../../syntax/node.ts';
import { child, type Iteration, nodeAt, type Place } from '../../syntax/place.ts';
import { replaceInBraces } from './braces.ts';

/** A function of CloudFormation, short or long: `!Sub x` and `{"Fn::Sub": "x"}` alike. */
export interface Intrinsic {
  /** `Ref`, `Fn::Sub`, … or an unknown tag such as `!Rain::Module`. */
  readonly name: string;
  readonly argument: Node;
}

/**
 * A key that stands for many:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export const LOOP = 'Fn::ForEach::';

export function intrinsic(node: Node | undefined): Intrinsic | undefined {
  if (node?.kind !== 'mapping' || node.entries.length !== 1) return undefined;
  const only = node.entries[0];
  if (!only || !(only.key === 'Ref' || only.key.startsWith('Fn::') || only.key.startsWith('!')))
    return undefined;
  if (only.key.startsWith(LOOP)) return undefined;
  return { name: only.key, argument: only.value };
}

/** The function at a place, and where its arguments stand: one, or as many as its list has. */
export interface Call {
  readonly name: string;
  readonly argument: Place;
  readonly items: readonly Place[];
}

export function callAt(place: Place): Call | undefined {
  const call = intrinsic(nodeAt(place));
  if (!call) return undefined;
  const argument = child(place, call.name);
  const items =
    call.argument.kind === 'sequence' ? call.argument.items.map((_, i) => child(argument, i)) : [argument];
  return { name: call.name, argument, items };
}

/** A scalar as CloudFormation passes it on: a number as it is written, `yes` as `true`. */
export function text(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? (node.written ?? String(node.value)) : undefined;
}

/** The text at a place, with the names of the loops around it filled in. */
export function textAt(place: Place | undefined): string | undefined {
  const written = place && text(nodeAt(place));
  return written === undefined ? undefined : bind(written, place?.iteration);
}

/** Fills in the names of loops: `${Name}` as it is, `&{Name}` without what a logical id may not hold. */
export function bind(written: string, iteration: Iteration | undefined): string {
  if (!iteration || !written.includes('{')) return written;
  return replaceInBraces(written, /([$&])\{([^}]*)\}/g, (whole, sign = '', name = '') => {
    const value = iteration.names.get(name);
    if (value === undefined) return whole;
    return sign === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value;
  });
}
