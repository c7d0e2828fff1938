import { type Sentence, say } from '../i18n/sentence.ts';
import { isArray, isObject, type Json, type JsonObject, property } from '../syntax/json-value.ts';
import type { Path } from '../syntax/place.ts';

/** A value in the output of a command that is not what the command writes there. */
export class UnexpectedValue extends Error {
  readonly path: Path;
  /** A complete sentence. */
  readonly problem: Sentence;

  constructor(path: Path, problem: Sentence) {
    super(String(problem));
    this.path = path;
    this.problem = problem;
  }
}

/** An object in the output of a command. A field that has another type than the command gives it, or is null, is refused. */
export class Fields {
  readonly #object: JsonObject;
  readonly #path: Path;

  constructor(value: Json, path: Path) {
    if (!isObject(value)) throw new UnexpectedValue(path, say`This must be an object.`);
    this.#object = value;
    this.#path = path;
  }

  has(key: string): boolean {
    return this.#value(key) !== undefined;
  }

  /** The value and its path, to be read in another way. */
  at(key: string): { readonly value: Json; readonly path: Path } | undefined {
    const value = this.#value(key);
    return value === undefined ? undefined : { value, path: [...this.#path, key] };
  }

  optionalText(key: string): string | undefined {
    const value = this.#value(key);
    if (value === undefined || typeof value === 'string') return value;
    throw this.unexpected(key, say`\`${key}\` must be a string.`);
  }

  text(key: string): string {
    const text = this.optionalText(key);
    if (text === undefined || text === '') throw this.unexpected(key, say`\`${key}\` is missing.`);
    return text;
  }

  flag(key: string): boolean | undefined {
    const value = this.#value(key);
    if (value === undefined || typeof value === 'boolean') return value;
    throw this.unexpected(key, say`\`${key}\` must be true or false.`);
  }

  integer(key: string): number | undefined {
    const value = this.#value(key);
    if (value === undefined || (typeof value === 'number' && Number.isInteger(value))) return value;
    throw this.unexpected(key, say`\`${key}\` must be an integer.`);
  }

  optionalFields(key: string): Fields | undefined {
    const value = this.#value(key);
    return value === undefined ? undefined : new Fields(value, [...this.#path, key]);
  }

  /** The objects of a list; none where there is no list. */
  list(key: string): readonly Fields[] {
    return this.#items(key).map((item, i) => new Fields(item, [...this.#path, key, i]));
  }

  texts(key: string): readonly string[] {
    return this.#items(key).map((item, i) => {
      if (typeof item === 'string') return item;
      throw new UnexpectedValue([...this.#path, key, i], say`\`${key}\` must be a list of strings.`);
    });
  }

  /** What is wrong with a field, or with the object where it has none of that name. */
  unexpected(key: string, problem: Sentence): UnexpectedValue {
    const isThere = property(this.#object, key) !== undefined;
    return new UnexpectedValue(isThere ? [...this.#path, key] : this.#path, problem);
  }

  #items(key: string): readonly Json[] {
    const value = this.#value(key);
    if (value === undefined) return [];
    if (isArray(value)) return value;
    throw this.unexpected(key, say`\`${key}\` must be a list.`);
  }

  #value(key: string): Json | undefined {
    return property(this.#object, key);
  }
}
