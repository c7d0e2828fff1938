import { readFileSync } from 'node:fs';
import { type Edit, remove, removeButComments } from '../../src/edit/tree/edit.ts';
import type { Document } from '../../src/syntax/document.ts';
import type { Path } from '../../src/syntax/place.ts';

/** A template, what is done to it, and the text after. */
export interface Shape {
  readonly name: string;
  readonly text: string;
  readonly edits: (document: Document) => readonly Edit[];
  /** The text, or the line `>>> refused: …`. */
  readonly expected: string;
}

/**
 * What cannot be seen in a text: line ends, tabs, blanks at the end of a line, a byte order mark, no final line break.
 */
const PICTURES: Readonly<Record<string, string>> = { '␍': '\r', '␉': '\t', '␠': ' ', '␂': '\uFEFF' };
const END = /␃\n/g;

/**
 * Reads shapes from a file. Each is a name behind `===`, the template, the edits behind `>>>`, and what comes of them:
 *
 *     === a comment stays
 *     A: 1 # note
 *     >>> B = true              set; `after A` names the key that it goes behind
 *     >>> L + {"N": 1}          append; `from M.0`, with set too, takes the text that the value has there
 *     >>> M.K > N               rename
 *     >>> M.0 -                 remove; `- #` leaves its comments
 *     A: 1 # note
 *     …
 */
export function readShapes(file: URL): readonly Shape[] {
  return readFileSync(file, 'utf8')
    .split(/^=== /m)
    .filter(part => part !== '')
    .map(part => shape(part.replace(/\n\n$/, '\n')));
}

function shape(part: string): Shape {
  const [head = '', ...rest] = part.split(/^(?=>>> )/m);
  const [name = ''] = head.split('\n', 1);
  const last = rest.at(-1) ?? '';
  const isRefused = last.startsWith('>>> refused');
  const edits = rest.filter(each => !each.startsWith('>>> refused'));
  const expected = isRefused ? last.trimEnd() : last.slice(last.indexOf('\n') + 1);
  return {
    name,
    text: seen(head.slice(name.length + 1)),
    edits: document => edits.map(each => edit(document, each.split('\n', 1)[0] ?? '')),
    expected: isRefused ? expected : seen(expected),
  };
}

function seen(text: string): string {
  return text.replace(END, '').replace(/[␍␉␠␂]/g, picture => PICTURES[picture] ?? '');
}

function edit(document: Document, line: string): Edit {
  const match = /^>>> (.*?) ([-=+>])(?: (.*?))?(?: (after|from) (\S+))?$/.exec(line);
  const [, path = '', op, value = 'null', option, where = ''] = match ?? [];
  const at = { document, path: pathOf(path) };
  if (op === '-') return value === '#' ? removeButComments(at) : remove(at);
  if (op === '>') return { op: 'rename', at, key: value };
  const data = JSON.parse(value);
  const from = option === 'from' && { textOf: { document, path: pathOf(where) } };
  if (op === '=') return { op: 'set', at, value: data, ...from, ...(option === 'after' && { after: where }) };
  if (op !== '+') throw new Error(`No edit: ${line}`);
  return { op: 'append', at, value: data, ...from };
}

function pathOf(path: string): Path {
  return path.split('.').map(key => (/^\d+$/.test(key) ? Number(key) : key));
}
