import type { Document } from '../syntax/document.ts';
import { type Ignore, MARK } from './ignore.ts';
import { ignoresInComments } from './ignore-comments.ts';
import { ignoresInMetadata } from './metadata.ts';

/**
 * What a template's author asks not to be told: by comments (`# ecs-exec-lint: ignore[rule] reason`) on the line, on
 * the line above or at a resource's key, for which they cover the resource; and by `Metadata`, for JSON. Where the text
 * cannot be read there are none.
 */
export function ignoresOf(document: Document): readonly Ignore[] {
  if (!document.text.includes(MARK) || document.problems.some(each => each.kind === 'syntax')) return [];
  return [...ignoresInComments(document), ...ignoresInMetadata(document)];
}
