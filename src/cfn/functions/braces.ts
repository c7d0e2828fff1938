/**
 * Replaces what stands in braces, as `${Name}` does. Behind the last `}` nothing is looked for: there every `{` would
 * be followed to the end.
 */
export function replaceInBraces(
  text: string,
  pattern: RegExp,
  replace: (whole: string, ...groups: string[]) => string,
): string {
  const closed = closedPart(text);
  return closed.replace(pattern, replace) + text.slice(closed.length);
}

/** A text up to its last `}`. */
export function closedPart(text: string): string {
  return text.slice(0, text.lastIndexOf('}') + 1);
}
