import { say } from '../i18n/sentence.ts';
import type { SyntaxProblem } from './document.ts';

/** The first thing that keeps a text from being read: what follows in the text may come of it. */
export function firstError(problems: readonly SyntaxProblem[]): SyntaxProblem | undefined {
  return problems.reduce<SyntaxProblem | undefined>(
    (first, each) =>
      each.kind !== 'syntax' || (first && first.range.start <= each.range.start) ? first : each,
    undefined,
  );
}

/** `{{ name }}`, `{% if name %}`, `{# why #}` or `<% name %>`, outside of quotes and comments. */
const BEFORE = /^(?:[^"'#{<]|"[^"]*"|'[^']*'|(?<! )#|\{(?![{%#])|<(?!%))*/;
const ENGINE_MARK = /^(?:\{\{(?!resolve:).*?\}\}|\{%.*?%\}|\{#.*?#\}|<%.*?%>|\{\{(?!resolve:)|\{%)/;

/** An error in words that tell what to do, where the line says more than the parser. */
export function explainError(error: SyntaxProblem, text: string): SyntaxProblem {
  const start = text.lastIndexOf('\n', error.range.start - 1) + 1;
  const [line = ''] = text.slice(start, start + LONGEST_LINE).split(/\r?\n/, 1);
  const at = BEFORE.exec(line)?.[0].length ?? 0;
  const [mark] = ENGINE_MARK.exec(line.slice(at)) ?? [];
  if (mark !== undefined)
    return {
      ...error,
      message: say`\`${mark}\` is for a template engine such as Jinja: render the template first, and check the result.`,
      range: { start: start + at, end: start + at + mark.length },
    };
  const [indentation = '', blanks = ''] = /^([ ]*)\t+/.exec(line) ?? [];
  if (indentation === '') return error;
  return {
    ...error,
    message: say`There is a tab in the indentation here; YAML only allows spaces.`,
    range: { start: start + blanks.length, end: start + indentation.length },
  };
}

/** Longer than people write. */
const LONGEST_LINE = 1000;
