import type { Json } from '../../syntax/json-value.ts';
import { child, type Path, type Place } from '../../syntax/place.ts';
import type { ResourceDeclaration } from '../template/declarations.ts';
import type { Value } from '../value.ts';
import type { Template } from './scenario-template.ts';

/** A resource that exists in the scenario of its template. */
export class Resource {
  readonly id: string;
  readonly type: string;
  readonly at: Place;
  readonly condition: string | undefined;
  readonly template: Template;
  #properties: Value<Place> | undefined;

  constructor(template: Template, declaration: ResourceDeclaration) {
    this.template = template;
    this.id = declaration.id;
    this.type = declaration.type;
    this.at = declaration.at;
    this.condition = declaration.condition;
  }

  /** Whether it is deployed already, and in no template that was given. */
  get isReadOnly(): boolean {
    return this.template.declarations.account !== undefined;
  }

  /** Whether two are one resource of one stack. */
  sameAs(other: Resource): boolean {
    return this.id === other.id && this.template.key === other.template.key;
  }

  find(...keys: Path): Value<Place> {
    this.#properties ??= this.template.find(this.at, 'Properties');
    return this.#properties.is === 'known' && this.#properties.unsure === undefined
      ? this.template.find(this.#properties.value, ...keys)
      : this.template.find(this.at, 'Properties', ...keys);
  }

  read(...keys: Path): Value<Json> {
    return this.template.read(this.at, 'Properties', ...keys);
  }

  symbolic(...keys: Path): Value<Json> {
    return this.template.symbolic(this.at, 'Properties', ...keys);
  }

  items(...keys: Path): Value<readonly Place[]> {
    return this.template.items(this.at, 'Properties', ...keys);
  }

  target(...keys: Path): Value<Resource> {
    return this.template.target(this.at, 'Properties', ...keys);
  }

  /** Where a property is written, or would be. */
  place(...keys: Path): Place {
    const found = this.find(...keys);
    return found.is === 'known' ? found.value : found.at;
  }

  /** The place of a property by its name alone, whatever the scenario. */
  declared(...keys: Path): Place {
    return child(this.at, 'Properties', ...keys);
  }
}
