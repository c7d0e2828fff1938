import type { Diagnostic, Report, Span } from '../lint/report.ts';
import type { Severity } from '../rule/types.ts';
import { Positions } from '../syntax/position.ts';
import { escapeControlsInJson, prose } from './escape-output.ts';
import { sentenceWithRefusal } from './fix-text.ts';
import { TOOL, type View } from './view.ts';

const SEVERITIES: Readonly<Record<Severity, 'ERROR' | 'WARNING' | 'INFO'>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
};

/**
 * Reviewdog's format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Its columns count bytes of UTF-8,
 * and its messages are Markdown.
 */
export function rdjson(report: Report, view: View): string {
  const texts = new Map(report.documents.map(({ file, text }) => [file, new Text(text)]));
  const location = (file: string, { start, end }: Span): unknown => {
    const text = texts.get(file);
    return { path: view.fromRoot(file), ...(text && { range: text.range(start.offset, end.offset) }) };
  };
  const content = {
    source: { name: TOOL.name, url: TOOL.url },
    diagnostics: report.findings.map(each => {
      const suggestions = suggestionsOf(each, texts.get(each.file));
      return {
        message: prose(sentenceWithRefusal(each)),
        location: location(each.file, each.range),
        severity: SEVERITIES[each.severity],
        code: { value: each.ruleId, url: each.url },
        ...(suggestions.length > 0 && { suggestions }),
        related_locations: each.related.map(({ message, file, range }) => ({
          message: prose(String(message)),
          location: location(file, range),
        })),
      };
    }),
  };
  return `${escapeControlsInJson(JSON.stringify(content, null, 2))}\n`;
}

/**
 * Several suggestions would be alternatives, and all are about the file of the finding: only a fix that is one piece of
 * text there can be suggested.
 */
function suggestionsOf({ file, fix }: Diagnostic, text: Text | undefined): readonly unknown[] {
  const [only, another] = fix?.splices ?? [];
  if (!text || !only || another || only.file !== file || fix?.safety !== 'safe') return [];
  return [{ range: text.range(only.start, only.end), text: only.text }];
}

class Text {
  readonly #text: string;
  readonly #positions: Positions;

  constructor(text: string) {
    this.#text = text;
    this.#positions = new Positions(text);
  }

  range(start: number, end: number): unknown {
    return { start: this.#position(start), end: this.#position(end) };
  }

  #position(offset: number): { readonly line: number; readonly column: number } {
    const { line, column } = this.#positions.at(offset);
    const before = this.#text.slice(offset - (column - 1), offset);
    return { line, column: new TextEncoder().encode(before).length + 1 };
  }
}
