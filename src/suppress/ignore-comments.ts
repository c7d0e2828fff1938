import { say } from '../i18n/sentence.ts';
import { commentsOf } from '../syntax/comments.ts';
import type { Document } from '../syntax/document.ts';
import type { Range } from '../syntax/node.ts';
import type { Place } from '../syntax/place.ts';
import { everything, type Ignore } from './ignore.ts';
import { type ResourceText, resourceTexts } from './resources.ts';

/** Another tool's comment may stand before it on the line. */
const DIRECTIVE = /#\s*ecs-exec-lint(?:\s*:|\s(?=\s*(?:ignore|disable)\b))\s*(.*)$/;
const IGNORE = /^(ignore|ignore-file)\s*\[([^\]]*)\]\s*(.*)$/;

const MALFORMED = say`This comment has no effect: write \`# ecs-exec-lint: ignore[rule] reason\`, or \`ignore-file[rule]\` for the whole template.`;

export function ignoresInComments(document: Document): readonly Ignore[] {
  const resources = resourceTexts(document);
  return commentsOf(document).flatMap(({ start, end }) => {
    const comment = document.text.slice(start, end).trimEnd();
    const directive = DIRECTIVE.exec(comment);
    if (!directive) return [];
    const at: Place = {
      document,
      path: [],
      range: { start: start + directive.index, end: start + comment.length },
    };
    const [, kind, list = '', said = ''] = IGNORE.exec(directive[1] ?? '') ?? [];
    const covers = kind === 'ignore-file' ? everything(document) : coveredBy(document.text, start, resources);
    const common = { reason: said === '' ? undefined : said, at, covers };
    const rules = list.split(',').flatMap(each => each.trim() || []);
    if (rules.length === 0) return [{ rule: '', ...common, malformed: MALFORMED }];
    return rules.map(rule => ({ rule, ...common }));
  });
}

/** The line of a comment, or the first one below it that is more than a comment; at a resource's key, the resource. */
function coveredBy(text: string, comment: number, resources: readonly ResourceText[]): Range {
  let start = text.lastIndexOf('\n', comment - 1) + 1;
  let line = lineFrom(text, start);
  const standsAlone = text.slice(start, comment).trim() === '';
  while (standsAlone && /^\s*#/.test(text.slice(line.start, line.end)) && line.end < text.length) {
    start = line.end + 1;
    line = lineFrom(text, start);
  }
  const own = resources.find(({ key }) => key.start >= line.start && key.start < line.end);
  return own ? { start: line.start, end: Math.max(line.end, own.end) } : line;
}

function lineFrom(text: string, start: number): Range {
  const newline = text.indexOf('\n', start);
  return { start, end: newline < 0 ? text.length : newline };
}
