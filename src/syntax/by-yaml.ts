import { type CollectionTag, parseDocument, type ScalarTag, type YAMLError } from 'yaml';
import { type Sentence, say } from '../lang/sentence.ts';
import type { Document, SyntaxProblem } from './document.ts';
import { emptyTree } from './make.ts';
import { KNOWN_TAGS } from './tags.ts';
import { readTree } from './tree.ts';

/** Telling the library the tags spares it a warning, with a code frame, for every one of them. */
const customTags: (ScalarTag | CollectionTag)[] = KNOWN_TAGS.flatMap(tag => [
  { tag, resolve: (source: string) => source },
  { tag, collection: 'map' as const, resolve: (map: unknown) => map },
  { tag, collection: 'seq' as const, resolve: (seq: unknown) => seq },
]);

/** Reads any text, with all that an editor of it has to know. */
export function readByYaml(text: string, format: 'yaml' | 'json'): Pick<Document, 'root' | 'problems'> {
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
  return { kind: 'syntax', message: sentence(error), range: { start, end } };
}

function sentence(error: YAMLError): Sentence {
  if (error.code === 'MULTIPLE_DOCS')
    return say`A template is one YAML document, and a second one starts here.`;
  if (error.code === 'RESOURCE_EXHAUSTION') return say`The template is nested too deeply to be read.`;
  const said = error.message.replace(/\.$/, '');
  return say`This is not valid YAML: ${said.charAt(0).toLowerCase()}${said.slice(1)}.`;
}

function tooDeep(text: string): SyntaxProblem {
  return {
    kind: 'syntax',
    message: say`The template is nested too deeply to be read.`,
    range: { start: 0, end: Math.min(1, text.length) },
  };
}
