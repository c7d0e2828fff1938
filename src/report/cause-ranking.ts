import type { ErrorMessage, ErrorMessageId } from '../error-messages/error-message.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { Rule, Severity } from '../rule/types.ts';
import { compareRanks } from '../util/ranks.ts';

/** A possible cause of an error message: what a rule says of it. */
export interface ErrorCause {
  readonly ruleId: string;
  readonly status: CauseStatus;
  readonly severity: Severity;
  /** What is wrong, or what would decide it: a complete sentence. Nothing for what passes. */
  readonly detail: Sentence | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** Whether there is a fix for it, which another cause of the same defect may have in its place. */
  readonly isFixable: boolean;
}

/** From what is a cause to what is none; `not-visible` is what no given template holds. */
export type CauseStatus = 'fails' | 'undecided' | 'not-visible' | 'passes';

const BY_STATUS: readonly CauseStatus[] = ['fails', 'undecided', 'not-visible', 'passes'];
const BY_SEVERITY: readonly Severity[] = ['error', 'warning', 'info'];

/** How likely rules find the cause of messages: where none is known, all of them may. */
export class CauseRanking {
  readonly #ids: ReadonlySet<ErrorMessageId>;
  readonly #rules: ReadonlyMap<string, { readonly rule: Rule; readonly index: number }>;

  constructor(messages: readonly ErrorMessage[], rules: readonly Rule[]) {
    this.#ids = new Set(messages.map(each => each.id));
    this.#rules = new Map(rules.map((rule, index) => [rule.id, { rule, index }]));
  }

  isCause(ruleId: string): boolean {
    return this.#ids.size === 0 || this.#likelihood(ruleId) < Number.POSITIVE_INFINITY;
  }

  /** Of all that may be a cause, only what does not pass. */
  #isWorthSaying({ status }: ErrorCause): boolean {
    return this.#ids.size > 0 || status !== 'passes';
  }

  sorted(causes: readonly ErrorCause[]): readonly ErrorCause[] {
    const ranks = causes
      .filter(each => this.#isWorthSaying(each))
      .map(cause => ({ cause, rank: this.#rank(cause) }));
    ranks.sort((a, b) => compareRanks(a.rank, b.rank));
    return ranks.map(each => each.cause);
  }

  #rank({ status, severity, ruleId, isFixable, line }: ErrorCause): readonly number[] {
    return [
      BY_STATUS.indexOf(status),
      BY_SEVERITY.indexOf(severity),
      this.#likelihood(ruleId),
      // Of two findings about one defect, the more exact one has the fix.
      isFixable ? 0 : 1,
      this.#rules.get(ruleId)?.index ?? 0,
      line ?? 0,
    ];
  }

  /** The place of a message among those of the rule. */
  #likelihood(ruleId: string): number {
    const own = this.#rules.get(ruleId)?.rule.errorMessages ?? [];
    const at = own.findIndex(each => this.#ids.has(each));
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }
}
