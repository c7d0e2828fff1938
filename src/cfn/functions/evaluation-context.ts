import type { Sentence } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import type { Mapping } from '../../syntax/node.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';
import { absent, known, type Value } from '../value.ts';
import { intrinsic, text } from './intrinsic.ts';
import type { Mappings } from './mappings.ts';
import type { Parameter } from './parameters.ts';

/**
 * `concrete`: what it will be, or unknown. `symbolic`: what is only known once deployed stays in it as a placeholder.
 * `symbolic with imports`: and so does what another stack exports, or a store holds. `condition`: parameters have the
 * values of the scenario, and one that has none of those that matter is a placeholder.
 */
export type Mode = 'concrete' | 'symbolic' | 'symbolic with imports' | 'condition';

/** Whether what is only known once deployed stays as a placeholder. */
export function keepsPlaceholders(mode: Mode): boolean {
  return mode === 'symbolic' || mode === 'symbolic with imports';
}

/** What a template declares, as far as values are computed from it. */
export interface ValueDeclarations {
  readonly mappings: Mappings;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** The keys of a map with its loops written out. */
  unroll(
    map: Place,
    node: Mapping,
  ): {
    readonly places: ReadonlyMap<string, Place>;
    /** Why there may be further keys. */
    readonly unseen: readonly { readonly why: Sentence }[];
  };
}

/** The output that `Fn::GetStackOutput` asks for. */
export interface StackOutput {
  readonly output: string;
  /** In which what is only known once deployed is left open. */
  readonly stackName: string;
  /** Nothing for that of the stack which asks, or where it is not known. */
  readonly region: string | undefined;
  /** Whether it is asked for by a role, which may be one of another account. */
  readonly byRole: boolean;
}

/** The evaluation context: what values are computed from. */
export interface EvaluationContext {
  readonly declarations: ValueDeclarations;
  /** Where the value at a place stands, once what decides about it is decided. */
  find(from: Place): Value<Place>;
  /** A parameter as text; nothing when there is none of that name. */
  parameter(name: string, mode: Mode, at: Place): Value<string> | undefined;
  /** What another stack exports under a name. */
  imported(name: string, mode: Mode, at: Place): Value<Json>;
  /** An output of another stack, by the name of that stack. */
  stackOutput(asked: StackOutput, mode: Mode, at: Place): Value<Json>;
  /** The pieces of a text, in which placeholders may be; nothing where they depend on what these stand for. */
  split(text: string, delimiter: string): readonly string[] | undefined;
  /** An output of a nested stack, as `Fn::GetAtt` names it; nothing when that is not what the name means. */
  output(name: string, mode: Mode, at: Place): Value<Json> | undefined;
}

/** What stands at a place, unless it is for an `Fn::If` to decide. Nothing, `null` and `AWS::NoValue` are absent. */
export function settled(at: Place): Value<Place> | undefined {
  const node = nodeAt(at);
  if (!node || (node.kind === 'scalar' && node.value === null)) return absent(at);
  const call = intrinsic(node);
  if (call?.name === 'Ref' && text(call.argument) === 'AWS::NoValue') return absent(at);
  return call?.name === 'Fn::If' ? undefined : known(at, at);
}
