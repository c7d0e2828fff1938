import { hasPlaceholder, partsOf, placeholder } from './placeholder.ts';

/** The characters that may stand where a placeholder is; nothing where any may. */
export type CharactersOf = (name: string) => RegExp | undefined;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const PSEUDO_PARAMETERS: ReadonlyMap<string, RegExp> = new Map([
  ['AWS::AccountId', /\d/],
  ['AWS::Partition', /[a-z-]/],
  ['AWS::Region', /[a-z\d-]/],
  ['AWS::StackId', /[\w:/-]/],
  ['AWS::StackName', /[A-Za-z\d-]/],
  ['AWS::URLSuffix', /[a-z.-]/],
]);

/**
 * The pieces of a text with placeholders; nothing where the delimiter may also stand, in whole or in part, in what is
 * only known once deployed.
 */
export function splitText(
  source: string,
  delimiter: string,
  charactersOf: CharactersOf,
): readonly string[] | undefined {
  if (delimiter === '' || hasPlaceholder(delimiter)) return undefined;
  const parts = partsOf(source);
  const pieces = [''];
  for (const [i, part] of parts.entries()) {
    const last = pieces.length - 1;
    if (i % 2 === 1) {
      const characters = PSEUDO_PARAMETERS.get(part) ?? charactersOf(part);
      if (!characters || mayHold(parts, i, delimiter, characters)) return undefined;
      pieces[last] += placeholder(part);
    } else {
      const [first = '', ...others] = part.split(delimiter);
      pieces[last] += first;
      pieces.push(...others);
    }
  }
  return pieces;
}

/** Whether a piece of the delimiter may be in a placeholder while the rest of it is in the text around that. */
function mayHold(parts: readonly string[], i: number, delimiter: string, characters: RegExp): boolean {
  const [before = '', after = ''] = [parts[i - 1], parts[i + 1]];
  const [isFirst, isLast] = [i === 1, i === parts.length - 2];
  for (let start = 0; start < delimiter.length; start++)
    for (let end = start + 1; end <= delimiter.length; end++) {
      const [left, inside, right] = [
        delimiter.slice(0, start),
        delimiter.slice(start, end),
        delimiter.slice(end),
      ];
      const isInside = [...inside].every(each => characters.test(each));
      const fitsLeft = before.endsWith(left) || (!isFirst && left.endsWith(before));
      const fitsRight = after.startsWith(right) || (!isLast && right.startsWith(after));
      if (isInside && fitsLeft && fitsRight) return true;
    }
  return false;
}
