import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { WriteStream } from 'node:tty';
import type { Report } from '../index.ts';
import { PLAIN, type View } from '../report/view.ts';
import { visible } from '../report/visible.ts';
import { isSimple, simpleWidth } from '../report/width.ts';
import type { Arguments } from './arguments.ts';
import { isColoured, paint } from './colour.ts';
import { codeOf, reason } from './failure.ts';
import { FORMATS } from './formats.ts';
import { VERSION } from './version.ts';

type Stream = Pick<WriteStream, 'isTTY' | 'columns' | 'on' | 'write'>;

/** Lines longer than this are hard to read, whatever the terminal. */
const MOST_COLUMNS = 100;

/**
 * Renders every report that was asked for, but over no template. Answers complete sentences about those that could not
 * be written.
 */
export async function show(
  report: Report,
  given: Arguments,
  stream: Stream,
  templates: readonly string[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  const measure = await measurer(report, given);
  const common = { version: VERSION, pedantic: given.pedantic, measure };
  for (const { format, file } of given.outputs) {
    if (file === undefined) {
      const view = { ...common, ...(await manner(given, stream)) };
      write(stream, FORMATS[format](report, view));
      continue;
    }
    if (templates.includes(resolve(file))) {
      problems.push(`${file}: no report was written, since this is a template.`);
      continue;
    }
    const view = { ...common, columns: 80, paint: given.colour === 'always' ? await paint(true) : PLAIN };
    try {
      writeFileSync(file, FORMATS[format](report, view));
    } catch (error) {
      problems.push(`${file}: ${reason(error)}.`);
    }
  }
  return problems;
}

/** Whoever reads a pipe may have had enough; all else that keeps a text from being written is a failure. */
export function write(stream: Stream, text: string | Buffer): void {
  if (text.length === 0) return;
  if (!watched.has(stream))
    stream.on('error', (error: Error) => {
      if (codeOf(error) === 'EPIPE') return;
      process.once('exit', () => {
        process.exitCode = 2;
      });
      if (stream !== process.stderr) say(`The output cannot be written: ${reason(error)}.`);
    });
  watched.add(stream);
  stream.write(text);
}

const watched = new Set<Stream>();

/** A line about the run itself, apart from the report. */
export function say(sentence: string): void {
  write(process.stderr, `ecs-exec-lint: ${visible(sentence)}\n`);
}

async function manner(given: Arguments, stream: Stream): Promise<Pick<View, 'columns' | 'paint'>> {
  const isTerminal = stream.isTTY === true;
  const coloured = isColoured(given.colour, process.env, isTerminal);
  return {
    columns: Math.min((isTerminal && stream.columns) || 80, MOST_COLUMNS),
    paint: await paint(coloured),
  };
}

/** What knows the width of every character takes as long to load as all the rest. */
async function measurer({ documents, findings }: Report, { outputs }: Arguments): Promise<View['measure']> {
  const files = new Set(findings.map(each => each.file));
  const quoted = documents.filter(each => files.has(each.file));
  if (!outputs.some(each => each.format === 'pretty')) return simpleWidth;
  if (quoted.every(each => isSimple(each.text) && isSimple(each.file))) return simpleWidth;
  const { default: stringWidth } = await import('string-width');
  return stringWidth;
}
