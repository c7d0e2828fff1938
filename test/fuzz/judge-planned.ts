import type { Edit } from '../../src/edit/edit.ts';
import { holds } from '../../src/edit/law.ts';
import { secondOpinion } from '../../src/edit/second-opinion.ts';
import { splice } from '../../src/edit/splice.ts';
import { type Document, parse, type Report } from '../../src/index.ts';
import { comments } from '../edit/guards.ts';

/** Each fix for itself, as an editor or a review tool may apply it: there nothing stands guard. */
export function judgePlanned(documents: readonly Document[], report: Report): string | undefined {
  for (const { fix: planned, file, ruleId } of report.findings) {
    if (!planned || planned.repair) continue;
    const document = documents.find(each => each.file === file);
    if (!document) return `The fix of ${ruleId} is for a file that was not given.`;
    // Slips are put right before all else; until then other parsers read something else.
    if (document.slips.length > 0) continue;
    const text = splice(document.text, planned.splices);
    const why =
      holds(document, parse(file, text), planned.edits) ??
      objection(document, parse(file, text), planned.edits) ??
      comments(document, text);
    if (why !== undefined) return `The fix of ${ruleId}: ${why}`;
  }
  return undefined;
}

/** Behind a dash with nothing after it js-yaml loses its place, and takes the items of the list around for its own. */
export const EMPTY_ITEM: RegExp = /^[ \t]*(?:- +)*-[ \t]*(?:#.*)?\r?$/m;

/** A parser that cannot read the text as it was, or what it is to become, has no say. */
function objection(before: Document, after: Document, edits: readonly Edit[]): string | undefined {
  if (EMPTY_ITEM.test(before.text)) return undefined;
  const said = secondOpinion(before, after, [edits]);
  return said?.about === 'after' ? String(said.why) : undefined;
}
