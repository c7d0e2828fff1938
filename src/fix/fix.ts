import { type Sentence, say } from '../lang/sentence.ts';
import { lint } from '../lint/lint.ts';
import type { Options } from '../lint/options.ts';
import type { RefusedFix, Report } from '../lint/report.ts';
import type { Rule } from '../rule.ts';
import type { Document } from '../syntax/document.ts';
import { fixKey, isChanged, type MadeFix, type Mended, untouched } from './mended.ts';
import { passes, type Run } from './passes.ts';
import { plan } from './plan.ts';
import { type FileObjection, readAgain } from './read-again.ts';

/** How often fixes are taken back that did not do what they were for; then the file is left alone. */
const MOST_RETRIES = 5;

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
  readonly disagreement: Sentence | undefined;
}

/** Applies all fixes that do not meet, looks again, and goes on until nothing is left to do. */
export async function fix(
  documents: readonly Document[],
  rules: readonly Rule[],
  options: FixOptions,
): Promise<FixOutcome> {
  return fixAs(plan, documents, rules, options);
}

/** The same by fixes of another kind: `plan` says which, with their texts. */
export async function fixAs(
  planned: Plan,
  documents: readonly Document[],
  rules: readonly Rule[],
  options: FixOptions,
): Promise<FixOutcome> {
  return new Fixing(planned, rules, options).run(documents);
}

export type Plan = (report: Report, options: FixOptions) => Report;

interface Settled {
  readonly files: readonly Mended[];
  readonly report: Report;
}

class Fixing {
  readonly #plan: Plan;
  readonly #rules: readonly Rule[];
  readonly #options: FixOptions;
  readonly #refused = new Map<string, RefusedFix>();

  constructor(planned: Plan, rules: readonly Rule[], options: FixOptions) {
    this.#plan = planned;
    this.#rules = rules;
    this.#options = options;
  }

  async run(documents: readonly Document[]): Promise<FixOutcome> {
    const settled = this.#settle(documents);
    const objections = await readAgain(settled.files.filter(isChanged));
    const { files, report } = this.#leave(settled, objections);
    const disagreement = objections.find(each => each.about === 'after');
    return {
      report: {
        ...report,
        fixes: {
          applied: files.flatMap(each =>
            each.made.map(({ ruleId, file, title }) => ({ ruleId, file, title })),
          ),
          refused: [...report.fixes.refused, ...this.#refused.values()],
        },
      },
      changed: files
        .filter(isChanged)
        .map(({ before, after }) => ({ file: before.file, before: before.text, after: after.text })),
      disagreement: disagreement && say`${disagreement.file}: ${disagreement.why}`,
    };
  }

  /** Until no fix is left that does not do what it is for. */
  #settle(documents: readonly Document[]): Settled {
    const first = this.#look(documents.map(untouched));
    for (let retry = 0; ; retry++) {
      const { files, report, failed } = passes(documents, first, this.#asRun());
      if (failed.length === 0) return { files, report };
      for (const { fix: made, why } of failed) this.#refuse(made, why);
      if (retry < MOST_RETRIES) continue;
      return this.#without({ files, report }, new Set(failed.map(each => each.fix.file)));
    }
  }

  #asRun(): Run {
    return {
      look: files => this.#look(files),
      wants: each =>
        (each.fix?.safety === 'safe' || this.#options.unsafe) && !this.#refused.has(fixKey(each)),
      refuse: (each, why) => this.#refuse({ key: fixKey(each), ruleId: each.ruleId, file: each.file }, why),
    };
  }

  #look(files: readonly Mended[]): Report {
    const documents = files.map(file => file.after);
    return this.#plan(lint(documents, this.#rules, this.#options), this.#options);
  }

  #refuse({ key, ruleId, file }: Pick<MadeFix, 'key' | 'ruleId' | 'file'>, why: Sentence): void {
    this.#refused.set(key, { ruleId, file, why });
  }

  /** A file that one of the other parsers cannot read is linted, but not mended. */
  #leave(settled: Settled, objections: readonly FileObjection[]): Settled {
    const unread = new Map(
      objections.filter(each => each.about === 'before').map(each => [each.file, each.why]),
    );
    for (const { before, made } of settled.files)
      for (const each of made) {
        const why = unread.get(before.file);
        if (why !== undefined) this.#refuse(each, why);
      }
    return this.#without(settled, new Set(unread.keys()));
  }

  #without({ files, report }: Settled, names: ReadonlySet<string>): Settled {
    if (names.size === 0) return { files, report };
    const left = files.map(file => (names.has(file.before.file) ? untouched(file.before) : file));
    return { files: left, report: this.#look(left) };
  }
}
