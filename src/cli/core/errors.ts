import { type Said, type Sentence, say } from '../../i18n/sentence.ts';
/** A usage error on the command line: the check does not start. */
export class UsageError extends Error {
  /** Complete sentences, the last one of which helps. */
  readonly lines: readonly Sentence[];

  /** @param hint Empty where there is nothing to add. */
  constructor(
    wrong: Sentence | readonly Sentence[],
    hint: Sentence = say`Run \`ecs-exec-lint --help\` for usage.`,
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

/** Why the system would not do something with a file, in words: `permission denied`. */
export function reason(error: unknown): Said {
  const code = codeOf(error);
  return WORDS[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What is written is to be as it was read. */
export const CHANGED: Sentence = say`it was changed by another program in the meantime`;

const WORDS: Readonly<Record<string, Sentence>> = {
  ENOENT: say`file not found`,
  EEXIST: CHANGED,
  ENOTDIR: say`file not found`,
  EACCES: say`permission denied`,
  EPERM: say`permission denied`,
  ELOOP: say`too many levels of symbolic links`,
  EROFS: say`the file system is read-only`,
  ENOSPC: say`no space left on the disk`,
  EFBIG: say`it would be too large`,
  EISDIR: say`it is a directory`,
  ENAMETOOLONG: say`the file name is too long`,
  EIO: say`the disk reported an I/O error`,
  EMFILE: say`too many files are open`,
  ENFILE: say`too many files are open`,
  NOT_REGULAR_FILE: say`it is not a regular file`,
  TOO_LARGE: say`it is larger than 2 MB`,
};
