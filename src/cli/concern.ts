import { lookOf, reach } from '../index.ts';
import type { Content, Text } from './read.ts';

/**
 * Those that are worth parsing: what was named, what may have to do with ECS or has a given parameter, and what these may
 * import from, or be nested in.
 */
export function concernedIn(texts: readonly Text[], parameters: readonly string[]): readonly Text[] {
  const files = texts.map(each => ({ text: each, name: each.input.name, look: lookOf(each.text) }));
  const isWanted = ({ text, look }: (typeof files)[number]): boolean =>
    text.input.isNamed || look.mayConcernEcs || parameters.some(name => text.text.includes(name));
  return reach(files, isWanted).map(each => each.text);
}

export function withoutConcern(
  contents: readonly Content[],
  others: ReadonlySet<Content>,
): readonly Content[] {
  return contents.map(each => (others.has(each) ? { ...each, is: 'unconcerned' } : each));
}
