import { type Sentence, say } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';

/** Knowledge with provenance: what is known, where it stands, and where it would be written. */
export type Value<T> = Known<T> | Absent | Unknown;

export interface Known<T> {
  readonly is: 'known';
  readonly value: T;
  readonly at: Place;
  /** Set when the value rests on a parameter's `Default`, which a deployment may override: the reason, as a phrase. */
  readonly unsure?: Sentence;
}

export interface Absent {
  readonly is: 'absent';
  /** Where it would be written. */
  readonly at: Place;
  /** As in `Known`: it is only absent as long as nobody gives a parameter another value. */
  readonly unsure?: Sentence;
}

export interface Unknown {
  readonly is: 'unknown';
  /** A phrase that follows "because": `it is imported from another stack`. */
  readonly why: Sentence;
  readonly at: Place;
  /** Set where several of the given templates fit, which the reason names. */
  readonly isAmbiguous?: true;
  /** Set where a reference points to nothing, which CloudFormation rejects: the reference, as people write it. */
  readonly dangling?: string;
}

/** What a question about a template comes to. */
export interface Answer {
  readonly is: 'yes' | 'no' | 'unknown';
  readonly at: Place;
  readonly why?: Sentence;
  readonly unsure?: Sentence;
}

export function known<T>(value: T, at: Place, unsure?: Sentence): Known<T> {
  return unsure === undefined ? { is: 'known', value, at } : { is: 'known', value, at, unsure };
}

export function absent(at: Place, unsure?: Sentence): Absent {
  return unsure === undefined ? { is: 'absent', at } : { is: 'absent', at, unsure };
}

export function unknown(why: Sentence, at: Place): Unknown {
  return { is: 'unknown', why, at };
}

/** Unknown since several of the given templates fit, which the reason names. */
export function ambiguous(why: Sentence, at: Place): Unknown {
  return { ...unknown(why, at), isAmbiguous: true };
}

/** What a function computed, where it could. */
export function orUnknown<T>(result: T | undefined, at: Place): Value<T> {
  return result === undefined
    ? unknown(say`what it is computed from is only known once deployed`, at)
    : known(result, at);
}

/** Asks on when the value is known; doubt about the first value stays with the second. */
export function andThen<T, U>(value: Value<T>, ask: (value: T, at: Place) => Value<U>): Value<U> {
  if (value.is !== 'known') return value;
  const next = ask(value.value, value.at);
  const unsure = value.unsure;
  return next.is === 'known' && unsure !== undefined ? { ...next, unsure } : next;
}

/** A value that no deployment changes: one that rests on a default is none. */
export function certain<T>(value: Value<T>): T | undefined {
  return value.is === 'known' && value.unsure === undefined ? value.value : undefined;
}
