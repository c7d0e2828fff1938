import { say } from '../i18n/sentence.ts';
import type { Json } from '../syntax/json-value.ts';
import { parse } from '../syntax/parse.ts';
import { rangeOf } from '../syntax/place.ts';
import { Positions } from '../syntax/position.ts';
import { UnexpectedValue } from './fields.ts';

/** A file with the output of a command of the AWS CLI. */
export interface AccountFile {
  readonly file: string;
  readonly text: string;
  /** When it was written, in milliseconds since 1970; nothing counts as just now. */
  readonly modified?: number;
}

/** What the text of a file says. Throws an `UnexpectedValue`. */
export function parsedOutput({ file, text }: AccountFile): Json {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') throw new UnexpectedValue([], say`This file is empty.`);
  try {
    const value: Json = JSON.parse(plain);
    // A text that no document may hold would leave the whole of it unread.
    const [problem] = /[\uFDD0-\uFDEF]|\\u[Ff][Dd][De]/.test(plain)
      ? parse(`${file}.json`, text).problems
      : [];
    if (problem) throw new SyntaxError(String(problem.message));
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const problem = parse(`${file}.json`, text).problems[0]?.message ?? say`This is not valid JSON.`;
    throw /^\s*[{[]/.test(plain) ? new UnexpectedValue([], problem) : new UnexpectedValue([], NO_JSON);
  }
}

const NO_JSON = say`This is not JSON: run the command with \`--output json\`.`;

/** Whether a command left more of what it lists to be asked for. */
export function isOnePage(text: string): boolean {
  return (
    /"(?:[Nn]extToken|Marker)"\s*:\s*"/.test(text.slice(-MOST_OF_AN_END)) ||
    /^\s*\{\s*"(?:[Nn]extToken|Marker)"\s*:\s*"/.test(text)
  );
}

const MOST_OF_AN_END = 20_000;

/** Line and column. */
export function positionOf({ file, text }: AccountFile, { path }: UnexpectedValue): string {
  const document = parse(`${file}.json`, text);
  const [problem] = document.problems;
  const { start } = problem && path.length === 0 ? problem.range : rangeOf({ document, path });
  const { line, column } = new Positions(text).at(start);
  return `${line}:${column}`;
}
