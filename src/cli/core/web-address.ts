/**
 * An address that a report may link to: of the web, and of characters that RFC 3986 has, without those that end a link in
 * Markdown or HTML.
 */
export const WEB_ADDRESS = '^https?://[!#-&*-;=?-Z_a-z~]+$';
