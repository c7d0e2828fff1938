import { type Sentence, say } from '../../i18n/sentence.ts';
import { isArray, type Json } from '../../syntax/json-value.ts';
import type { Mapping, Node } from '../../syntax/node.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { absent, andThen, known, orUnknown, unknown, type Value } from '../value.ts';
import {
  hasDynamicReference,
  importPlaceholder,
  textValue,
  withDynamicReferencePlaceholders,
} from './dynamic-reference.ts';
import type { EvaluationContext, Mode } from './evaluation-context.ts';
import { findInMap, type Read, selectItem } from './find-in-map.ts';
import { type Call, callAt, textAt } from './intrinsic.ts';
import { hasPlaceholder } from './placeholder.ts';
import { type Apply, join, length } from './pure-functions.ts';
import { evaluateGetAtt, evaluateRef, substitute } from './ref-sub.ts';

/** Computes what stands at a place. */
export function evaluate(context: EvaluationContext, at: Place, mode: Mode): Value<Json> {
  return new Evaluation(context, mode, false).at(at);
}

/** Like `evaluate`, with numbers and booleans as the text that CloudFormation makes of them. */
export function evaluateText(context: EvaluationContext, at: Place, mode: Mode): Value<Json> {
  return new Evaluation(context, mode, true).at(at);
}

class Evaluation {
  readonly #context: EvaluationContext;
  readonly #mode: Mode;
  readonly #asText: boolean;

  constructor(context: EvaluationContext, mode: Mode, asText: boolean) {
    this.#context = context;
    this.#mode = mode;
    this.#asText = asText;
  }

  at(from: Place): Value<Json> {
    return andThen(this.#context.find(from), at => {
      const node = nodeAt(at);
      const call = callAt(at);
      if (!node) return absent(at);
      if (call) return this.#call(call, at);
      switch (node.kind) {
        case 'scalar':
          return this.#scalar(node.value, at);
        case 'sequence':
          return this.#list(node.items, at);
        case 'mapping':
          return this.#map(node, at);
      }
    });
  }

  #scalar(value: Json, at: Place): Value<Json> {
    const written = this.#asText || typeof value === 'string' ? (textAt(at) ?? null) : value;
    if (this.#mode === 'symbolic with imports' && typeof written === 'string' && hasDynamicReference(written))
      return known(withDynamicReferencePlaceholders(written), at);
    return textValue(written, at, String(written) === String(value) ? undefined : at.iteration?.unsure);
  }

  #list(items: readonly Node[], at: Place): Value<Json> {
    const list: Json[] = [];
    let unsure: Sentence | undefined;
    for (const i of items.keys()) {
      const item = this.at(child(at, i));
      if (item.is === 'unknown') return item;
      if (item.is === 'known') list.push(item.value);
      if (item.is === 'known') unsure ??= item.unsure;
    }
    return known(list, at, unsure);
  }

  #map(node: Mapping, at: Place): Value<Json> {
    const { places, unseen } = this.#context.declarations.unroll(at, node);
    if (unseen[0]) return unknown(unseen[0].why, at);
    const entries: [string, Json][] = [];
    let unsure: Sentence | undefined;
    for (const [key, place] of places) {
      const value = this.at(place);
      if (value.is === 'unknown') return value;
      if (value.is === 'known') entries.push([key, value.value]);
      if (value.is === 'known') unsure ??= value.unsure;
    }
    return known(Object.fromEntries(entries), at, unsure);
  }

  #call({ name, argument, items }: Call, at: Place): Value<Json> {
    switch (name) {
      case 'Ref':
        return andThen(this.#text(argument), id => evaluateRef(this.#context, this.#mode, id, at));
      case 'Fn::GetAtt':
        return andThen(this.#text(argument), name => evaluateGetAtt(this.#context, this.#mode, name, at));
      case 'Fn::Sub':
        return substitute(this.#text, each => evaluateRef(this.#context, this.#mode, each, at), items, at);
      case 'Fn::Join':
        return this.#over(argument, at, join);
      case 'Fn::Split':
        return this.#over(argument, at, ([delimiter, source]) =>
          typeof delimiter === 'string' && typeof source === 'string'
            ? this.#context.split(source, delimiter)
            : undefined,
        );
      case 'Fn::Select':
        return selectItem(this.#context, this.#asText ? this.#text : this.#same, items, at);
      case 'Fn::Length':
        return andThen(this.at(argument), list => orUnknown(length(list), at));
      case 'Fn::ToJsonString':
        return andThen(evaluate(this.#context, argument, this.#mode), value =>
          textValue(JSON.stringify(value), at),
        );
      case 'Fn::FindInMap':
        return findInMap(this.#context.declarations.mappings, this.#text, items, at);
      case 'Fn::ImportValue':
        return this.#imported(argument, at);
      case 'Fn::GetStackOutput':
        return this.#stackOutput(argument, at);
      default:
        return unknown(say`\`${name}\` is only computed when the stack is deployed`, at);
    }
  }

  readonly #same: Read = at => this.at(at);
  readonly #text: Read = at => evaluateText(this.#context, at, this.#mode);

  /** The name of an export is compared as it is written, with what is only known once deployed left open. */
  #imported(argument: Place, at: Place): Value<Json> {
    const mode = this.#mode === 'concrete' ? 'symbolic' : this.#mode;
    const name = evaluateText(this.#context, argument, mode);
    if (name.is !== 'known' || typeof name.value !== 'string')
      return unknown(say`it is imported from another stack`, at);
    const value = this.#context.imported(name.value, this.#mode, at);
    return this.#mode === 'symbolic with imports' && value.is !== 'known'
      ? known(importPlaceholder(name.value), at)
      : andThen(value, each => known(each, at));
  }

  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html */
  #stackOutput(argument: Place, at: Place): Value<Json> {
    const mode = this.#mode === 'concrete' ? 'symbolic' : this.#mode;
    const textOf = (key: string): string | undefined => {
      const value = evaluateText(this.#context, child(argument, key), mode);
      return value.is === 'known' && typeof value.value === 'string' ? value.value : undefined;
    };
    const output = textOf('OutputName');
    if (output === undefined) return unknown(say`it is an output of another stack`, at);
    const region = textOf('Region');
    const asked = {
      output,
      stackName: textOf('StackName') ?? '',
      region: region === undefined || hasPlaceholder(region) ? undefined : region,
      byRole: evaluateText(this.#context, child(argument, 'RoleArn'), mode).is !== 'absent',
    };
    return andThen(this.#context.stackOutput(asked, this.#mode, at), each => known(each, at));
  }

  /** Applies a function to its arguments once they are all known. */
  #over(argument: Place, at: Place, apply: Apply): Value<Json> {
    return andThen(this.#text(argument), (args): Value<Json> => {
      const result = isArray(args) ? apply(args) : undefined;
      return result === undefined ? orUnknown<Json>(undefined, at) : textValue(result, at);
    });
  }
}
