import type { Log } from 'sarif';

/** Texts by the names of their files. */
export type Texts = Readonly<Record<string, string>>;

/** A part of a text, by offsets in UTF-16 units, and what takes its place. */
interface Replacement {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Edit {
  readonly file?: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface JsonReport {
  readonly findings: readonly {
    readonly file: string;
    readonly fix: { readonly edits: readonly Edit[] } | null;
  }[];
}

/** Makes all edits that a report in JSON has. */
export function applyJson(report: string, texts: Texts): Texts {
  const { findings }: JsonReport = JSON.parse(report);
  return apply(
    texts,
    findings.flatMap(({ file, fix }) => (fix?.edits ?? []).map(edit => ({ file, ...edit }))),
  );
}

/** Makes the first fix of each result of a log in SARIF, whose columns count UTF-16 units. */
export function applySarif(report: string, texts: Texts): Texts {
  const { runs }: Log = JSON.parse(report);
  const changes = runs
    .flatMap(each => each.results ?? [])
    .flatMap(({ fixes: [first] = [] }) => first?.artifactChanges ?? []);
  const replacements = changes.flatMap(({ artifactLocation: { uri = '' }, replacements: all }) => {
    const file = decodeURIComponent(uri);
    return all.map(({ deletedRegion, insertedContent }) => {
      const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = deletedRegion;
      return {
        file,
        start: offset(texts[file], startLine, startColumn),
        end: offset(texts[file], endLine, endColumn),
        text: insertedContent?.text ?? '',
      };
    });
  });
  return apply(texts, replacements);
}

interface Point {
  readonly line: number;
  readonly column: number;
}

interface Diagnostics {
  readonly diagnostics: readonly {
    readonly location: { readonly path: string };
    readonly suggestions?: readonly {
      readonly range: { readonly start: Point; readonly end: Point };
      readonly text: string;
    }[];
  }[];
}

/**
 * Takes the suggestions of a report for reviewdog, whose columns count bytes of UTF-8, and which are for the file of
 * their diagnostic.
 */
export function applyRdjson(report: string, texts: Texts): Texts {
  const { diagnostics }: Diagnostics = JSON.parse(report);
  const replacements = diagnostics.flatMap(({ location: { path: file }, suggestions: [first] = [] }) => {
    if (!first) return [];
    const { start, end } = first.range;
    return [
      { file, start: byteOffset(texts[file], start), end: byteOffset(texts[file], end), text: first.text },
    ];
  });
  return apply(texts, replacements);
}

function offset(text = '', line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((length, each) => length + each.length + 1, 0) + column - 1;
}

function byteOffset(text = '', { line, column }: Point): number {
  const written = text.split('\n')[line - 1] ?? '';
  const start = Buffer.from(written)
    .subarray(0, column - 1)
    .toString('utf8');
  return offset(text, line, start.length + 1);
}

/** From the last to the first; what two findings ask for in the same words is done once. */
function apply(texts: Texts, replacements: readonly Replacement[]): Texts {
  const distinct = [...new Map(replacements.map(each => [JSON.stringify(each), each])).values()];
  const changed = { ...texts };
  for (const { file, start, end, text } of distinct.sort((a, b) => a.start - b.start).reverse()) {
    const before = changed[file];
    if (before === undefined) throw new Error(`The report names ${file}, which was not given.`);
    changed[file] = before.slice(0, start) + text + before.slice(end);
  }
  return changed;
}
