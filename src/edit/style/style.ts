import type { Document } from '../../syntax/document.ts';
import { isArray, isObject, type Json } from '../../syntax/json-value.ts';
import { memoize } from '../../util/memoize.ts';
import type { FlowStyle } from './flow-text.ts';
import type { Quote, TextStyle } from './scalar-text.ts';
import { type Quoting, type Sample, Survey } from './survey.ts';

/** How a template is laid out: for indentation the nearest example counts, otherwise what prevails. */
export class Style {
  readonly #survey: Survey;
  readonly #json: boolean;
  readonly #texts: TextStyle['texts'];
  readonly #keys: Quote | undefined;
  readonly #quote: (near: number) => Quote | undefined;
  readonly #short: (near: number) => boolean | undefined;

  constructor(document: Document) {
    this.#survey = new Survey(document);
    this.#json = document.format === 'json';
    const { word, marked } = this.#survey.texts;
    this.#texts = { word: habit(word), marked: habit(marked) };
    this.#keys = habit(this.#survey.keys);
    this.#quote = prevailing(this.#survey.quotes);
    this.#short = prevailing(this.#survey.short);
  }

  text(near: number): TextStyle {
    const quote = this.#quote(near) ?? 'double';
    return { quote, texts: this.#texts, keys: this.#keys };
  }

  /** Whether functions are written as tags: `!Ref`, not `Ref:`. */
  short(near: number): boolean {
    return !this.#json && (this.#short(near) ?? true);
  }

  /** Columns from a key to the keys of the map below it. */
  step(near: number): number {
    return nearest(this.#survey.steps, near) ?? 2;
  }

  /** Columns from a key to the dashes of the list below it: 0 for lists that are not indented. */
  sequenceStep(near: number): number {
    return nearest(this.#survey.sequences, near) ?? this.step(near);
  }

  /** The blanks between a dash and what follows. */
  dashGap(near: number): number {
    return nearest(this.#survey.gaps, near) ?? 1;
  }

  flow(near: number): FlowStyle {
    const { mapPads, listPads, commas, colons, shortMaps, shortLists } = this.#survey;
    const colon = (this.#json && nearest(colons, near)) || ': ';
    const tight = colon === ':' ? ',' : ', ';
    return {
      json: this.#json,
      text: this.text(near),
      short: this.short(near),
      comma: (nearest(commas, near) ?? tight) === ',' ? ',' : ', ',
      colon: colon.startsWith(' ') ? ' : ' : colon === ':' ? ':' : ': ',
      mapPad: (nearest(mapPads, near) ?? '') === '' ? '' : ' ',
      listPad: (nearest(listPads, near) ?? '') === '' ? '' : ' ',
      staysOnLine: value => this.#staysOnLine(value, nearest(shortMaps, near), nearest(shortLists, near)),
    };
  }

  /** Short values stay on the line of their key where their like do. */
  #staysOnLine(value: Json, maps: boolean = !this.#json, lists: boolean = !this.#json): boolean {
    if (isArray(value)) return lists && value.every(item => !isArray(item) && !isObject(item));
    if (!isObject(value)) return true;
    const [only, another] = Object.values(value);
    if (only === undefined || another !== undefined) return false;
    return maps && !isObject(only) && this.#staysOnLine(only, maps, lists);
  }
}

export const styleOf: (document: Document) => Style = memoize(document => new Style(document));

/** The quotes that nearly all text has that could do without. */
function habit({ single, double, plain }: Quoting): Quote | undefined {
  if (single + double === 0 || single + double < 4 * plain) return undefined;
  return single > double ? 'single' : 'double';
}

/** What four of five examples say; where they are not that much of one mind, the nearest. */
function prevailing<T>(samples: readonly Sample<T>[]): (near: number) => T | undefined {
  const counts = new Map<T, number>();
  for (const { is } of samples) counts.set(is, (counts.get(is) ?? 0) + 1);
  const usual = [...counts].find(([, count]) => count * 5 >= samples.length * 4)?.[0];
  return near => usual ?? nearest(samples, near);
}

function nearest<T>(samples: readonly Sample<T>[], near: number): T | undefined {
  let low = 0;
  let high = samples.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((samples[middle]?.at ?? 0) < near) low = middle + 1;
    else high = middle;
  }
  const before = samples[low - 1];
  const after = samples[low];
  if (!before || !after) return (before ?? after)?.is;
  return near - before.at <= after.at - near ? before.is : after.is;
}
