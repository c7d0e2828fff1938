import { type Said, say } from '../i18n/sentence.ts';
import type { Document } from '../syntax/document.ts';
import type { Ignore } from './ignore.ts';
import { ignoresOf } from './read-ignores.ts';

/** What may be left out: something that a rule says about a place. */
export interface Subject {
  readonly ruleId: string;
  readonly file: string;
  /** Where the place begins in the file. */
  readonly offset: number;
  readonly resource: string | undefined;
}

/** Ignores that stand outside of templates: why something is left out, or nothing when it is not. */
export type Configured = (subject: Subject) => Said | undefined;

/** Why something is left out, and whether the template or the configuration says so. */
export interface Reason {
  readonly text: Said;
  readonly isConfigured: boolean;
}

/** What a template ignores, and whether that did anything. */
export interface SeenIgnore extends Ignore {
  readonly isUsed: boolean;
}

/** All ignores of a run, and which of them were needed. */
export class Suppression {
  readonly #ignores = new Map<string, readonly Ignore[]>();
  readonly #used = new Set<Ignore>();
  readonly #configured: Configured | undefined;

  constructor(documents: readonly Document[], configured: Configured | undefined) {
    this.#configured = configured;
    for (const document of documents) {
      const ignores = ignoresOf(document);
      if (ignores.length > 0) this.#ignores.set(document.file, ignores);
    }
  }

  /** Nothing is left out. */
  get isEmpty(): boolean {
    return this.#ignores.size === 0 && this.#configured === undefined;
  }

  /** Why something is left out; nothing when it is to be said. */
  reason(subject: Subject): Reason | undefined {
    const own = this.#ignores.get(subject.file) ?? [];
    const covering = own.filter(each => covers(each, subject));
    for (const each of covering) this.#used.add(each);
    const [first] = covering;
    if (first) return { text: first.reason ?? say`no reason given`, isConfigured: false };
    const configured = this.#configured?.(subject);
    return configured === undefined ? undefined : { text: configured, isConfigured: true };
  }

  /** The ignores of a template in the order of the text, as far as they are known to be needed by now. */
  seen(document: Document): readonly SeenIgnore[] {
    const own = this.#ignores.get(document.file) ?? [];
    return own.map(each => ({ ...each, isUsed: this.#used.has(each) }));
  }
}

function covers(ignore: Ignore, { ruleId, offset }: Subject): boolean {
  return ignore.rule === ruleId && ignore.covers.start <= offset && offset < ignore.covers.end;
}
