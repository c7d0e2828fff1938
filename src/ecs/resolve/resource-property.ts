import { intrinsic } from '../../cfn/functions/intrinsic.ts';
import { display, onlyPlaceholder } from '../../cfn/functions/placeholder.ts';
import { accountResourcesById, fromAccount } from '../../cfn/scenario/account-data.ts';
import { nearestTo } from '../../cfn/scenario/nearest.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import {
  type Absent,
  ambiguous,
  andThen,
  known,
  type Unknown,
  unknown,
  type Value,
} from '../../cfn/value.ts';
import { or, type Sentence, say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';
import { mayBeNamed } from './named-environment.ts';
import { type OpaqueValue, opaqueValueAt } from './opaque-value.ts';
import type { Mode } from './physical-name.ts';
import { resourcesNamed, resourcesNamedElsewhere } from './resource-names.ts';

/** What a property may point to, and how it may be named there instead. */
export interface Kind {
  readonly noun: Sentence;
  readonly types: readonly string[];
  /** The property in which such a resource is given its name. */
  readonly nameProperty: string;
  /** The name in what may be an ARN. */
  readonly nameIn: (text: string) => string;
  /** The name of the one that is meant where none is written. */
  readonly fallback?: string;
}

/** What stands at a place that takes a reference: a `Ref`, a `Fn::GetAtt`, a name or an ARN. */
export class ResourceProperty {
  readonly template: Template;
  readonly #found: Value<Place>;

  constructor(template: Template, found: Value<Place>) {
    this.template = template;
    this.#found = found;
  }

  /** The resource that is referred to, or, where nothing in the templates is, the deployed one with that id or ARN. */
  target(): Value<Resource> {
    const target = this.#reference();
    return target.is === 'unknown' ? (this.#fromAccount() ?? target) : target;
  }

  /** The resource that a `Ref` or `Fn::GetAtt` points to, or a text that is nothing but one of them. */
  #reference(): Value<Resource> {
    return andThen(this.#found, at => {
      const target = this.template.target(at);
      if (target.is !== 'unknown') return target;
      const text = this.template.symbolic(at);
      const resource = text.is === 'known' ? this.#marked(text.value) : undefined;
      if (resource) return known(resource, target.at);
      const isInText =
        intrinsic(nodeAt(at)) === undefined && text.is === 'known' && isPlaceholder(text.value);
      return isInText ? unknown(say`it is only known once it is deployed`, at) : target;
    });
  }

  /** What is there for certain, though only another stack or a store tells what it is. */
  hidden(): OpaqueValue | undefined {
    return this.#found.is === 'known' ? opaqueValueAt(this.template, this.#found.value) : undefined;
  }

  /** The value, in which what is only known once deployed is a placeholder. */
  symbolic(): Value<Json> {
    return andThen(this.#found, at => this.template.symbolic(at));
  }

  /** The same with a placeholder for what another stack exports or a store holds too. */
  symbolicWithImports(): Value<Json> {
    return andThen(this.#found, at => this.template.symbolicWithImports(at));
  }

  /** The value, unless it is only known once deployed. */
  read(): Value<Json> {
    return andThen(this.#found, at => this.template.read(at));
  }

  /**
   * The resource of a kind that is meant: by reference, or by the name that exactly one in this template has, or else
   * exactly one in the other templates that were given.
   */
  resource(kind: Kind): Value<Resource> {
    if (this.#found.is === 'unknown') return this.#found;
    const target = this.#reference();
    if (target.is === 'absent') return this.#fallback(kind, target);
    if (target.is === 'known')
      return kind.types.includes(target.value.type) ? target : elsewhere(target.value, kind, target.at);
    const text = this.symbolic();
    const local = this.#named(kind, 'symbolic', text) ?? this.#named(kind, 'read', this.read());
    if (local) return local;
    const other =
      this.#namedElsewhere(kind, 'symbolic', text) ?? this.#namedElsewhere(kind, 'read', this.read());
    const isGiven = other?.is === 'known' && !other.value.isReadOnly;
    const found = isGiven ? other : (this.#fromAccount(kind) ?? other);
    return found ?? { ...target, why: absence(kind, text, target.why) };
  }

  #fallback(kind: Kind, nothing: Absent): Value<Resource> {
    if (kind.fallback === undefined) return nothing;
    const name = known(kind.fallback, nothing.at);
    return this.#named(kind, 'symbolic', name) ?? this.#namedElsewhere(kind, 'symbolic', name) ?? nothing;
  }

  #named(kind: Kind, mode: Mode, text: Value<Json>): Value<Resource> | undefined {
    if (text.is !== 'known' || typeof text.value !== 'string') return undefined;
    const name = kind.nameIn(text.value);
    const marked = this.#marked(name);
    if (marked && kind.types.includes(marked.type) && this.#mayBe(marked, text.value))
      return known(marked, text.at);
    const { value: reference } = text;
    const found = kind.types
      .flatMap(type => resourcesNamed(this.template, type, kind.nameProperty, name, mode))
      .filter(({ resource }) => this.#mayBe(resource, reference));
    const [only, another] = found;
    if (!only) return undefined;
    if (another)
      return unknown(say`several resources of this template have the name of the ${kind.noun}`, text.at);
    return known(only.resource, text.at, text.unsure ?? only.unsure);
  }

  #namedElsewhere(kind: Kind, mode: Mode, text: Value<Json>): Value<Resource> | undefined {
    if (text.is !== 'known' || typeof text.value !== 'string') return undefined;
    const { value: reference } = text;
    const name = kind.nameIn(reference);
    const found = kind.types
      .flatMap(type => resourcesNamedElsewhere(this.template, type, kind.nameProperty, name, mode))
      .filter(({ resource }) => this.#mayBe(resource, reference));
    const closest = nearestTo(found, each => each.resource.template.stack, this.template.stack);
    const [only, another] = closest;
    if (!only) return undefined;
    if (!another) {
      const value = known(only.resource, text.at, text.unsure ?? only.unsure);
      return fromAccount(this.template.stack, value, only.scope, reference);
    }
    const candidates = closest.map(
      ({ resource }) => say`\`${resource.id}\` of ${resource.template.stack.document.file}`,
    );
    const distinct = new Map(candidates.map(each => [String(each), each]));
    return ambiguous(say`the ${kind.noun} \`${name}\` may be ${or([...distinct.values()])}`, text.at);
  }

  /** Nothing where no id or ARN is written, or it is of nothing that is deployed. */
  #fromAccount(kind?: Kind): Value<Resource> | undefined {
    const { stack } = this.template;
    if (!stack.system || stack.system.accountStacks.length === 0) return undefined;
    const text = this.read();
    if (text.is !== 'known' || typeof text.value !== 'string') return undefined;
    const found = accountResourcesById(stack.system, text.value).filter(
      ({ stack: { declarations }, id }) =>
        !kind || kind.types.includes(declarations.resources.get(id)?.type ?? ''),
    );
    const [only, another] = found;
    const resource = only && this.template.templateOf(only.stack).resource(only.id);
    if (!resource || another) return undefined;
    return fromAccount(stack, known(resource, text.at, text.unsure), only.found, text.value);
  }

  /** Whether a name or ARN may be that of a resource, going by where both are deployed. */
  #mayBe({ type, template }: Resource, reference: string): boolean {
    return mayBeNamed(reference, type, this.template.stack, template.stack);
  }

  #marked(text: Json): Resource | undefined {
    const name = typeof text === 'string' ? onlyPlaceholder(text) : undefined;
    const id = name?.replace(/\..*/s, '');
    if (id === undefined || this.template.declarations.parameters.has(id)) return undefined;
    return this.template.resource(id);
  }
}

function isPlaceholder(text: Json): boolean {
  return typeof text === 'string' && onlyPlaceholder(text) !== undefined;
}

function elsewhere({ id, type, template }: Resource, { noun }: Kind, at: Place): Unknown {
  const templates = template.stack.ambiguous.get(id);
  if (templates)
    return ambiguous(
      say`the ${noun} comes from the nested stack \`${id}\`, whose template may be ${or(templates)}`,
      at,
    );
  if (type === 'AWS::CloudFormation::Stack')
    return unknown(say`the ${noun} comes from the nested stack \`${id}\``, at);
  if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')
    return unknown(say`the ${noun} comes from the custom resource \`${id}\``, at);
  return unknown(say`\`${id}\` is not a ${noun}`, at);
}

function absence({ noun, nameIn }: Kind, text: Value<Json>, why: Sentence): Sentence {
  const name = text.is === 'known' && typeof text.value === 'string' ? text.value : undefined;
  if (name === '') return say`the name of the ${noun} is empty`;
  return name === undefined || isPlaceholder(name)
    ? say`the ${noun} is not in this template, since ${why}`
    : say`the ${noun} \`${display(nameIn(name))}\` is not in this template`;
}
