import { commentsOf } from './syntax/comments.ts';
import type { Document } from './syntax/document.ts';
import { entry, type Node, type Range } from './syntax/node.ts';
import { child, nodeAt, type Place, rangeOf } from './syntax/place.ts';

/** One rule that somebody does not want to hear of, in one part of a template. */
export interface Ignore {
  /** As it is written; it may name no rule. */
  readonly rule: string;
  readonly reason: string | undefined;
  /** The comment, or the entry of `Metadata`. */
  readonly at: Place;
  /** Findings that begin in here are left out. */
  readonly covers: Range;
}

const MARK = 'ecs-exec-lint';
const DIRECTIVE = /^#+\s*ecs-exec-lint\s*:\s*(.*)$/;
const IGNORE = /^(ignore|ignore-file)\s*\[([^\]]*)\]\s*(.*)$/;

/**
 * What a template's author asks not to be told: by comments (`# ecs-exec-lint: ignore[rule] reason`) on the line, on the
 * line above or at a resource's key, for which they cover the resource; and by `Metadata`, for JSON.
 */
export function ignoresOf(document: Document): readonly Ignore[] {
  if (!document.text.includes(MARK)) return [];
  return [...inComments(document), ...inMetadata(document)];
}

function inComments(document: Document): readonly Ignore[] {
  return commentsOf(document).flatMap(({ start, end }) => {
    const directive = DIRECTIVE.exec(document.text.slice(start, end).trimEnd())?.[1];
    if (directive === undefined) return [];
    const at: Place = { document, path: [], range: { start, end } };
    const [, kind, list = '', reason = ''] = IGNORE.exec(directive) ?? [];
    const covers = kind === 'ignore-file' ? everything(document) : coveredBy(document, start);
    const rules = kind === undefined ? [directive] : list.split(',').map(each => each.trim());
    return rules.map(rule => ({ rule, reason: reason === '' ? undefined : reason, at, covers }));
  });
}

/** The line of a comment, or the first one below it that is more than a comment; at a resource's key, the resource. */
function coveredBy(document: Document, comment: number): Range {
  const { text } = document;
  let start = text.lastIndexOf('\n', comment - 1) + 1;
  let line = lineFrom(text, start);
  const standsAlone = text.slice(start, comment).trim() === '';
  while (standsAlone && /^\s*#/.test(text.slice(line.start, line.end)) && line.end < text.length) {
    start = line.end + 1;
    line = lineFrom(text, start);
  }
  const resources = nodeAt({ document, path: ['Resources'] });
  const own = entriesOf(resources).find(each => each.key.start >= line.start && each.key.start < line.end);
  return own ? { start: line.start, end: Math.max(line.end, own.value.range.end) } : line;
}

function lineFrom(text: string, start: number): Range {
  const newline = text.indexOf('\n', start);
  return { start, end: newline < 0 ? text.length : newline };
}

function entriesOf(node: Node | undefined): readonly { key: Range; name: string; value: Node }[] {
  if (node?.kind !== 'mapping') return [];
  return node.entries.map(({ key, keyRange, value }) => ({ key: keyRange, name: key, value }));
}

/** `Metadata: {ecs-exec-lint: {ignore: [rule, {rule, reason}]}}`, of a resource or of the template. */
function inMetadata(document: Document): readonly Ignore[] {
  const top: Place = { document, path: [] };
  const resources = entriesOf(nodeAt(child(top, 'Resources')));
  return [
    ...listed(child(top, 'Metadata'), everything(document)),
    ...resources.flatMap(({ name, key, value }) =>
      listed(child(top, 'Resources', name, 'Metadata'), { start: key.start, end: value.range.end }),
    ),
  ];
}

function listed(metadata: Place, covers: Range): readonly Ignore[] {
  const list = child(metadata, MARK, 'ignore');
  const node = nodeAt(list);
  const items = node?.kind === 'sequence' ? node.items : node ? [node] : [];
  return items.map((item, i) => {
    const at = node?.kind === 'sequence' ? child(list, i) : list;
    const named = item.kind === 'mapping' ? entry(item, 'rule')?.value : item;
    const reason = item.kind === 'mapping' ? wordsOf(entry(item, 'reason')?.value) : undefined;
    return { rule: wordsOf(named) ?? '', reason, at: { ...at, range: rangeOf(at) }, covers };
  });
}

function wordsOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}

function everything(document: Document): Range {
  return { start: 0, end: document.text.length + 1 };
}
