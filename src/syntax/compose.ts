import {
  Composer,
  type CST,
  type ParseOptions,
  Parser,
  type SchemaOptions,
  YAMLParseError,
  type Document as YamlDocument,
} from 'yaml';

export type Options = ParseOptions & SchemaOptions & { readonly logLevel: 'error' };

/** After so many errors a text is given up: a megabyte of brackets has a million, each with a stack of its own. */
const MOST_ERRORS = 100;

/** Like `parseDocument` of the library, but for texts with errors without end, of which it answers the first. */
export function compose(text: string, options: Options): YamlDocument.Parsed | readonly YAMLParseError[] {
  const composer = new Composer(options);
  const isEnough = limit(composer);
  let document: YamlDocument.Parsed | undefined;
  try {
    for (const each of composer.compose(tokensOf(text), true, text.length)) {
      document?.errors.push(secondDocument(each));
      if (document) break;
      document = each;
    }
  } catch (error) {
    if (!isEnough()) throw error;
    return [...(document?.errors ?? []), ...errorsOf(composer)];
  }
  return document ?? [];
}

/** The tokens of a text, up to so many that stand where none may. */
function* tokensOf(text: string): Generator<CST.Token> {
  let left = MOST_ERRORS;
  for (const token of new Parser().parse(text)) {
    yield token;
    if (token.type === 'error') left--;
    if (left === 0) return;
  }
}

type Note = (source: unknown, code: unknown, message: string, isWarning?: boolean) => void;

/** Has a composer stop after so many errors, which it has no way of its own to. Answers whether it did. */
function limit(composer: Composer): () => boolean {
  const note: Note = Reflect.get(composer, 'onError');
  let left = MOST_ERRORS;
  const limited: Note = (source, code, message, isWarning) => {
    note(source, code, message, isWarning);
    if (isWarning) return;
    left--;
    if (left === 0) throw new Error('These are enough errors.');
  };
  Reflect.set(composer, 'onError', limited);
  return () => left === 0;
}

function errorsOf(composer: Composer): readonly YAMLParseError[] {
  return composer.streamInfo().errors;
}

function secondDocument({ range: [start, end] }: YamlDocument.Parsed): YAMLParseError {
  return new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'Source contains multiple documents');
}
