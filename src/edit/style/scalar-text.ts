import type { ScalarStyle } from '../../syntax/node.ts';

export type Quote = Extract<ScalarStyle, 'single' | 'double'>;

/** How text is quoted at a place. */
export interface TextStyle {
  /** The quotes for text that needs some. */
  readonly quote: Quote;
  /** Those that other text has all the same. */
  readonly texts: Readonly<Record<TextKind, Quote | undefined>>;
  /** The same for keys. */
  readonly keys: Quote | undefined;
}

/** Many quote `sts:AssumeRole` and leave `Allow` plain. */
export type TextKind = 'word' | 'marked';

export function kindOf(text: string): TextKind {
  return /[:./]/.test(text) ? 'marked' : 'word';
}

/** Text that every YAML parser reads as itself when it is plain: what is left out here gets quotes. */
const PLAIN = /^[A-Za-z_/][A-Za-z0-9_:./+-]*$/;
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const PRINTABLE_ASCII = /^[\x20-\x7E]*$/;
/** What parsers reject, fold or drop when it stands in a text as it is, and JSON does not escape. */
const UNSAFE = /[\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

export function couldBePlain(text: string): boolean {
  return PLAIN.test(text) && !text.endsWith(':') && !WORDS.test(text);
}

/** A scalar as YAML. `quote` is what the template uses where quotes are needed; `always` puts them in any case. */
export function scalarText(
  value: string | number | boolean | null,
  quote: Quote,
  always: boolean = false,
): string {
  if (typeof value !== 'string') return String(value);
  if (couldBePlain(value) && !always) return value;
  if (quote === 'single' && PRINTABLE_ASCII.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value).replace(UNSAFE, escaped);
}

export function valueText(value: string | number | boolean | null, style: TextStyle): string {
  const quote = typeof value === 'string' ? style.texts[kindOf(value)] : undefined;
  return scalarText(value, quote ?? style.quote, quote !== undefined);
}

export function keyText(key: string, style: TextStyle): string {
  return scalarText(key, style.keys ?? style.quote, style.keys !== undefined);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
