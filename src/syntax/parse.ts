import { say } from '../i18n/sentence.ts';
import type { Document, SyntaxProblem } from './document.ts';
import { explainError, firstError } from './explain-error.ts';
import { isSyntax } from './full-parser.ts';
import { findJsonError } from './json-error.ts';
import { emptyTree } from './make.ts';
import { read } from './read.ts';
import { readWithoutTypos, typoProblem } from './recovery/recover.ts';
import { mayHaveTypos } from './recovery/recoverable-errors.ts';

/**
 * Reads YAML or JSON into a tree with places. Never throws: what is wrong with the text is in `problems`. Text that
 * opens with a bracket is JSON when `JSON.parse` takes it, and YAML otherwise, unless the file's name says JSON.
 */
export function parse(file: string, text: string): Document {
  const stranger = NO_CHARACTER.exec(text);
  return stranger ? broken(file, text, 'yaml', [noCharacter(stranger)]) : parseMarked(file, text);
}

/** The same for a text that a template computes, in which this program may have left marks. */
export function parseMarked(file: string, text: string): Document {
  const opensLikeJson = /^\uFEFF?\s*[{[]/.test(text);
  const jsonError = opensLikeJson ? findJsonError(text) : undefined;
  if (jsonError && /\.json$/i.test(file)) return broken(file, text, 'json', [jsonError]);
  const format: Document['format'] = opensLikeJson && !jsonError ? 'json' : 'yaml';
  const { root, problems, readable } = read(text, format);
  const isBroken = problems.some(isSyntax);
  const recovered =
    format === 'yaml' && (isBroken || mayHaveTypos(text)) ? readWithoutTypos(readable, isBroken) : undefined;
  if (recovered) {
    const { typos, ...rest } = recovered;
    const common = { file, text, format, typos, root: rest.root };
    if (!isBroken) return { ...common, problems: rest.problems, asWritten: root };
    return { ...common, problems: [...typos.map(typoProblem), ...rest.problems] };
  }
  if (isBroken) return broken(file, text, format, problems);
  return { file, text, format, root, problems, typos: [] };
}

/** Unicode leaves these to programs for their own use, in which no text may meddle. */
const NO_CHARACTER = /[\uFDD0-\uFDEF]|\\(?:u|U0000)fd[de][\da-f]/i;

function noCharacter({ index, 0: written }: RegExpExecArray): SyntaxProblem {
  const message = say`The codes from U+FDD0 to U+FDEF are not characters.`;
  return { kind: 'syntax', message, range: { start: index, end: index + written.length } };
}

function broken(
  file: string,
  text: string,
  format: Document['format'],
  problems: readonly SyntaxProblem[],
): Document {
  const error = firstError(problems);
  const told = error ? [explainError(error, text)] : problems;
  return { file, text, format, root: emptyTree(text), problems: told, typos: [] };
}
