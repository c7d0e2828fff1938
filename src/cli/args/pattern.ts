import { withTimeout } from '../core/with-timeout.ts';

/** Long enough for every honest pattern. */
const MILLISECONDS = 200;

/** What Java reads in another way than JavaScript does: intersections, and sets in sets. */
const ONLY_JAVA = /&&|\[[^\]]*(?<!\\)\[/;

/** Characters that Java lets be escaped for no reason. */
const NEEDLESS = /\\([^\w\s^$\\.*+?()[\]{}|/-])/g;

/**
 * Whether a whole value fits an `AllowedPattern`. Nothing when the pattern is one that only Java knows, or takes too
 * long: a pattern that tries every way to split a text may take years.
 */
export function fits(pattern: string, value: string): boolean | undefined {
  if (ONLY_JAVA.test(pattern)) return undefined;
  const source = `^(?:${pattern.replace(NEEDLESS, '$1')})$`;
  try {
    return withTimeout(MILLISECONDS, () => new RegExp(source, 'u').test(value));
  } catch {
    return undefined;
  }
}
