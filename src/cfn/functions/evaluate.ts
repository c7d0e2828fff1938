import { type Sentence, say } from '../../i18n/sentence.ts';
import { isArray, type Json } from '../../syntax/json.ts';
import type { Mapping, Node } from '../../syntax/node.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { absent, andThen, known, orUnknown, unknown, type Value } from '../value.ts';
import { type Apply, join, length, split } from './functions.ts';
import { type Call, callAt, textAt } from './intrinsic.ts';
import { isStored, lateImport, lateStored } from './late.ts';
import { findInMap, type Read, selectItem } from './lookup.ts';
import { attribute, referred } from './refer.ts';
import type { Mode, Source } from './source.ts';
import { substitute } from './substitute.ts';
import { textValue } from './text-value.ts';

/** Computes what stands at a place. */
export function evaluate(source: Source, at: Place, mode: Mode): Value<Json> {
  return new Evaluation(source, mode, false).at(at);
}

/** Like `evaluate`, with numbers and booleans as the text that CloudFormation makes of them. */
export function evaluateText(source: Source, at: Place, mode: Mode): Value<Json> {
  return new Evaluation(source, mode, true).at(at);
}

class Evaluation {
  readonly #source: Source;
  readonly #mode: Mode;
  readonly #asText: boolean;

  constructor(source: Source, mode: Mode, asText: boolean) {
    this.#source = source;
    this.#mode = mode;
    this.#asText = asText;
  }

  at(from: Place): Value<Json> {
    return andThen(this.#source.find(from), at => {
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
    if (this.#mode === 'open' && typeof written === 'string' && isStored(written))
      return known(lateStored(written), at);
    return textValue(written, at, String(written) === String(value) ? undefined : at.turn?.unsure);
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
    const { places, unseen } = this.#source.declarations.unroll(at, node);
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
        return andThen(this.#text(argument), id => referred(this.#source, this.#mode, id, at));
      case 'Fn::GetAtt':
        return andThen(this.#text(argument), name => attribute(this.#source, this.#mode, name, at));
      case 'Fn::Sub':
        return substitute(this.#text, each => referred(this.#source, this.#mode, each, at), items, at);
      case 'Fn::Join':
        return this.#over(argument, at, join);
      case 'Fn::Split':
        return this.#over(argument, at, split);
      case 'Fn::Select':
        return selectItem(this.#source, this.#asText ? this.#text : this.#same, items, at);
      case 'Fn::Length':
        return andThen(this.at(argument), list => orUnknown(length(list), at));
      case 'Fn::ToJsonString':
        return andThen(evaluate(this.#source, argument, this.#mode), value =>
          textValue(JSON.stringify(value), at),
        );
      case 'Fn::FindInMap':
        return findInMap(this.#source.declarations.mappings, this.#text, items, at);
      case 'Fn::ImportValue':
        return this.#imported(argument, at);
      default:
        return unknown(say`\`${name}\` is only computed when the stack is deployed`, at);
    }
  }

  readonly #same: Read = at => this.at(at);
  readonly #text: Read = at => evaluateText(this.#source, at, this.#mode);

  /** The name of an export is compared as it is written, with what is only known once deployed left open. */
  #imported(argument: Place, at: Place): Value<Json> {
    const mode = this.#mode === 'value' ? 'shape' : this.#mode;
    const name = evaluateText(this.#source, argument, mode);
    if (name.is !== 'known' || typeof name.value !== 'string')
      return unknown(say`it is imported from another stack`, at);
    const value = this.#source.imported(name.value, this.#mode, at);
    return this.#mode === 'open' && value.is !== 'known'
      ? known(lateImport(name.value), at)
      : andThen(value, each => known(each, at));
  }

  /** Applies a function to its arguments once they are all known. */
  #over(argument: Place, at: Place, apply: Apply): Value<Json> {
    return andThen(this.#text(argument), (args): Value<Json> => {
      const result = isArray(args) ? apply(args) : undefined;
      return result === undefined ? orUnknown<Json>(undefined, at) : textValue(result, at);
    });
  }
}
