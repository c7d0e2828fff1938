import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Words } from '../../i18n/words.ts';
import { type Report, rules, withPage } from '../../index.ts';
import type { View } from '../../report/view.ts';
import { isSimple, simpleWidth } from '../../report/width.ts';
import type { Arguments } from '../args/arguments.ts';
import { namer, STDIN } from '../core/paths.ts';
import type { Stream } from '../core/stream.ts';
import { VERSION } from '../core/version.ts';
import { isColoured, paint } from './colour.ts';

/** Lines longer than this are hard to read, whatever the terminal. */
const MOST_COLUMNS = 100;

type Common = Omit<View, 'columns' | 'paint' | 'link'>;

/** What reports need to know of a run, wherever they go. */
export async function commonView(report: Report, args: Arguments, words: Words): Promise<Common> {
  const { only, skip, pedantic, rulePages, task, addIgnores } = args;
  return {
    version: VERSION,
    rules: rules.map(each => withPage(each, rulePages)),
    rulePages,
    words,
    counts: id => (only.length === 0 || only.includes(id)) && !skip.includes(id),
    pedantic,
    most: Number.POSITIVE_INFINITY,
    measure: await measurer(report, args),
    isFixing: task !== 'check',
    done: addIgnores ? 'Ignored' : 'Fixed',
    fromRoot: namer(process.cwd()),
    addressOf: file => (file === STDIN ? undefined : pathToFileURL(resolve(file)).href),
  };
}

/** For a file: there is no terminal that could be asked. */
export async function fileView(common: Common, { colour }: Arguments): Promise<View> {
  return { ...common, columns: 80, paint: await paint(colour === 'always'), link: text => text };
}

export async function streamView(common: Common, { colour }: Arguments, stream: Stream): Promise<View> {
  const { isTerminal } = stream;
  const coloured = isColoured(colour, process.env, isTerminal);
  return {
    ...common,
    columns: Math.min(stream.columns || 80, MOST_COLUMNS),
    paint: await paint(coloured),
    link: isTerminal && coloured && (await isLinkable()) ? linked : text => text,
  };
}

async function isLinkable(): Promise<boolean> {
  const { createSupportsHyperlinks } = await import('supports-hyperlinks');
  return createSupportsHyperlinks({ isTTY: true });
}

/** OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda. The text is what is seen. */
function linked(text: string, address: string): string {
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}

/** What knows the width of every character takes as long to load as all the rest. */
async function measurer({ documents, findings }: Report, { outputs }: Arguments): Promise<View['measure']> {
  const files = new Set(findings.map(each => each.file));
  const quoted = documents.filter(each => files.has(each.file));
  if (!outputs.some(each => each.format === 'pretty')) return simpleWidth;
  if (quoted.every(each => isSimple(each.text) && isSimple(each.file))) return simpleWidth;
  const { stringWidth } = await import('../core/string-width.ts');
  return stringWidth;
}
