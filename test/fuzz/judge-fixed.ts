import { rules } from '../../rules/index.ts';
import { fixAs, type Plan } from '../../src/autofix/fix.ts';
import { subjectKey } from '../../src/autofix/fixed-file.ts';
import { plan } from '../../src/autofix/plan.ts';
import { attempt, YAML_READERS } from '../../src/edit/verify/cross-parser.ts';
import { firstDifference } from '../../src/edit/verify/verify-edit.ts';
import {
  type Document,
  type FixOptions,
  type FixResult,
  fix,
  lint,
  parse,
  type Report,
} from '../../src/index.ts';
import { isObject, type Json, property } from '../../src/syntax/json-value.ts';
import { isPrefix, type Path } from '../../src/syntax/place.ts';
import { comments } from '../edit/invariants.ts';
import { EMPTY_ITEM } from './judge-planned.ts';

/** Makes fixes, and tells of each pass by `planned` what it is to change. */
export type Mend = (planned: Plan, documents: readonly Document[], options: FixOptions) => Promise<FixResult>;

const mend: Mend = (planned, documents, options) => fixAs(planned, documents, rules, options);

/** What a run of fixes leaves behind, judged without a look at the guards that it has itself. */
export async function judgeFixed(
  documents: readonly Document[],
  options: FixOptions,
  mending: Mend = mend,
): Promise<string | undefined> {
  const planned = new Planned();
  const outcome = await mending(planned.plan, documents, options);
  const isOdd = documents.some(({ text }) => EMPTY_ITEM.test(text));
  const [disagreement] = isOdd ? [] : outcome.verificationFailures;
  if (disagreement) return String(disagreement.why);
  const present = documents.map(before => {
    const after = outcome.changed.find(each => each.file === before.file)?.after;
    return after === undefined ? before : parse(before.file, after);
  });
  for (const [i, before] of documents.entries()) {
    const after = present[i] ?? before;
    const why = after === before ? undefined : harm(before, after, planned.of(before.file));
    if (why !== undefined) return why;
  }
  return (
    (await unsettled(present, options)) ??
    misreported(outcome.report, lint(present, options)) ??
    worse(lint(documents, options), outcome.report)
  );
}

/** Remembers what was to be changed, in whichever pass. */
class Planned {
  readonly #paths: { readonly file: string; readonly path: Path }[] = [];

  readonly plan: Plan = (report, options) => {
    const result = plan(report, options);
    for (const { fix: made } of result.findings)
      for (const { at } of made?.edits ?? []) this.#paths.push({ file: at.document.file, path: at.path });
    return result;
  };

  of(file: string): readonly Path[] {
    return this.#paths.filter(each => each.file === file).map(each => each.path);
  }
}

function harm(before: Document, after: Document, planned: readonly Path[]): string | undefined {
  if (after.problems.length > before.problems.length)
    return `The fixed template has a problem: ${after.problems[0]?.message}`;
  // To other parsers slips are part of what is said.
  if (before.typos.length > after.typos.length) return undefined;
  return comments(before, after.text) ?? strayChange(before, after, planned);
}

/** Parsers that had no part in it find changes only where some were planned. */
function strayChange(before: Document, after: Document, planned: readonly Path[]): string | undefined {
  for (const { name, read } of YAML_READERS) {
    const was = attempt(read, before);
    if ('failure' in was) continue;
    const is = attempt(read, after);
    if ('failure' in is) return `The fixed template would not be readable as ${name}: ${is.failure}.`;
    const stray = changedParts(was.value, is.value, 2).find(
      part => !planned.some(path => isPrefix(part, path) || isPrefix(path, part)),
    );
    if (stray) return `As ${name}, ${stray.join('.')} changed, and no fix was to change it.`;
  }
  return undefined;
}

function changedParts(a: Json, b: Json, depth: number, path: Path = []): readonly Path[] {
  if (!firstDifference(a, b, path)) return [];
  if (depth === 0 || !isObject(a) || !isObject(b)) return [path];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap(key =>
    changedParts(property(a, key) ?? null, property(b, key) ?? null, depth - 1, [...path, key]),
  );
}

async function unsettled(documents: readonly Document[], options: FixOptions): Promise<string | undefined> {
  const { changed, report } = await fix(documents, options);
  if (changed.length === 0) return undefined;
  const again = report.fixes.applied.map(each => each.ruleId).join(', ');
  return `A second run fixes more: ${again}.`;
}

function misreported(report: Report, now: Report): string | undefined {
  const plain = ({ findings, services }: Report): string =>
    JSON.stringify([findings.map(({ fix: _, fixRefused: __, ...rest }) => rest), services]);
  return plain(report) === plain(now) ? undefined : 'What is reported after mending is not what is left.';
}

function worse(before: Report, after: Report): string | undefined {
  const known = new Set(before.findings.map(subjectKey));
  const added = after.findings.find(each => each.severity === 'error' && !known.has(subjectKey(each)));
  return added && `Mending leaves an error that was not there: ${added.ruleId}.`;
}
