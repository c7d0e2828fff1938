import type { View } from '../../report/view.ts';
import { wrap } from '../../report/wrap.ts';

const CODE_INDENT = '    ';

type Terminal = Pick<View, 'columns' | 'measure'> & { readonly paint: Pick<View['paint'], 'strong'> };

/**
 * A rule's page for a terminal: headings are bold, paragraphs and lists are wrapped, and code is indented. Of Markdown,
 * the pages have nothing else.
 */
export function terminalPage(markdown: string, terminal: Terminal): string {
  let fence: string | undefined;
  const lines = markdown.split('\n').flatMap(line => {
    if (line.startsWith('```')) {
      fence = fence === undefined ? line.slice(3) : undefined;
      return [];
    }
    return fence === undefined ? prose(line, terminal) : code(line, fence, terminal);
  });
  return lines.join('\n');
}

/** What was printed is wrapped; a template is not. */
function code(line: string, language: string, terminal: Terminal): string {
  const text = language === 'text' ? wrap(line, terminal, CODE_INDENT, CODE_INDENT.length) : line;
  return text === '' ? '' : `${CODE_INDENT}${text}`;
}

function prose(line: string, terminal: Terminal): string {
  const [, marks, title = ''] = /^(#+) (.+)$/.exec(line) ?? [];
  if (marks !== undefined) return terminal.paint.strong(title);
  const text = line.replace(/\*\*(.+?)\*\*/g, '$1').replace(/<(https:[^>]+)>/g, '$1');
  return wrap(text, terminal, text.startsWith('- ') ? '  ' : '');
}
