import { say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import { child, nodeAt, type Path, type Place } from '../../syntax/place.ts';
import { getOrInsertComputed } from '../../util/memoize.ts';
import { evaluate, evaluateText } from '../functions/evaluate.ts';
import type { EvaluationContext, Mode, StackOutput } from '../functions/evaluation-context.ts';
import { intrinsic } from '../functions/intrinsic.ts';
import { qualifiedName } from '../functions/qualified-name.ts';
import { splitText } from '../functions/split.ts';
import type { Declarations, ResourceDeclaration } from '../template/declarations.ts';
import { andThen, known, unknown, type Value } from '../value.ts';
import { isRejected } from './assertions.ts';
import { computedItems } from './computed-items.ts';
import { Conditions } from './conditions.ts';
import { importedValue, nestedOutput } from './cross-stack.ts';
import type { DecisionPath } from './decision-path.ts';
import type { Domains } from './domain.ts';
import { placeholderCharacters } from './placeholder-characters.ts';
import { parentParameter, resolveParameter } from './resolve-parameter.ts';
import { PathResolver } from './resolve-path.ts';
import { resolveResource } from './resolve-resource.ts';
import { Resource } from './resource.ts';
import { withArnsWrittenOut } from './resource-arn.ts';
import type { Stack } from './stack.ts';
import { stackOutput } from './stack-output.ts';

/** The templates of all stacks in one scenario. */
export interface Views {
  of(stack: Stack): Template;
  /** Nothing when that many stacks have asked one another already that it must be a circle. */
  deeper<T>(ask: () => T): T | undefined;
}

/**
 * A template in one scenario: every `Fn::If` is decided, and what the scenario leaves out is gone. Which scenario it is
 * gets settled by the questions themselves, each condition when it is first asked for (see `DecisionPath`).
 */
export class Template implements EvaluationContext {
  readonly stack: Stack;
  readonly #conditions: Conditions;
  readonly #trail: DecisionPath;
  readonly #views: Views;
  readonly #asked = new Map<string, boolean>();
  readonly #resources = new Map<ResourceDeclaration, Resource>();
  readonly #paths: PathResolver;

  constructor(stack: Stack, domains: Domains, path: DecisionPath, views: Views) {
    this.stack = stack;
    this.#trail = path;
    this.#views = views;
    this.#paths = new PathResolver(stack.declarations, condition => this.holds(condition));
    this.#conditions = new Conditions(stack.declarations, domains, path, {
      key: stack.key,
      passed: name => parentParameter(this, name),
      operand: at => evaluateText(this, at, 'condition'),
    });
  }

  get declarations(): Declarations {
    return this.stack.declarations;
  }

  /** Tells its stack from the others that it was given with. */
  get key(): string {
    return this.stack.key;
  }

  /** The template of another stack in the same scenario. */
  templateOf(stack: Stack): Template {
    return this.#views.of(stack);
  }

  /** Asks another stack, unless stacks have asked one another in a circle. */
  enterStack<T>(ask: () => Value<T>, at: Place): Value<T> {
    return this.#views.deeper(ask) ?? unknown(say`the stacks refer to each other in a circle`, at);
  }

  /** The conditions that resources and `Fn::If`s asked for so far, as they are in this scenario. */
  get scenario(): ReadonlyMap<string, boolean> {
    return this.#asked;
  }

  /** Whether a condition holds; nothing for one that is not declared or cannot be read. */
  holds(condition: string): boolean | undefined {
    if (this.declarations.conditions.has(condition)) this.#trail.depend();
    const answer = this.#conditions.holds(condition);
    if (answer !== undefined) this.#asked.set(condition, answer);
    return answer;
  }

  /** False when no deployment can have what this scenario has settled so far. */
  isPossible(): boolean {
    return !isRejected(this.declarations, name => this.#conditions.options(name));
  }

  /** The resources of a type that exist in this scenario. */
  resources(type: string): Resource[] {
    return this.declarations.ofType(type).flatMap(each => this.#existing(each) ?? []);
  }

  /** A resource that exists in this scenario, by its logical id; one of another stack by its id in a placeholder. */
  resource(id: string): Resource | undefined {
    const owner = this.owner(id);
    return owner ? owner.template.#existing(owner.declaration) : undefined;
  }

  /** Who declares a resource, by its logical id or, for one of another stack, by its id in a placeholder. */
  owner(id: string): { readonly template: Template; readonly declaration: ResourceDeclaration } | undefined {
    const { key, name } = qualifiedName(id);
    const stack = key === undefined ? this.stack : this.stack.system?.stack(key);
    const declaration = stack?.declarations.resources.get(name);
    return stack && declaration && { template: this.#views.of(stack), declaration };
  }

  #existing(declaration: ResourceDeclaration): Resource | undefined {
    if (declaration.condition !== undefined && this.holds(declaration.condition) === false) return undefined;
    return getOrInsertComputed(this.#resources, declaration, () => new Resource(this, declaration));
  }

  /** Follows keys from a place, through the branches that this scenario takes, to where the value stands. */
  find(from: Place, ...keys: Path): Value<Place> {
    this.#trail.walk(keys.length + 1);
    return this.#paths.find(from, keys);
  }

  /** The pieces of a text, in which placeholders may be; nothing where they depend on what these stand for. */
  split(text: string, delimiter: string): readonly string[] | undefined {
    return splitText(withArnsWrittenOut(this, text), delimiter, name => placeholderCharacters(this, name));
  }

  /** The value at a place, with everything in it decided; unknown when a part of it is only known once deployed. */
  read(from: Place, ...keys: Path): Value<Json> {
    return this.#evaluate('concrete', from, keys);
  }

  /** Like `read`, but what is only known once deployed stays in the text as a placeholder: see `placeholder`. */
  symbolic(from: Place, ...keys: Path): Value<Json> {
    return this.#evaluate('symbolic', from, keys);
  }

  /**
   * Like `symbolic`, but what another stack exports or a store holds stays as a placeholder too, and is not unknown.
   */
  symbolicWithImports(from: Place, ...keys: Path): Value<Json> {
    return this.#evaluate('symbolic with imports', from, keys);
  }

  /** The places of a list's items; of a value that is no list, its own place: IAM takes one where it takes many. */
  items(from: Place, ...keys: Path): Value<readonly Place[]> {
    return andThen(this.find(from, ...keys), at => {
      const node = nodeAt(at);
      if (node?.kind !== 'sequence') return intrinsic(node) ? computedItems(this, at) : known([at], at);
      const places = node.items.flatMap((_, i) => {
        const item = this.find(child(at, i));
        return item.is === 'absent' ? [] : [item.is === 'known' ? item.value : item.at];
      });
      return known(places, at);
    });
  }

  /** The resource that a `Ref` or `Fn::GetAtt` at this place points to, or a text that is nothing but one of them. */
  target(from: Place, ...keys: Path): Value<Resource> {
    return andThen(this.find(from, ...keys), at => resolveResource(this, at));
  }

  imported(name: string, mode: Mode, at: Place): Value<Json> {
    return importedValue(this, name, mode, at);
  }

  stackOutput(asked: StackOutput, mode: Mode, at: Place): Value<Json> {
    return stackOutput(this, asked, mode, at);
  }

  output(name: string, mode: Mode, at: Place): Value<Json> | undefined {
    const [, id, output] = /^([^.]+)\.Outputs\.(.+)$/s.exec(name) ?? [];
    return id === undefined || output === undefined ? undefined : nestedOutput(this, id, output, mode, at);
  }

  /** A parameter's value as text: in a symbolic value it stays a placeholder unless it was given. */
  parameter(name: string, mode: Mode, at: Place): Value<string> | undefined {
    return resolveParameter(this, this.#conditions, name, mode, at);
  }

  /** Settles a parameter for this scenario, as a condition on it would. */
  settleParameter(name: string): string {
    return this.#conditions.parameter(name);
  }

  #evaluate(mode: Mode, from: Place, keys: Path): Value<Json> {
    return andThen(this.find(from, ...keys), at => evaluate(this, at, mode));
  }
}
