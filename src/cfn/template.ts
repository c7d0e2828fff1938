import type { Json } from '../syntax/json.ts';
import { entry, type Node } from '../syntax/node.ts';
import { child, nodeAt, type Path, type Place } from '../syntax/place.ts';
import { Conditions } from './conditions.ts';
import type { Declarations, ResourceDeclaration } from './declarations.ts';
import type { Domains } from './domain.ts';
import { evaluate, type Mode } from './evaluate.ts';
import { hiddenKeys, intrinsic, text } from './intrinsic.ts';
import { Resource } from './resource.ts';
import type { Trail } from './trail.ts';
import { absent, andThen, known, unknown, type Value } from './value.ts';

/**
 * A template in one scenario: every `Fn::If` is decided, and what the scenario leaves out is gone. Which scenario it is
 * gets settled by the questions themselves, each condition when it is first asked for (see `Trail`).
 */
export class Template {
  readonly declarations: Declarations;
  readonly #conditions: Conditions;
  readonly #trail: Trail;
  readonly #asked = new Map<string, boolean>();

  constructor(declarations: Declarations, domains: Domains, trail: Trail) {
    this.declarations = declarations;
    this.#trail = trail;
    this.#conditions = new Conditions(declarations, domains, trail);
  }

  /** The conditions that resources and `Fn::If`s asked for so far, as they are in this scenario. */
  get scenario(): ReadonlyMap<string, boolean> {
    return this.#asked;
  }

  holds(condition: string): boolean {
    const answer = this.#conditions.holds(condition);
    this.#asked.set(condition, answer);
    return answer;
  }

  /** The resources of a type that exist in this scenario. */
  resources(type: string): Resource[] {
    return this.declarations.ofType(type).flatMap(each => this.#existing(each) ?? []);
  }

  resource(id: string): Resource | undefined {
    const declaration = this.declarations.resources.get(id);
    return declaration && this.#existing(declaration);
  }

  #existing(declaration: ResourceDeclaration): Resource | undefined {
    if (declaration.condition !== undefined && !this.holds(declaration.condition)) return undefined;
    return new Resource(this, declaration);
  }

  /** Follows keys from a place, through the branches that this scenario takes, to where the value stands. */
  find(from: Place, ...keys: Path): Value<Place> {
    let place = this.#settle(from);
    for (const [i, key] of keys.entries()) {
      if (place.is === 'absent') return absent(child(place.at, ...keys.slice(i)));
      if (place.is === 'unknown') return place;
      place = this.#step(place.value, key);
      if (place.is === 'absent' && i + 1 < keys.length) return absent(child(place.at, ...keys.slice(i + 1)));
    }
    return place;
  }

  /** The value at a place, with everything in it decided; unknown when a part of it is only known once deployed. */
  read(from: Place, ...keys: Path): Value<Json> {
    return this.#evaluate('value', from, keys);
  }

  /** Like `read`, but what is only known once deployed stays in the text as a mark: see `reference`. */
  shape(from: Place, ...keys: Path): Value<Json> {
    return this.#evaluate('shape', from, keys);
  }

  /** The places of a list's items; of a value that is no list, its own place: IAM takes one where it takes many. */
  items(from: Place, ...keys: Path): Value<readonly Place[]> {
    return andThen(this.find(from, ...keys), at => {
      const node = nodeAt(at);
      if (node?.kind !== 'sequence') {
        const call = intrinsic(node);
        return call ? unknown(`it is computed by \`${call.name}\``, at) : known([at], at);
      }
      const places = node.items.flatMap((_, i) => {
        const item = this.#settle(child(at, i));
        return item.is === 'absent' ? [] : [item.is === 'known' ? item.value : item.at];
      });
      return known(places, at);
    });
  }

  /** The resource that a `Ref` or `Fn::GetAtt` at this place points to. */
  target(from: Place, ...keys: Path): Value<Resource> {
    return andThen(this.find(from, ...keys), at => {
      const call = intrinsic(nodeAt(at));
      const argument = call?.argument.kind === 'sequence' ? call.argument.items[0] : call?.argument;
      const isPointer = call?.name === 'Ref' || call?.name === 'Fn::GetAtt';
      const name = isPointer ? text(argument)?.replace(/\..*/s, '') : undefined;
      if (call?.name === 'Fn::ImportValue') return unknown('it is imported from another stack', at);
      if (name === undefined) return unknown('it does not point to a resource of this template', at);
      if (this.declarations.parameters.has(name)) return unknown(`it is the parameter \`${name}\``, at);
      const resource = this.resource(name);
      if (resource) return known(resource, at);
      const declared = this.declarations.resources.has(name);
      return unknown(
        declared ? `\`${name}\` does not exist in this scenario` : `\`${name}\` is not declared`,
        at,
      );
    });
  }

  /** A parameter's value: in a `shape` it stays a mark unless it was given. */
  parameter(name: string, mode: Mode, at: Place): Value<string> | undefined {
    const parameter = this.declarations.parameters.get(name);
    if (!parameter) return undefined;
    if (parameter.given !== undefined) return known(parameter.given, at);
    if (mode === 'shape') return undefined;
    const fallback = parameter.default;
    if (fallback === undefined) return unknown(`the parameter \`${name}\` has no value here`, at);
    if (parameter.type.startsWith('AWS::SSM::'))
      return unknown(`the parameter \`${name}\` is read from Parameter Store`, at);
    const settled = this.#trail.chosen(`parameter ${name}`);
    if (settled !== undefined && settled !== fallback)
      return unknown(`the parameter \`${name}\` does not have its default in this scenario`, at);
    return known(fallback, at, `it rests on the default of the parameter \`${name}\``);
  }

  /** Settles a parameter for this scenario, as a condition on it would. */
  settleParameter(name: string): string {
    return this.#conditions.parameter(name);
  }

  #evaluate(mode: Mode, from: Place, keys: Path): Value<Json> {
    return andThen(this.find(from, ...keys), at => evaluate(this, at, mode));
  }

  #step(from: Place, key: string | number): Value<Place> {
    const node = nodeAt(from);
    const call = intrinsic(node);
    if (call) return unknown(`it is computed by \`${call.name}\``, from);
    const next = child(from, key);
    if (node?.kind === 'mapping' && typeof key === 'string') {
      if (entry(node, key)) return this.#settle(next);
      const hidden = hiddenKeys(node) ?? this.declarations.macro;
      return hidden ? unknown(hidden, from) : absent(next);
    }
    if (node?.kind === 'sequence' && typeof key === 'number')
      return node.items[key] ? this.#settle(next) : absent(next);
    return unknown('it is not written as a map', from);
  }

  /** Goes through `Fn::If` to the branch that counts. Nothing, `null` and `AWS::NoValue` are absent. */
  #settle(from: Place): Value<Place> {
    let at = from;
    for (;;) {
      const node = nodeAt(at);
      if (!node || (node.kind === 'scalar' && node.value === null)) return absent(at);
      const call = intrinsic(node);
      if (call?.name === 'Ref' && text(call.argument) === 'AWS::NoValue') return absent(at);
      if (call?.name !== 'Fn::If') return known(at, at);
      const condition = conditionOf(call.argument);
      if (condition === undefined) return unknown('its `Fn::If` is not complete', at);
      at = child(at, 'Fn::If', this.holds(condition) ? 1 : 2);
    }
  }
}

function conditionOf(argument: Node): string | undefined {
  return argument.kind === 'sequence' && argument.items.length === 3 ? text(argument.items[0]) : undefined;
}
