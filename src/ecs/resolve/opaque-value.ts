import {
  hasDynamicReference,
  importPlaceholder,
  withDynamicReferencePlaceholders,
} from '../../cfn/functions/dynamic-reference.ts';
import { intrinsic, text } from '../../cfn/functions/intrinsic.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type Json, scalarText } from '../../syntax/json-value.ts';
import { type Node, toJson } from '../../syntax/node.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';

/** A value that is there for certain, though only another stack or a store tells what it is. */
export interface OpaqueValue {
  /**
   * For messages: under which name another stack exports it, which store holds it, or what the parent stack makes it
   * of.
   */
  readonly label: string;
  /** The parameter that it is passed by, if it is one. */
  readonly parameter?: string;
  readonly expression: Json;
  /** Stands for it in texts. */
  readonly placeholder: string;
}

export function opaqueValueAt(template: Template, at: Place): OpaqueValue | undefined {
  const node = nodeAt(at);
  const call = intrinsic(node);
  const isImport = call?.name === 'Fn::ImportValue';
  const label = isImport ? (writtenText(call.argument) ?? call.name) : writtenText(node);
  if (!node || label === undefined || !(isImport || hasDynamicReference(label))) return undefined;
  const open = template.symbolicWithImports(at);
  const placeholder =
    open.is === 'known'
      ? (scalarText(open.value) ?? '')
      : isImport
        ? importPlaceholder(label)
        : withDynamicReferencePlaceholders(label);
  return { label, expression: toJson(node), placeholder };
}

/** A text, or the one that `Fn::Sub` fills in. */
export function writtenText(node: Node | undefined): string | undefined {
  const call = intrinsic(node);
  return text(call?.name === 'Fn::Sub' ? call.argument : node);
}
