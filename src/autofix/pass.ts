import { unresolvedReferences } from '../cfn/scenario/unresolved-references.ts';
import { Declarations } from '../cfn/template/declarations.ts';
import { type ExceededQuota, exceededTemplateQuotas } from '../cfn/template/quotas.ts';
import { splice } from '../edit/splice.ts';
import { distinctEdits, type Edit, type Splice } from '../edit/tree/edit.ts';
import { verifyEdit } from '../edit/verify/verify-edit.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import { exceededPolicyQuotas } from '../iam/policy-quotas.ts';
import type { Diagnostic } from '../lint/report.ts';
import type { Document } from '../syntax/document.ts';
import { parse } from '../syntax/parse.ts';
import { connected } from './connected.ts';
import { byFile, changedBy, type FixedFile, filesOf, grouped, madeFix } from './fixed-file.ts';
import { OccupiedRanges } from './occupied-ranges.ts';
import { selectCompatible } from './select-compatible.ts';

/** Refuses a fix for a reason, which is a complete sentence. */
export type Refuse = (diagnostic: Diagnostic, why: Sentence) => void;

/**
 * One pass over all files: every fix whose text does not meet that of an earlier one; the others wait. Slips in a text
 * go first. A fix is made in all files that it is for, or in none.
 */
export function pass(
  files: readonly FixedFile[],
  wanted: readonly Diagnostic[],
  refuse: Refuse,
): readonly FixedFile[] {
  const typos = byFile(wanted.filter(each => each.fix?.repair));
  const repaired = files.map(file => {
    const own = file.steps.length === 0 ? typos.get(file.before.file) : undefined;
    return own ? repair(file, own, refuse) : file;
  });
  const texts = new Map(
    files.flatMap((file, i) => (file === repaired[i] ? [[file.before.file, file.after] as const] : [])),
  );
  const ready = wanted.filter(each => !each.fix?.repair && filesOf(each).every(file => texts.has(file)));
  const sound = connected(ready).flatMap(each => soundOf(texts, selectCompatible(texts, each), refuse) ?? []);
  return withChanges(repaired, sound);
}

/** Fixes that were made together, and what came of each file. */
interface Sound {
  readonly fixes: readonly Diagnostic[];
  readonly changes: ReadonlyMap<string, Change>;
}

interface Change {
  readonly edits: readonly Edit[];
  readonly after: Document;
}

type Texts = ReadonlyMap<string, Document>;

function withChanges(files: readonly FixedFile[], sound: readonly Sound[]): readonly FixedFile[] {
  const changes = new Map(sound.flatMap(each => [...each.changes]));
  const made = grouped(sound.flatMap(each => each.fixes).map(madeFix), changedBy);
  return files.map(file => {
    const { file: name } = file.before;
    const change = changes.get(name);
    if (!change) return file;
    return {
      ...file,
      after: change.after,
      steps: [...file.steps, change.edits],
      made: [...file.made, ...(made.get(name) ?? [])],
    };
  });
}

/** Fixes that together break the law are tried by halves; one that breaks it alone is refused. */
function soundOf(texts: Texts, chosen: readonly Diagnostic[], refuse: Refuse): Sound | undefined {
  const [first, ...others] = chosen;
  if (!first) return undefined;
  const whole = attempt(texts, chosen);
  if ('fixes' in whole) return whole;
  if (others.length === 0) {
    refuse(first, whole);
    return undefined;
  }
  const half = Math.ceil(chosen.length / 2);
  const one = soundOf(texts, chosen.slice(0, half), refuse);
  const other = soundOf(texts, chosen.slice(half), refuse);
  if (!one || !other) return one ?? other;
  const both = attempt(texts, [...one.fixes, ...other.fixes]);
  return 'fixes' in both ? both : one;
}

/** Makes fixes, or says how they break the law. */
function attempt(texts: Texts, fixes: readonly Diagnostic[]): Sound | Sentence {
  const occupied = new OccupiedRanges();
  for (const { fix } of fixes) occupied.add(fix?.splices ?? []);
  const edits = distinctEdits(fixes.flatMap(each => each.fix?.edits ?? []));
  const changes = new Map<string, Change>();
  for (const file of new Set(fixes.flatMap(filesOf))) {
    const before = texts.get(file);
    if (!before) continue;
    const own = edits.filter(each => each.at.document.file === file);
    const splices = occupied.in(file);
    const after = parse(file, splice(before.text, splices));
    const broken =
      verifyEdit(before, after, own, splices.flatMap(commentIn)) ??
      rejectedAsWhole(new Declarations(before), new Declarations(after));
    if (broken) return broken;
    changes.set(file, { edits: own, after });
  }
  return { fixes, changes };
}

/** Why a deploy rejects a template whatever its resources say, which it did not before. */
function rejectedAsWhole(was: Declarations, is: Declarations): Sentence | undefined {
  return brokenReference(was, is) ?? exceededQuota(was, is);
}

/** What is written has to name something of the same template, and may not make resources wait for one another. */
function brokenReference(was: Declarations, is: Declarations): Sentence | undefined {
  const were = unresolvedReferences(was);
  const unresolved = unresolvedReferences(is).find(name => !were.includes(name));
  if (unresolved !== undefined)
    return say`It would refer to \`${unresolved}\`, which this template does not have.`;
  const circular = is.references.circular();
  const known = circular.length > 0 ? was.references.circular() : [];
  const added = circular.find(id => !known.includes(id));
  return added === undefined ? undefined : say`\`${added}\` would depend on itself.`;
}

function exceededQuota(was: Declarations, is: Declarations): Sentence | undefined {
  const exceeded = quotasExceeded(is);
  const were = exceeded.length > 0 ? quotasExceeded(was).map(each => each.key) : [];
  const added = exceeded.find(({ key }) => !were.includes(key));
  return added && say`The deployment would fail: ${added.what}.`;
}

function quotasExceeded(declarations: Declarations): readonly ExceededQuota[] {
  return [...exceededTemplateQuotas(declarations), ...exceededPolicyQuotas(declarations)];
}

/** The comment that a splice is, and nothing else. */
function commentIn({ text }: Splice): readonly string[] {
  const comment = text.trim();
  return comment.startsWith('#') && !comment.includes('\n') ? [comment] : [];
}

/**
 * Puts the slips in a text right, in a pass of their own: all other fixes speak of a text without them. What is said
 * stays the same, since a document is read without its slips.
 */
export function repair(file: FixedFile, wanted: readonly Diagnostic[], refuse: Refuse): FixedFile {
  const { after: before } = file;
  const typos = wanted.flatMap(({ fix }) => fix?.splices ?? []);
  const after = parse(before.file, splice(before.text, typos));
  const broken = verifyEdit(before, after, []);
  if (broken === undefined)
    return { ...file, base: after, after, made: [...file.made, ...wanted.map(madeFix)] };
  for (const each of wanted) refuse(each, broken);
  return file;
}
