/** What marks text in the Markdown of hovers, and escapes that keep text from being marked, as `prose` writes them. */
const MARKS =
  /\\(?<escaped>[^A-Za-z0-9\s])|@<!-- -->|^ *```(?:sh)?\n?|\*\*|`|\[(?<text>\w+)\]\((?<address>[^)\s]+)\)|^---\n\n/gm;

/** The Markdown of a hover for an editor that shows text as it is. */
export function plainText(markdown: string): string {
  return markdown
    .replace(MARKS, (mark, ...rest) => {
      const { escaped, text, address }: Partial<Record<string, string>> = rest.at(-1);
      if (escaped !== undefined) return escaped;
      if (address !== undefined) return `${text}: ${address}`;
      return mark.startsWith('@') ? '@' : '';
    })
    .trimEnd();
}
