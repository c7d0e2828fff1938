import { escapeControls } from './escape-output.ts';

/**
 * Text of a template as it may stand in Markdown. Our own marks for code, around names that mean nothing to Markdown,
 * are left; all else is text.
 */
export function prose(text: string): string {
  return escapeControls(text)
    .split(/(`[A-Za-z][A-Za-z0-9:./-]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : asText(part)))
    .join('');
}

/** No mark, no link, and nobody is called by a name that a template mentions. */
function asText(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>#+!|~&$^=]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/@(?=\w)/g, '@<!-- -->');
}

/** The same where Markdown has nothing but links: `[text](address)`, which may be a command of an editor. */
export function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}
