import type { Sentence } from '../i18n/sentence.ts';
import { lint } from '../lint/lint.ts';
import { nextSteps } from '../lint/next-steps.ts';
import type { Options } from '../lint/options.ts';
import type { AppliedFix, Diagnostic, RefusedFix, Report } from '../lint/report.ts';
import type { Rule } from '../rule/types.ts';
import type { Document } from '../syntax/document.ts';
import {
  appliedFix,
  changedBy,
  type FixedFile,
  filesOf,
  fixKey,
  isChanged,
  type MadeFix,
  madeFix,
  untouched,
} from './fixed-file.ts';
import { passes, type Run } from './passes.ts';
import { plan } from './plan.ts';
import { Regressions } from './regressions.ts';
import type { FixResult, VerificationFailure } from './result.ts';
import { verifyFiles } from './verify-files.ts';

/** How often fixes are taken back that did not do what they were for; then the file is left alone. */
const MOST_RETRIES = 5;

/** How to judge, and what to mend. */
export interface FixOptions extends Options {
  /** Applies unsafe fixes too. */
  readonly unsafe: boolean;
  /** Only these findings are fixed; all of them unless it is said which. */
  readonly filter?: (finding: Diagnostic) => boolean;
}

/** Applies all fixes that do not meet, looks again, and goes on until nothing is left to do. */
export async function fix(
  documents: readonly Document[],
  rules: readonly Rule[],
  options: FixOptions,
): Promise<FixResult> {
  return fixAs(plan, documents, rules, options);
}

/** The same by fixes of another kind: `plan` says which, with their texts. */
export async function fixAs(
  planned: Plan,
  documents: readonly Document[],
  rules: readonly Rule[],
  options: FixOptions,
): Promise<FixResult> {
  return new Fixing(planned, rules, options).run(documents);
}

/** Gives findings the texts of their fixes, or takes their fixes away. */
export type Plan = (report: Report, options: FixOptions) => Report;

interface Settled {
  readonly files: readonly FixedFile[];
  readonly report: Report;
}

class Fixing {
  readonly #plan: Plan;
  readonly #rules: readonly Rule[];
  readonly #options: FixOptions;
  readonly #refused = new Map<string, RefusedFix>();
  /** Files that are linted, but not fixed any more, and why: a complete sentence. */
  readonly #closed = new Map<string, Sentence>();

  constructor(planned: Plan, rules: readonly Rule[], options: FixOptions) {
    this.#plan = planned;
    this.#rules = rules;
    this.#options = options;
  }

  async run(documents: readonly Document[]): Promise<FixResult> {
    const regressions = new Regressions(documents, this.#rules, this.#options);
    const first = this.#look(documents.map(untouched));
    const verificationFailures: VerificationFailure[] = [];
    for (;;) {
      const settled = this.#settle(documents, first, regressions);
      const objections = verifyFiles(settled.files.filter(isChanged));
      if (objections.length === 0) return { ...this.#outcome(first, settled), verificationFailures };
      for (const { file, about, why } of objections) {
        this.#close(settled, file, why);
        if (about === 'after') verificationFailures.push({ file, why });
      }
    }
  }

  #outcome(first: Report, { files, report }: Settled): Omit<FixResult, 'verificationFailures'> {
    const made = [...new Set(files.flatMap(each => each.made))];
    const applied = made.map(told);
    const refused = [...report.fixes.refused, ...this.#refused.values(), ...this.#leftAlone(report)];
    const next = applied.length > 0 ? nextSteps(first, report, this.#options) : undefined;
    return {
      before: { ...first, findings: this.#withoutRefused(first), fixes: { applied: [], refused } },
      report: {
        ...report,
        findings: this.#withoutRefused(report),
        fixes: { applied, refused },
        nextSteps: next,
      },
      changed: files
        .filter(isChanged)
        .map(({ before, after }) => ({ file: before.file, before: before.text, after: after.text })),
    };
  }

  /** The fixes that were not even tried, since their file is left as it is. */
  #leftAlone({ findings }: Report): readonly RefusedFix[] {
    return findings.flatMap(each => {
      const why = each.fix && !this.#refused.has(fixKey(each)) ? this.#whyRefused(each) : undefined;
      return why ? [{ ...appliedFix(each), why }] : [];
    });
  }

  #withoutRefused({ findings }: Report): readonly Diagnostic[] {
    return findings.map(each => {
      const fixRefused = each.fix && this.#whyRefused(each);
      return fixRefused ? { ...each, fix: undefined, fixRefused } : each;
    });
  }

  /** Leaves a file as it is, and thinks over what was made elsewhere with its fixes in view. */
  #close({ files }: Settled, name: string, why: Sentence): void {
    this.#closed.set(name, why);
    const made = files.find(each => each.before.file === name)?.made ?? [];
    for (const each of made) this.#refuse(each, why);
  }

  /** Until no fix is left that does not do what it is for. */
  #settle(documents: readonly Document[], first: Report, regressions: Regressions): Settled {
    for (let retry = 0; ; retry++) {
      const { files, report, failed } = passes(documents, first, this.#asRun(regressions));
      if (failed.length === 0) return { files, report };
      for (const { fix: made, why } of failed) {
        this.#refuse(made, why);
        if (retry >= MOST_RETRIES) for (const file of changedBy(made)) this.#closed.set(file, why);
      }
    }
  }

  #asRun(regressions: Regressions): Run {
    return {
      look: files => this.#look(files),
      filter: each => this.#isWanted(each) && this.#whyRefused(each) === undefined,
      refuse: (each, why) => this.#refuse(madeFix(each), why),
      regressions: files =>
        regressions.in(
          files.map(each => each.after),
          files.flatMap(each => each.made),
        ),
    };
  }

  #look(files: readonly FixedFile[]): Report {
    const documents = files.map(file => file.after);
    return this.#plan(lint(documents, this.#rules, this.#options), this.#options);
  }

  #isWanted(diagnostic: Diagnostic): boolean {
    const { unsafe, filter = () => true } = this.#options;
    return (unsafe || diagnostic.fix?.safety === 'safe') && filter(diagnostic);
  }

  #whyRefused(diagnostic: Diagnostic): Sentence | undefined {
    const closed = filesOf(diagnostic).find(file => this.#closed.has(file));
    return this.#refused.get(fixKey(diagnostic))?.why ?? this.#closed.get(closed ?? '');
  }

  #refuse(made: MadeFix, why: Sentence): void {
    this.#refused.set(made.key, { ...told(made), why });
  }
}

/** As reports tell of it. */
function told({ ruleId, file, files, title }: MadeFix): AppliedFix {
  return { ruleId, file, ...(files && { files }), title };
}
