import { lint } from '../lint/lint.ts';
import type { Options } from '../lint/options.ts';
import type { RefusedFix, Report } from '../lint/report.ts';
import type { Rule } from '../rule.ts';
import type { Document } from '../syntax/document.ts';
import { findingKey, fixKey, isChanged, type MadeFix, type Mended, subjectKey, untouched } from './mended.ts';
import { pass } from './pass.ts';
import { plan } from './plan.ts';

/** Fixes bring findings that other fixes mend: a role is made, then given rights. It takes three or four passes. */
const MOST_PASSES = 10;
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

class Fixing {
  readonly #rules: readonly Rule[];
  readonly #options: FixOptions;
  readonly #refused = new Map<string, RefusedFix>();

  constructor(rules: readonly Rule[], options: FixOptions) {
    this.#rules = rules;
    this.#options = options;
  }

  async run(documents: readonly Document[]): Promise<FixOutcome> {
    const first = this.#look(documents.map(untouched));
    let files = this.#settle(documents, first);
    const objections = await readAgain(files.filter(isChanged));
    const unread = new Map(
      objections.filter(each => each.about === 'before').map(each => [each.file, each.why]),
    );
    files = files.map(file => this.#leave(file, unread.get(file.before.file)));
    const report = files.some(isChanged) || unread.size > 0 ? this.#look(files) : first;
    const applied = files.flatMap(({ made }) =>
      made.map(({ ruleId, file, title }) => ({ ruleId, file, title })),
    );
    const refused = [...report.fixes.refused, ...this.#refused.values()];
    const changed = files.filter(isChanged);
    const disagreement = objections.find(each => each.about === 'after');
    return {
      report: { ...report, fixes: { applied, refused } },
      changed: changed.map(({ before, after }) => ({
        file: before.file,
        before: before.text,
        after: after.text,
      })),
      disagreement: disagreement && `${disagreement.file}: ${disagreement.why}`,
    };
  }

  /** Pass after pass, until no fix is left that does what it is for. */
  #settle(documents: readonly Document[], first: Report): readonly Mended[] {
    for (let retry = 0; ; retry++) {
      const { files, report } = this.#passes(documents, first);
      const failed = files.flatMap(file => failures(file, first, report));
      if (failed.length === 0) return files;
      const names = new Set(failed.map(({ fix: { file } }) => file));
      for (const { fix: made, why } of failed) this.#refuse(made, why);
      if (retry < MOST_RETRIES) continue;
      return files.map(file => (names.has(file.before.file) ? untouched(file.before) : file));
    }
  }

  #passes(documents: readonly Document[], first: Report): { files: readonly Mended[]; report: Report } {
    let files = documents.map(untouched);
    let report = first;
    for (let i = 0; i < MOST_PASSES; i++) {
      const next = files.map(file => this.#pass(file, report));
      if (next.every((file, k) => file === files[k])) break;
      files = next;
      report = this.#look(files);
    }
    return { files, report };
  }

  #pass(file: Mended, report: Report): Mended {
    const wanted = report.findings.filter(each => {
      const isWanted = each.fix?.safety === 'safe' || this.#options.unsafe;
      return each.file === file.after.file && isWanted && !this.#refused.has(fixKey(each));
    });
    return pass(file, wanted, ({ ruleId, file: name, ...rest }, why) =>
      this.#refused.set(fixKey({ ruleId, file: name, ...rest }), { ruleId, file: name, why }),
    );
  }

  #look(files: readonly Mended[]): Report {
    const documents = files.map(file => file.after);
    return plan(lint(documents, this.#rules, this.#options));
  }

  #refuse({ key, ruleId, file }: MadeFix, why: string): void {
    this.#refused.set(key, { ruleId, file, why });
  }

  /** A file that one of the other parsers cannot read is linted, but not mended. */
  #leave(file: Mended, why: string | undefined): Mended {
    if (why === undefined) return file;
    for (const made of file.made) this.#refuse(made, why);
    return untouched(file.before);
  }
}

interface Failure {
  readonly fix: MadeFix;
  readonly why: string;
}

/** The fixes of a file whose finding is still there, or that left an error which was not there before. */
function failures(file: Mended, first: Report, last: Report): readonly Failure[] {
  const own = last.findings.filter(each => each.file === file.before.file);
  const left = new Set(own.filter(each => each.sure).map(findingKey));
  const useless = file.made.filter(each => left.has(each.finding));
  if (useless.length > 0)
    return useless.map(made => ({ fix: made, why: 'What it was to mend would still be there.' }));
  const known = new Set(first.findings.map(subjectKey));
  const added = own.filter(each => each.severity === 'error' && !known.has(subjectKey(each)));
  return added.flatMap(({ message, resource }) => {
    const why = `It would leave an error that was not there before: ${message}`;
    const near = file.made.filter(each => each.edits.some(edit => edit.at.path[1] === resource));
    return (near.length > 0 ? near : file.made).map(made => ({ fix: made, why }));
  });
}

interface FileObjection {
  readonly file: string;
  readonly about: 'before' | 'after';
  readonly why: string;
}

/** The other parsers are loaded only when there is something to write: they cost more than a lint. */
async function readAgain(files: readonly Mended[]): Promise<readonly FileObjection[]> {
  if (files.length === 0) return [];
  const { secondOpinion } = await import('../edit/second-opinion.ts');
  const { repairOpinion } = await import('../edit/repair-opinion.ts');
  return files.flatMap(({ before, base, after, steps }): readonly FileObjection[] => {
    const why = base === before ? undefined : repairOpinion(before, base.text);
    if (why !== undefined) return [{ file: before.file, about: 'before', why }];
    const objection = secondOpinion(base.text, after.text, steps, base.format);
    return objection ? [{ file: before.file, ...objection }] : [];
  });
}
