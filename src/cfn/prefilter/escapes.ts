/** Characters that are written as numbers, and line breaks that are not part of a text. */
const ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|\r?\n[ \t]*)/g;

/**
 * The text of a whole template, for searching it: as it is written, followed by the same with the escapes of quoted
 * texts decoded, where there are any. Outside of quotes a backslash means nothing, so both have to be searched.
 */
export function searchable(text: string): string {
  return text.includes('\\') ? `${text}\n${decoded(text)}` : text;
}

function decoded(text: string): string {
  return text.replace(ESCAPE, (whole, ...codes: (string | undefined)[]) => {
    const code = codes.slice(0, 3).find(each => each !== undefined);
    if (code === undefined) return '';
    const number = Number.parseInt(code, 16);
    return number > 0x10ffff ? whole : String.fromCodePoint(number);
  });
}
