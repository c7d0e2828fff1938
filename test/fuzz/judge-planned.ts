import { splice } from '../../src/edit/splice.ts';
import type { Edit } from '../../src/edit/tree/edit.ts';
import { verifyWithOtherParsers } from '../../src/edit/verify/cross-parser.ts';
import { verifyEdit } from '../../src/edit/verify/verify-edit.ts';
import { type Document, parse, type Report } from '../../src/index.ts';
import { comments } from '../edit/invariants.ts';

/** Each fix for itself, as an editor or a review tool may apply it: there nothing stands guard. */
export function judgePlanned(documents: readonly Document[], report: Report): string | undefined {
  for (const { fix: planned, ruleId } of report.findings) {
    if (!planned || planned.repair) continue;
    for (const file of new Set(planned.splices.map(each => each.file))) {
      const document = documents.find(each => each.file === file);
      if (!document) return `The fix of ${ruleId} is for a file that was not given.`;
      const why = judgeIn(document, planned);
      if (why !== undefined) return `The fix of ${ruleId}: ${why}`;
    }
  }
  return undefined;
}

function judgeIn(document: Document, { edits, splices }: Planned): string | undefined {
  // Slips are put right before all else; until then other parsers read something else.
  if (document.typos.length > 0) return undefined;
  const { file } = document;
  const own = edits.filter(each => each.at.document === document);
  const text = splice(
    document.text,
    splices.filter(each => each.file === file),
  );
  const why =
    verifyEdit(document, parse(file, text), own) ??
    objection(document, parse(file, text), own) ??
    comments(document, text);
  return why === undefined ? undefined : String(why);
}

type Planned = NonNullable<Report['findings'][number]['fix']>;

/** Behind a dash with nothing after it js-yaml loses its place, and takes the items of the list around for its own. */
export const EMPTY_ITEM: RegExp = /^[ \t]*(?:- +)*-[ \t]*(?:#.*)?\r?$/m;

/** A parser that cannot read the text as it was, or what it is to become, has no say. */
function objection(before: Document, after: Document, edits: readonly Edit[]): string | undefined {
  if (EMPTY_ITEM.test(before.text)) return undefined;
  const said = verifyWithOtherParsers(before, after, [edits]);
  return said?.about === 'after' ? String(said.why) : undefined;
}
