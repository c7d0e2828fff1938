import { appendFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { WriteStream } from 'node:tty';
import { type Report, rules } from '../index.ts';
import { PLAIN, type View } from '../report/view.ts';
import { visible } from '../report/visible.ts';
import { isSimple, simpleWidth } from '../report/width.ts';
import type { Arguments } from './arguments.ts';
import { isColoured, paint } from './colour.ts';
import { codeOf, reason } from './failure.ts';
import { loadFormat } from './formats.ts';
import { namer } from './paths.ts';
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
  const common = {
    version: VERSION,
    rules,
    counts: (id: string) => counts(id, given),
    pedantic: given.pedantic,
    measure,
    done: given.addIgnores ? ('Ignored' as const) : ('Fixed' as const),
    fromRoot: namer(process.cwd()),
  };
  for (const { format, file } of given.outputs) {
    if (file === undefined) {
      const view = { ...common, ...(await manner(given, stream)) };
      write(stream, (await loadFormat(format))(report, view));
      continue;
    }
    if (templates.includes(resolve(file))) {
      problems.push(`${file}: no report was written, since this is a template.`);
      continue;
    }
    const view = { ...common, columns: 80, paint: given.colour === 'always' ? await paint(true) : PLAIN };
    const text = (await loadFormat(format))(report, view);
    try {
      if (isSummary(file)) appendFileSync(file, text);
      else writeFileSync(file, text);
    } catch (error) {
      problems.push(`${file}: ${reason(error)}.`);
    }
  }
  return problems;
}

function counts(id: string, { only, skip }: Arguments): boolean {
  return (only.length === 0 || only.includes(id)) && !skip.includes(id);
}

/** Other steps of a job on GitHub write to this file too. */
function isSummary(file: string): boolean {
  const { GITHUB_STEP_SUMMARY: summary } = process.env;
  return summary !== undefined && summary !== '' && resolve(summary) === resolve(file);
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
