import type { Mapping, Node } from '../syntax/node.ts';

/** A function of CloudFormation, short or long: `!Sub x` and `{"Fn::Sub": "x"}` alike. */
export interface Intrinsic {
  /** `Ref`, `Fn::Sub`, … or an unknown tag such as `!Rain::Module`. */
  readonly name: string;
  readonly argument: Node;
}

export function intrinsic(node: Node | undefined): Intrinsic | undefined {
  if (node?.kind !== 'mapping' || node.entries.length !== 1) return undefined;
  const only = node.entries[0];
  if (!only || !(only.key === 'Ref' || only.key.startsWith('Fn::') || only.key.startsWith('!')))
    return undefined;
  if (only.key.startsWith('Fn::ForEach::')) return undefined;
  return { name: only.key, argument: only.value };
}

/** What a map's own keys do not tell, because something adds keys to it when the template is processed. */
export function hiddenKeys(mapping: Mapping): string | undefined {
  const hidden = mapping.entries.find(
    each => each.key === 'Fn::Transform' || each.key.startsWith('Fn::ForEach::'),
  );
  return hidden && `\`${hidden.key}\` may add to it`;
}

export function text(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}
