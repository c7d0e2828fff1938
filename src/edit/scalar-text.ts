import type { ScalarStyle } from '../syntax/node.ts';

export type Quote = Extract<ScalarStyle, 'single' | 'double'>;

/** Text that every YAML parser reads as itself when it is plain: what is left out here gets quotes. */
const PLAIN = /^[A-Za-z_/][A-Za-z0-9_:./+-]*$/;
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const PRINTABLE_ASCII = /^[\x20-\x7E]*$/;

/** A scalar as YAML. `quote` is what the template uses where quotes are needed; `always` puts them in any case. */
export function scalarText(
  value: string | number | boolean | null,
  quote: Quote,
  always: boolean = false,
): string {
  if (typeof value !== 'string') return String(value);
  const isPlain = PLAIN.test(value) && !value.endsWith(':') && !WORDS.test(value);
  if (isPlain && !always) return value;
  if (quote === 'single' && PRINTABLE_ASCII.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}
