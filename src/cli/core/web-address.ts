/**
 * An address that a report may link to: of the web, and of characters that RFC 3986 has, without those that end a link in
 * Markdown or HTML.
 */
export const WEB_ADDRESS = '^https?://[!#-&*-;=?-Z_a-z~]+$';

/** An address of the web without slashes at its end; nothing for what is none. */
export function webAddress(text: string): string | undefined {
  return new RegExp(WEB_ADDRESS).test(text) ? text.replace(/\/+$/, '') : undefined;
}
