import { isArray, isObject, type Json, type JsonObject } from '../../src/syntax/json-value.ts';

/** What the parameters are in one deployment. */
export type Deployment = Readonly<Record<string, string>>;

/** A template as one deployment has it: computed by going through the plain data, as simply as that can be done. */
export class Deployed {
  readonly #template: JsonObject;
  readonly #values: Deployment;

  constructor(template: JsonObject, values: Deployment) {
    this.#template = template;
    this.#values = values;
  }

  holds(name: string): boolean {
    return this.#condition(at(this.#template, 'Conditions', name));
  }

  /** Whether the `Rules` let it through, and every mapping has the keys that conditions ask for. */
  isAccepted(): boolean {
    try {
      for (const name of Object.keys(object(at(this.#template, 'Conditions')))) this.holds(name);
    } catch {
      return false;
    }
    return Object.values(object(at(this.#template, 'Rules'))).every(rule => {
      const condition = at(rule, 'RuleCondition');
      const applies = condition === undefined || this.#condition(condition);
      return !applies || list(at(rule, 'Assertions')).every(each => this.#condition(at(each, 'Assert')));
    });
  }

  /** The properties of a resource, or nothing when it does not exist. */
  properties(id: string): JsonObject | undefined {
    const resource = at(this.#template, 'Resources', id);
    const condition = at(resource, 'Condition');
    if (resource === undefined || (typeof condition === 'string' && !this.holds(condition))) return undefined;
    return object(this.#resolve(at(resource, 'Properties') ?? {}));
  }

  #condition(json: Json | undefined): boolean {
    const [[name, argument] = ['', null]] = Object.entries(object(json));
    const items = list(argument);
    switch (name) {
      case 'Condition':
        return this.holds(String(argument));
      case 'Fn::And':
        return items.map(item => this.#condition(item)).every(each => each);
      case 'Fn::Or':
        return items.map(item => this.#condition(item)).some(each => each);
      case 'Fn::Not':
        return !this.#condition(items[0]);
      case 'Fn::Equals':
        return this.#text(items[0]) === this.#text(items[1]);
      case 'Fn::Contains':
        return list(items[0]).some(item => this.#text(item) === this.#text(items[1]));
      default:
        throw new Error(`no condition: ${JSON.stringify(json)}`);
    }
  }

  #text(json: Json | undefined): string {
    if (typeof json === 'string') return json;
    const [[name, argument] = ['', null]] = Object.entries(object(json));
    const items = list(argument);
    switch (name) {
      case 'Ref':
        return this.#values[String(argument)] ?? '';
      case 'Fn::Sub':
        return String(argument).replace(/\$\{(\w+)\}/g, (_, each: string) => this.#values[each] ?? '');
      case 'Fn::Join':
        return list(items[1])
          .map(each => this.#text(each))
          .join(this.#text(items[0]));
      case 'Fn::FindInMap': {
        const found = at(this.#template, 'Mappings', ...items.map(item => this.#text(item)));
        if (found === undefined) throw new Error('no such key');
        return String(found);
      }
      default:
        throw new Error(`no text: ${JSON.stringify(json)}`);
    }
  }

  /** Nothing where `AWS::NoValue` is what counts. */
  #resolve(json: Json): Json | undefined {
    if (isArray(json)) return json.flatMap(item => this.#resolve(item) ?? []);
    if (!isObject(json)) return json;
    if (json.Ref === 'AWS::NoValue') return undefined;
    const [condition, yes, no] = list(json['Fn::If']);
    if (condition !== undefined) return this.#resolve((this.holds(String(condition)) ? yes : no) ?? null);
    return Object.fromEntries(
      Object.entries(json).flatMap(([key, value]) => {
        const resolved = this.#resolve(value);
        return resolved === undefined ? [] : [[key, resolved]];
      }),
    );
  }
}

export function at(json: Json | undefined, ...keys: string[]): Json | undefined {
  return keys.reduce<Json | undefined>((value, key) => (isObject(value) ? value[key] : undefined), json);
}

export function list(json: Json | undefined): readonly Json[] {
  return isArray(json) ? json : [];
}

function object(json: Json | undefined): JsonObject {
  return isObject(json) ? json : {};
}
