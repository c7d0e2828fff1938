import { splice } from '../edit/splice.ts';
import { holds } from '../edit/verify/law.ts';
import type { Diagnostic } from '../lint/report.ts';
import { parse } from '../syntax/parse.ts';
import { type Mended, madeFix } from './mended.ts';
import type { Refuse } from './pass.ts';

/**
 * Puts the slips in a text right, in a pass of their own: all other fixes speak of a text without them. What is said
 * stays the same, since a document is read without its slips.
 */
export function repair(file: Mended, wanted: readonly Diagnostic[], refuse: Refuse): Mended {
  const { after: before } = file;
  const slips = wanted.flatMap(({ fix }) => fix?.splices ?? []);
  const after = parse(before.file, splice(before.text, slips));
  const broken = holds(before, after, []);
  if (broken === undefined)
    return { ...file, base: after, after, made: [...file.made, ...wanted.map(madeFix)] };
  for (const each of wanted) refuse(each, broken);
  return file;
}
