import { isArray, type Json } from '../syntax/json.ts';
import type { Node } from '../syntax/node.ts';
import { child, nodeAt, type Place } from '../syntax/place.ts';
import { intrinsic, text } from './intrinsic.ts';
import { hasReference, reference } from './reference.ts';
import type { Template } from './template.ts';
import { absent, andThen, known, unknown, type Value } from './value.ts';

/** `value`: what it will be, or unknown. `shape`: what is only known once deployed stays in it as a mark. */
export type Mode = 'value' | 'shape';

/** Computes what stands at a place in the scenario of its template. */
export function evaluate(template: Template, at: Place, mode: Mode): Value<Json> {
  return new Evaluation(template, mode).at(at);
}

class Evaluation {
  readonly #template: Template;
  readonly #mode: Mode;

  constructor(template: Template, mode: Mode) {
    this.#template = template;
    this.#mode = mode;
  }

  at(from: Place): Value<Json> {
    return andThen(this.#template.find(from), at => {
      const node = nodeAt(at);
      if (!node) return absent(at);
      const call = intrinsic(node);
      if (call) return this.#call(call.name, child(at, call.name), call.argument, at);
      switch (node.kind) {
        case 'scalar':
          return isDynamic(node.value) ? unknown('it is a dynamic reference', at) : known(node.value, at);
        case 'sequence':
          return this.#list(node.items, at);
        case 'mapping':
          return this.#map(
            node.entries.map(each => each.key),
            at,
          );
      }
    });
  }

  #list(items: readonly Node[], at: Place): Value<Json> {
    const list: Json[] = [];
    let unsure: string | undefined;
    for (const i of items.keys()) {
      const item = this.at(child(at, i));
      if (item.is === 'unknown') return item;
      if (item.is === 'known') list.push(item.value);
      if (item.is === 'known') unsure ??= item.unsure;
    }
    return known(list, at, unsure);
  }

  #map(keys: readonly string[], at: Place): Value<Json> {
    const entries: [string, Json][] = [];
    let unsure: string | undefined;
    for (const key of keys) {
      const value = this.at(child(at, key));
      if (value.is === 'unknown') return value;
      if (value.is === 'known') entries.push([key, value.value]);
      if (value.is === 'known') unsure ??= value.unsure;
    }
    return known(Object.fromEntries(entries), at, unsure);
  }

  /** `argument` is where the function's argument stands; `at` is where the function itself does. */
  #call(name: string, argument: Place, node: Node, at: Place): Value<Json> {
    switch (name) {
      case 'Ref':
        return this.#reference(text(node) ?? '', at);
      case 'Fn::GetAtt':
        return this.#attribute(argument, at);
      case 'Fn::Sub':
        return this.#substitute(argument, node, at);
      case 'Fn::Join':
        return this.#over(argument, at, join);
      case 'Fn::Split':
        return this.#over(argument, at, split);
      case 'Fn::Select':
        return this.#over(argument, at, select);
      case 'Fn::FindInMap':
        return this.#findInMap(argument, at);
      case 'Fn::ImportValue':
        return unknown('it is imported from another stack', at);
      default:
        return unknown(`\`${name}\` is only computed when the stack is deployed`, at);
    }
  }

  #reference(name: string, at: Place): Value<Json> {
    const parameter = this.#template.parameter(name, this.#mode, at);
    if (parameter) return parameter;
    return this.#mark(name, at);
  }

  #mark(name: string, at: Place): Value<Json> {
    if (this.#mode === 'shape') return known(reference(name), at);
    return unknown(`\`${name}\` is only known once it is deployed`, at);
  }

  #attribute(argument: Place, at: Place): Value<Json> {
    return andThen(this.at(argument), written => {
      const parts = isArray(written) ? written : [written];
      return parts.every(part => typeof part === 'string')
        ? this.#mark(parts.join('.'), at)
        : unknown('its `Fn::GetAtt` is not complete', at);
    });
  }

  #substitute(argument: Place, node: Node, at: Place): Value<Json> {
    const pattern = text(node.kind === 'sequence' ? node.items[0] : node);
    if (pattern === undefined) return unknown('its `Fn::Sub` is not complete', at);
    let failure: Value<Json> | undefined;
    let unsure: string | undefined;
    const result = pattern.replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const value = this.#variable(name.trim(), argument, node, at);
      if (value.is !== 'known' || typeof value.value === 'object') {
        failure ??= value.is === 'known' ? unknown(`\`${name}\` is not text`, at) : value;
        return '';
      }
      unsure ??= value.unsure;
      return String(value.value);
    });
    if (failure) return failure;
    return isDynamic(result) ? unknown('it is a dynamic reference', at) : known(result, at, unsure);
  }

  #variable(name: string, argument: Place, node: Node, at: Place): Value<Json> {
    const own = node.kind === 'sequence' ? child(argument, 1, name) : undefined;
    if (own && nodeAt(own)) return this.at(own);
    return this.#reference(name, at);
  }

  #findInMap(argument: Place, at: Place): Value<Json> {
    return andThen(this.at(argument), keys => {
      if (!isArray(keys)) return unknown('its `Fn::FindInMap` is not complete', at);
      const [map, first, second] = keys.map(key => (typeof key === 'object' ? '' : String(key)));
      if (
        map === undefined ||
        first === undefined ||
        second === undefined ||
        hasReference(map + first + second)
      )
        return unknown('its `Fn::FindInMap` depends on where it is deployed', at);
      const node = this.#template.declarations.mapping(map, first, second);
      if (!node) return unknown(`the mapping \`${map}\` has no such key`, at);
      const found = node.kind === 'scalar' ? node.value : undefined;
      return found === undefined
        ? unknown(`the mapping \`${map}\` holds a list there`, at)
        : known(found, at);
    });
  }

  /** Applies a function to its arguments once they are all known. */
  #over(argument: Place, at: Place, apply: (args: readonly Json[]) => Json | undefined): Value<Json> {
    return andThen(this.at(argument), args => {
      const result = isArray(args) ? apply(args) : undefined;
      return result === undefined
        ? unknown('its arguments are only known once deployed', at)
        : known(result, at);
    });
  }
}

function isDynamic(value: Json): boolean {
  return typeof value === 'string' && value.includes('{{resolve:');
}

function join([delimiter, parts]: readonly Json[]): Json | undefined {
  if (typeof delimiter !== 'string' || !isArray(parts)) return undefined;
  return parts.every(part => typeof part !== 'object') ? parts.map(String).join(delimiter) : undefined;
}

function split([delimiter, source]: readonly Json[]): Json | undefined {
  if (typeof delimiter !== 'string' || typeof source !== 'string' || delimiter === '') return undefined;
  return hasReference(source) ? undefined : source.split(delimiter);
}

function select([index, list]: readonly Json[]): Json | undefined {
  return isArray(list) ? list[Number(index)] : undefined;
}
