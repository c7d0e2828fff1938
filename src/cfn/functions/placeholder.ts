/**
 * Text that is only complete once deployed, such as an ARN with an account id in it, is kept with placeholders in the
 * places of the references: Unicode noncharacters, which no template that is read holds. Two texts with equal
 * placeholders are the same text.
 */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const MARK = /\uFDD0([^\uFDD0\uFDD1]*)\uFDD1/g;

/** Between the key of a stack and a name in its template, in the placeholder of a reference. */
export const STACK_SEPARATOR = '\uFDD2';
const KEY = /\$\{[^{}]*\uFDD2/g;

/** `name` as `Fn::Sub` writes it: `Group`, `Group.Arn`, `AWS::Region`. */
export function placeholder(name: string): string {
  return `${OPEN}${name}${CLOSE}`;
}

export function hasPlaceholder(text: string): boolean {
  return text.includes(OPEN);
}

/** The names of all references in a text. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(MARK)].map(match => match[1] ?? '');
}

/** The parts of a text: what is not a reference at even indices, the names of the references at odd ones. */
export function partsOf(text: string): readonly string[] {
  return text.split(MARK);
}

/** The name when the whole text is one reference. */
export function onlyPlaceholder(text: string): string | undefined {
  return /^\uFDD0([^\uFDD0\uFDD1]*)\uFDD1$/.exec(text)?.[1];
}

/** A text in which what a name stands for takes its place. */
export function fillIn(text: string, name: string, value: string): string {
  return text.replaceAll(placeholder(name), value);
}

/** As `Fn::Sub` has it: `arn:${AWS::Partition}:…`. */
export function substituted(text: string): string {
  return text.replace(MARK, '${$1}');
}

/** The same for people, to whom the key of a stack says nothing. */
export function display(text: string): string {
  return substituted(text).replace(KEY, '${');
}

/** Whether two texts with placeholders are different, whatever the placeholders stand for. */
export function differ(one: string, other: string): boolean {
  const [all, others] = [segmentsOf(one), segmentsOf(other)];
  const most = Math.min(all.length, others.length);
  let start = 0;
  while (start < most && all[start] === others[start]) start++;
  let end = 0;
  while (end < most - start && all.at(-1 - end) === others.at(-1 - end)) end++;
  const a = all.slice(start, all.length - end);
  const b = others.slice(start, others.length - end);
  if (a.length === 0 || b.length === 0) return [...a, ...b].some(isCharacter);
  const areEnds = (x: string | undefined, y: string | undefined): boolean => isCharacter(x) && isCharacter(y);
  return areEnds(a[0], b[0]) || areEnds(a.at(-1), b.at(-1));
}

/** Characters and placeholders. */
function segmentsOf(text: string): readonly string[] {
  return partsOf(text).flatMap((part, i) => (i % 2 === 0 ? [...part] : [placeholder(part)]));
}

function isCharacter(segment: string | undefined): boolean {
  return segment !== undefined && !hasPlaceholder(segment);
}
