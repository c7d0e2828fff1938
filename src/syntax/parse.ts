import { type CollectionTag, parseDocument, type ScalarTag, type YAMLError } from 'yaml';
import { say } from '../lang/sentence.ts';
import type { Document, Slip, SyntaxProblem } from './document.ts';
import { findJsonError } from './json-error.ts';
import { findSlips, withoutSlips } from './slips.ts';
import { KNOWN_TAGS } from './tags.ts';
import { emptyTree, readTree } from './tree.ts';
import { yamlError } from './yaml-error.ts';

/** Telling the library the tags spares it a warning, with a code frame, for every one of them. */
const customTags: (ScalarTag | CollectionTag)[] = KNOWN_TAGS.flatMap(tag => [
  { tag, resolve: (source: string) => source },
  { tag, collection: 'map' as const, resolve: (map: unknown) => map },
  { tag, collection: 'seq' as const, resolve: (seq: unknown) => seq },
]);

/**
 * Reads YAML or JSON into a tree with places. Never throws: what is wrong with the text is in `problems`.
 * Text that opens with a bracket is JSON when `JSON.parse` takes it, and YAML otherwise, unless the file's name says JSON.
 */
export function parse(file: string, text: string): Document {
  const opensLikeJson = /^\uFEFF?\s*[{[]/.test(text);
  const jsonError = opensLikeJson ? findJsonError(text) : undefined;
  if (jsonError && /\.json$/i.test(file)) return broken(file, text, 'json', [jsonError]);
  const format: Document['format'] = opensLikeJson && !jsonError ? 'json' : 'yaml';
  const { root, problems } = readYaml(text, format);
  const isBroken = problems.some(each => each.kind === 'syntax');
  const mended =
    format === 'yaml' && (isBroken || text.includes('\u3000')) ? withoutItsSlips(text) : undefined;
  if (mended) {
    const { slips, ...rest } = mended;
    const common = { file, text, format, slips, root: rest.root };
    if (!isBroken) return { ...common, problems: rest.problems, asWritten: root };
    return { ...common, problems: [...slips.map(slipProblem), ...rest.problems] };
  }
  if (isBroken) return broken(file, text, format, problems);
  return { file, text, format, root, problems, slips: [] };
}

/** What the text says when its slips are no part of it; nothing when there are none, or when that is no YAML either. */
function withoutItsSlips(text: string): Pick<Document, 'root' | 'problems' | 'slips'> | undefined {
  const all = findSlips(text);
  for (const slips of [all, all.filter(each => each.kind === 'comma')]) {
    if (slips.length === 0) return undefined;
    const { root, problems } = readYaml(withoutSlips(text, slips), 'yaml');
    if (problems.every(each => each.kind !== 'syntax')) return { root, problems, slips };
  }
  return undefined;
}

function slipProblem({ kind, range }: Slip): SyntaxProblem {
  const message =
    kind === 'comma'
      ? say`A comma here keeps the template from being read.`
      : say`A full-width space here keeps the template from being read.`;
  return { kind: 'slip', message, range };
}

function readYaml(text: string, format: 'yaml' | 'json'): Pick<Document, 'root' | 'problems'> {
  try {
    const yaml = parseDocument(text, {
      schema: 'failsafe',
      customTags,
      keepSourceTokens: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    });
    const errors = yaml.errors.map(error => problemOf(error, text));
    if (errors.length > 0) return { root: emptyTree(text), problems: errors };
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

function broken(
  file: string,
  text: string,
  format: Document['format'],
  problems: readonly SyntaxProblem[],
): Document {
  return { file, text, format, root: emptyTree(text), problems, slips: [] };
}
