const WIDE = String.raw`\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60\uffe0-\uffe6`;
const NARROW = String.raw`\s\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u257f`;
const SIMPLE = new RegExp(`^[${NARROW}${WIDE}]*$`);
const EVERY_WIDE = new RegExp(`[${WIDE}]`, 'g');

/**
 * Whether `simpleWidth` is right about a text: Latin letters, kana, ideographs, hangul,
 * arrows and boxes, but no emoji and no combining marks.
 */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

/** Columns of a simple text. Thirty times faster to load than what knows all of Unicode. */
export function simpleWidth(text: string): number {
  return text.length + (text.match(EVERY_WIDE)?.length ?? 0);
}
