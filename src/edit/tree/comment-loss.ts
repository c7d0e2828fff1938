import { say } from '../../i18n/sentence.ts';
import { commentsWithin } from '../../syntax/comments.ts';
import type { Document } from '../../syntax/document.ts';
import type { Range } from '../../syntax/node.ts';
import { Refusal } from './edit.ts';

/** Refuses to take text away that holds a comment, unless the comment goes along with what is `moved`. */
export function refuseCommentLoss(document: Document, { start, end }: Range, moved: readonly Range[]): void {
  for (const comment of commentsWithin(document, start, end)) {
    const goesAlong = moved.some(each => each.start <= comment.start && comment.end <= each.end);
    if (!goesAlong)
      throw new Refusal(
        say`The comment \`${document.text.slice(comment.start, comment.end)}\` would be lost.`,
      );
  }
}
