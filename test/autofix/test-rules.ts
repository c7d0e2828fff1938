import { type FixOptions, fix } from '../../src/autofix/fix.ts';
import type { FixResult } from '../../src/autofix/result.ts';
import { append, type Edit, remove, set } from '../../src/edit/tree/edit.ts';
import { say } from '../../src/i18n/sentence.ts';
import { DEFAULT_OPTIONS } from '../../src/lint/options.ts';
import type { Fix, Rule, Severity } from '../../src/rule/types.ts';
import type { Document } from '../../src/syntax/document.ts';
import type { Json } from '../../src/syntax/json-value.ts';
import { toJson } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { nodeAt, type Path } from '../../src/syntax/place.ts';

export interface Found {
  readonly path: string;
  readonly message: string;
  readonly severity?: Severity;
  /** Paths that it comes from, in the template `of`. */
  readonly related?: readonly string[];
  readonly of?: Document;
  readonly fix?: {
    readonly title?: string;
    readonly safety?: Fix['safety'];
    readonly edits: readonly Edit[];
    /** Paths that it takes as given. */
    readonly given?: readonly string[];
  };
}

/** A rule that is asked once a template. */
export function rule(id: string, check: (document: Document) => readonly Found[]): Rule {
  return {
    id,
    summary: id,
    why: id,
    severity: 'error',
    fix: 'safe',
    sources: ['https://example.com'],
    *checkTemplate(template) {
      const { document } = template.declarations;
      for (const { path, message, severity, related = [], of = document, fix: mending } of check(document))
        yield {
          at: { document, path: pathOf(path) },
          message: say`${message}`,
          for: [],
          related: related.map(each => ({ at: { document: of, path: pathOf(each) }, message: say`${each}` })),
          ...(severity && { severity }),
          fix: mending && {
            title: say`${mending.title ?? id}`,
            safety: mending.safety ?? 'safe',
            edits: mending.edits,
            preconditions: (mending.given ?? []).map(each => ({ document, path: pathOf(each) })),
          },
        };
    },
  };
}

/** A rule that wants a value for another, wherever the path leads to that one. */
export function turns(id: string, path: string, from: Json, to: Json): Rule {
  return rule(id, document =>
    valueAt(document, path) === from
      ? [{ path, message: `${path} is ${from}.`, fix: { edits: [put(document, path, to)] } }]
      : [],
  );
}

export function put(document: Document, path: string, value: Json): Edit {
  return set({ document, path: pathOf(path) }, value);
}

export function add(document: Document, path: string, value: Json, from?: string): Edit {
  const textOf = from === undefined ? undefined : { document, path: pathOf(from) };
  return append({ document, path: pathOf(path) }, value, textOf);
}

export function take(document: Document, path: string): Edit {
  return remove({ document, path: pathOf(path) });
}

export function valueAt(document: Document, path: string): Json | undefined {
  const node = nodeAt({ document, path: pathOf(path) });
  return node && toJson(node);
}

export function mend(
  text: string | Readonly<Record<string, string>>,
  rules: readonly Rule[],
  options: Partial<FixOptions> = {},
): Promise<FixResult> {
  const files = typeof text === 'string' ? { 'template.yaml': text } : text;
  const documents = Object.entries(files).map(([file, content]) => parse(file, content));
  return fix(documents, rules, { ...DEFAULT_OPTIONS, unsafe: false, ...options });
}

function pathOf(path: string): Path {
  return path.split('.').map(key => (/^\d+$/.test(key) ? Number(key) : key));
}
