/**
 * Something that is said to people: English, with what was filled in apart from the words, so that it can be said in
 * another language too. As a text, and in JSON, it is the English.
 */
export class Sentence {
  /** The words around the values, one more than there are values. */
  readonly parts: readonly string[];
  readonly values: readonly Said[];

  constructor(parts: readonly string[], values: readonly Said[]) {
    this.parts = parts;
    this.values = values;
  }

  /** The same sentence about something else. */
  withValues(values: readonly Said[]): Sentence {
    return new Sentence(this.parts, values);
  }

  toString(): string {
    return this.parts.reduce((before, part, i) => `${before}${this.values[i - 1] ?? ''}${part}`);
  }

  toJSON(): string {
    return this.toString();
  }
}

/** What can be filled in: another sentence or phrase, or a name or number, which is the same in all languages. */
export type Said = Sentence | string | number;

/** A phrase at the start of a sentence. */
class Opening extends Sentence {
  override withValues(values: readonly Said[]): Opening {
    return new Opening(this.parts, values);
  }

  override toString(): string {
    return super.toString().replace(/^\p{Ll}/u, letter => letter.toUpperCase());
  }
}

/** Tags whatever is said to people: `` say`Cluster \`${id}\` records nothing.` `` */
export function say(parts: TemplateStringsArray, ...values: readonly Said[]): Sentence {
  return new Sentence(parts, values);
}

/** A phrase with a capital letter, where a language has them. */
export function opening(phrase: Sentence): Sentence {
  return new Opening(['', ''], [phrase]);
}

/** A phrase or sentence that goes on from others. */
class Continuing extends Sentence {
  override toString(): string {
    return super.toString().replace(/^\p{Lu}(?=\p{Ll})/u, letter => letter.toLowerCase());
  }
}

/** A phrase with a small letter, where a language has them. */
export function continuing(phrase: Sentence): Sentence {
  return new Continuing(['', ''], [phrase]);
}

/** `a, b and c` */
export function and(all: readonly Said[]): Sentence {
  return joined(all, (before, last) => say`${before} and ${last}`);
}

/** `a, b or c` */
export function or(all: readonly Said[]): Sentence {
  return joined(all, (before, last) => say`${before} or ${last}`);
}

/** `a, b, c` */
export function commas(all: readonly Said[]): Sentence {
  const [first = '', ...others] = all;
  return others.reduce<Sentence>((before, next) => say`${before}, ${next}`, say`${first}`);
}

function joined(all: readonly Said[], end: (before: Sentence, last: Said) => Sentence): Sentence {
  const last = all.at(-1);
  return all.length < 2 || last === undefined ? commas(all) : end(commas(all.slice(0, -1)), last);
}
