import type { Edit, Splice } from '../edit/edit.ts';
import { holds } from '../edit/law.ts';
import { overlaps, splice } from '../edit/splice.ts';
import { lint } from '../lint/lint.ts';
import type { Options } from '../lint/options.ts';
import type { AppliedFix, Diagnostic, RefusedFix, Report } from '../lint/report.ts';
import type { Rule } from '../rule.ts';
import type { Document } from '../syntax/document.ts';
import { parse } from '../syntax/parse.ts';
import { plan } from './plan.ts';

/** Fixes bring findings that other fixes mend: a role is made, then given rights. It takes three or four passes. */
const MOST_PASSES = 10;

export interface FixOptions extends Options {
  /** Applies unsafe fixes too. */
  readonly unsafe: boolean;
}

export interface FixedText {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface FixOutcome {
  /** Of what remains, with the fixes that were applied and refused. */
  readonly report: Report;
  /** The files whose text changed. */
  readonly changed: readonly FixedText[];
  /** Set when the guards disagree about a text: nothing of that run may be written. A complete sentence. */
  readonly disagreement: string | undefined;
}

/** Applies all fixes that do not meet, looks again, and goes on until nothing is left to do. */
export async function fix(
  documents: readonly Document[],
  rules: readonly Rule[],
  options: FixOptions,
): Promise<FixOutcome> {
  return new Fixing(rules, options).run(documents);
}

interface Step {
  readonly before: Document;
  readonly after: Document;
  readonly edits: readonly Edit[];
}

class Fixing {
  readonly #rules: readonly Rule[];
  readonly #options: FixOptions;
  readonly #applied: AppliedFix[] = [];
  readonly #refused = new Map<string, RefusedFix>();
  readonly #steps: Step[] = [];

  constructor(rules: readonly Rule[], options: FixOptions) {
    this.#rules = rules;
    this.#options = options;
  }

  async run(documents: readonly Document[]): Promise<FixOutcome> {
    let current = documents;
    let report = this.#look(current);
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const next = current.map(document => this.#mend(document, report));
      if (next.every((document, i) => document === current[i])) break;
      current = next;
      report = this.#look(current);
    }
    const changed = documents.flatMap((document, i) => {
      const after = current[i]?.text ?? document.text;
      return after === document.text ? [] : [{ file: document.file, before: document.text, after }];
    });
    const disagreement = changed.length > 0 ? await this.#secondOpinion() : undefined;
    const refused = [...report.fixes.refused, ...this.#refused.values()];
    return { report: { ...report, fixes: { applied: this.#applied, refused } }, changed, disagreement };
  }

  #look(documents: readonly Document[]): Report {
    return plan(lint(documents, this.#rules, this.#options));
  }

  /** One pass over one document: every fix whose text does not meet that of an earlier one. */
  #mend(document: Document, report: Report): Document {
    const chosen: Diagnostic[] = [];
    let splices: readonly Splice[] = [];
    for (const diagnostic of report.findings) {
      const { fix } = diagnostic;
      if (diagnostic.file !== document.file || !fix || !this.#isAllowed(diagnostic)) continue;
      if (overlaps(splices, fix.splices)) continue;
      chosen.push(diagnostic);
      splices = union(splices, fix.splices);
    }
    return chosen.length > 0 ? this.#apply(document, chosen) : document;
  }

  #isAllowed(diagnostic: Diagnostic): boolean {
    const isWanted = diagnostic.fix?.safety === 'safe' || this.#options.unsafe;
    return isWanted && !this.#refused.has(keyOf(diagnostic));
  }

  /** Fixes that together break the law are tried by halves; one that breaks it alone is refused. */
  #apply(document: Document, chosen: readonly Diagnostic[]): Document {
    const splices = chosen.reduce<readonly Splice[]>((all, each) => union(all, each.fix?.splices ?? []), []);
    const edits = distinct(chosen.flatMap(each => each.fix?.edits ?? []));
    const after = parse(document.file, splice(document.text, splices));
    const broken = holds(document, after, edits);
    if (broken === undefined) {
      this.#steps.push({ before: document, after, edits });
      for (const { ruleId, file, fix } of chosen)
        this.#applied.push({ ruleId, file, title: fix?.title ?? '' });
      return after;
    }
    const [only, ...others] = chosen;
    if (only && others.length === 0) {
      this.#refused.set(keyOf(only), { ruleId: only.ruleId, file: only.file, why: broken });
      return document;
    }
    const half = this.#apply(document, chosen.slice(0, Math.ceil(chosen.length / 2)));
    return half === document ? this.#apply(document, chosen.slice(Math.ceil(chosen.length / 2))) : half;
  }

  /** Loaded only when there is something to write: two parsers cost more than a lint. */
  async #secondOpinion(): Promise<string | undefined> {
    const { secondOpinion } = await import('../edit/second-opinion.ts');
    for (const { before, after, edits } of this.#steps) {
      const disagreement = secondOpinion(before.text, after.text, edits, before.format);
      if (disagreement !== undefined) return `${before.file}: ${disagreement}`;
    }
    return undefined;
  }
}

/** Two fixes may want the same thing, which is then done once. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  const keys = edits.map(edit =>
    JSON.stringify([edit.op, edit.at.path, 'value' in edit ? edit.value : null]),
  );
  return edits.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/** Identical splices are one. */
function union(a: readonly Splice[], b: readonly Splice[]): readonly Splice[] {
  const isKnown = (splice: Splice): boolean =>
    a.some(each => each.start === splice.start && each.end === splice.end && each.text === splice.text);
  return [...a, ...b.filter(each => !isKnown(each))];
}

function keyOf({ ruleId, file, path, fix }: Diagnostic): string {
  return JSON.stringify([ruleId, file, path, fix?.title]);
}
