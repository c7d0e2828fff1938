import { splice } from '../edit/splice.ts';
import { verifyEdit } from '../edit/verify/verify-edit.ts';
import type { Diagnostic } from '../lint/report.ts';
import { parse } from '../syntax/parse.ts';
import { type FixedFile, madeFix } from './fixed-file.ts';
import type { Refuse } from './pass.ts';

/**
 * Puts the slips in a text right, in a pass of their own: all other fixes speak of a text without them. What is said
 * stays the same, since a document is read without its slips.
 */
export function repair(file: FixedFile, wanted: readonly Diagnostic[], refuse: Refuse): FixedFile {
  const { after: before } = file;
  const slips = wanted.flatMap(({ fix }) => fix?.splices ?? []);
  const after = parse(before.file, splice(before.text, slips));
  const broken = verifyEdit(before, after, []);
  if (broken === undefined)
    return { ...file, base: after, after, made: [...file.made, ...wanted.map(madeFix)] };
  for (const each of wanted) refuse(each, broken);
  return file;
}
