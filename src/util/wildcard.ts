/**
 * Whether a pattern takes all of a text, each of which is a sequence of characters or tokens. A star takes any number of
 * them. Never goes back further than to the last star, so that no pattern takes long.
 */
export function matchesStars<P, T>(
  pattern: ArrayLike<P>,
  text: ArrayLike<T>,
  isStar: (part: P | undefined) => boolean,
  takes: (part: P, wanted: T) => boolean,
): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let from = 0;
  while (t < text.length) {
    const [part, wanted] = [pattern[p], text[t]];
    if (isStar(part)) {
      star = p++;
      from = t;
    } else if (part !== undefined && wanted !== undefined && takes(part, wanted)) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++from;
    } else {
      return false;
    }
  }
  while (isStar(pattern[p])) p++;
  return p === pattern.length;
}

/**
 * Wildcards as in IAM: `*` for any text, `?` for one character.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matches(pattern: string, text: string): boolean {
  return matchesStars(
    pattern,
    text,
    part => part === '*',
    (part, wanted) => part === '?' || part === wanted,
  );
}
