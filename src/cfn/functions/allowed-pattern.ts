const ESCAPE = String.raw`\\(?:[dwsDWS]|[^A-Za-z0-9\s])`;
const CLASS = String.raw`\[\^?(?:${ESCAPE}|[^\]\\[&])+\]`;
const ATOM = String.raw`(?:${ESCAPE}|${CLASS}|[^\\[\]{}()*+?|^$])`;
const QUANTIFIER = String.raw`(?:[*+?]|\{\d{1,4}(?:,\d{0,4})?\})?`;
const SEQUENCE = `(?:${ATOM}${QUANTIFIER})*`;
const CHOICE = String.raw`${SEQUENCE}(?:\|${SEQUENCE})*`;
const SIMPLE = new RegExp(String.raw`^\^?(?:${ATOM}${QUANTIFIER}|\((?:\?:)?${CHOICE}\)\??|\|)*\$?$`);

const LONGEST_PATTERN = 200;
const LONGEST_VALUE = 100;
/** What an engine that goes back has to try is multiplied by every repetition, group and option. */
const MOST_WORK = 8;

/**
 * The test that an `AllowedPattern` makes on a whole value, or nothing for a pattern that is not simple: what a
 * template says must not be able to keep this program busy.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function pattern(source: string): ((value: string) => boolean) | undefined {
  if (source.length > LONGEST_PATTERN || !SIMPLE.test(source)) return undefined;
  const bare = source.replace(new RegExp(`${ESCAPE}|${CLASS}`, 'g'), 'x');
  const count = (part: RegExp): number => bare.match(part)?.length ?? 0;
  if (3 * count(/[*+]|,\d*\}/g) + 2 * count(/\(/g) + count(/[^(]\?/g) > MOST_WORK) return undefined;
  try {
    const whole = new RegExp(`^(?:${source})$`);
    return value => value.length > LONGEST_VALUE || whole.test(value);
  } catch {
    return undefined;
  }
}

/** The values of a pattern that only lists them: `^(true|false)$`. */
export function alternatives(source: string | undefined): readonly string[] | undefined {
  const list = source
    ?.replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/^\((?:\?:)?(.*)\)$/s, '$1');
  return list !== undefined && /^[\w-]*(?:\|[\w-]*)+$/.test(list) ? [...new Set(list.split('|'))] : undefined;
}
