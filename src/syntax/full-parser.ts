import type { CollectionTag, ScalarTag, YAMLError, Node as YamlNode } from 'yaml';
import { say } from '../i18n/sentence.ts';
import { compose, type Options } from './compose.ts';
import type { Document, SyntaxProblem } from './document.ts';
import { emptyTree } from './make.ts';
import { KNOWN_TAGS } from './tags.ts';
import { readTree } from './tree.ts';
import { withoutUnindented } from './unindented.ts';
import { yamlError } from './yaml-error.ts';

/** Telling the library the tags spares it a warning, with a code frame, for every one of them. */
const customTags: (ScalarTag | CollectionTag)[] = KNOWN_TAGS.flatMap(tag => [
  { tag, resolve: (source: string) => source },
  { tag, collection: 'map' as const, resolve: (map: unknown) => map },
  { tag, collection: 'seq' as const, resolve: (seq: unknown) => seq },
]);

const OPTIONS: Options = {
  schema: 'failsafe',
  customTags,
  keepSourceTokens: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
};

type Reading = Pick<Document, 'root' | 'problems'>;

/** What a text says, and the text that says so: another one where a quoted text goes on too far to the left. */
export interface YamlReading extends Reading {
  readonly readable: string;
}

/** Reads any text, with all that an editor of it has to know. */
export function parseFull(text: string, format: Document['format']): YamlReading {
  const reading = readStrictly(text, format);
  const readable = format === 'yaml' && reading.problems.some(isSyntax) ? withoutUnindented(text) : undefined;
  if (readable === undefined) return { ...reading, readable: text };
  const again = readStrictly(readable, format);
  return { ...(again.problems.some(isSyntax) ? reading : again), readable };
}

/** What the library reads, for who needs neither a tree of it nor tokens; nothing where it finds errors. */
export function composeOnly(text: string): YamlNode | undefined {
  try {
    const yaml = compose(text, { ...OPTIONS, keepSourceTokens: false });
    return 'errors' in yaml && yaml.errors.length === 0 ? (yaml.contents ?? undefined) : undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

export function isSyntax({ kind }: SyntaxProblem): boolean {
  return kind === 'syntax';
}

function readStrictly(text: string, format: Document['format']): Reading {
  try {
    const yaml = compose(text, OPTIONS);
    const errors = 'errors' in yaml ? yaml.errors : yaml;
    if (!('errors' in yaml) || errors.length > 0)
      return { root: emptyTree(text), problems: errors.map(error => problemOf(error, text)) };
    return readTree(yaml, text, format);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { root: emptyTree(text), problems: [tooDeep(text)] };
  }
}

function problemOf(error: YAMLError, text: string): SyntaxProblem {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.min(Math.max(error.pos[1], start), text.length);
  return { kind: 'syntax', message: yamlError(error), range: { start, end } };
}

function tooDeep(text: string): SyntaxProblem {
  return {
    kind: 'syntax',
    message: say`The template is nested too deeply to be read.`,
    range: { start: 0, end: Math.min(1, text.length) },
  };
}
