import { type Sentence, say } from '../../i18n/sentence.ts';
/** A usage error on the command line: the check does not start. */
export class UsageError extends Error {
  /** Complete sentences, the last one of which helps. */
  readonly lines: readonly Sentence[];

  /** @param hint Empty where there is nothing to add. */
  constructor(
    wrong: Sentence | readonly Sentence[],
    hint: Sentence = say`Run \`ecs-exec-lint --help\` for what there is.`,
  ) {
    const lines = 'values' in wrong && 'parts' in wrong ? [wrong] : wrong;
    super(lines.join('\n'));
    this.name = NAME;
    this.lines = String(hint) === '' ? lines : [...lines, hint];
  }
}

const NAME = 'UsageError';

/** By name, since what is loaded on demand has a class of its own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === NAME && 'lines' in error;
}
