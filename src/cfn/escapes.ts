/** Letters that are written as numbers, and line ends that are no part of a text. */
const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|\r?\n[ \t]*)/gi;

/** A whole template with what is escaped in its texts as the letters that it stands for, to search it. */
export function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, ...codes: (string | undefined)[]) => {
    const code = codes.slice(0, 3).find(each => each !== undefined);
    if (code === undefined) return '';
    const number = Number.parseInt(code, 16);
    return number > 0x10ffff ? whole : String.fromCodePoint(number);
  });
}
