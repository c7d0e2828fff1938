/**
 * Text that is only complete once deployed, such as an ARN with an account id in it, is kept with marks in the places
 * of the references: Unicode noncharacters, which no template holds. Two texts with equal marks are the same text.
 */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const MARK = /\uFDD0([^\uFDD1]*)\uFDD1/g;

/** `name` as `Fn::Sub` writes it: `Group`, `Group.Arn`, `AWS::Region`. */
export function reference(name: string): string {
  return `${OPEN}${name}${CLOSE}`;
}

export function hasReference(text: string): boolean {
  return text.includes(OPEN);
}

/** The names of all references in a text. */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(MARK)].map(match => match[1] ?? '');
}

/** The parts of a text: what is not a reference at even indices, the names of the references at odd ones. */
export function partsOf(text: string): readonly string[] {
  return text.split(MARK);
}

/** The name when the whole text is one reference. */
export function onlyReference(text: string): string | undefined {
  return /^\uFDD0([^\uFDD1]*)\uFDD1$/.exec(text)?.[1];
}

/** For people: `arn:${AWS::Partition}:…`. */
export function display(text: string): string {
  return text.replace(MARK, '${$1}');
}
