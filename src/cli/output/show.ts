import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Report } from '../../index.ts';
import type { View } from '../../report/view.ts';
import type { Arguments } from '../args/arguments.ts';
import type { Output } from '../args/outputs.ts';
import type { Console } from '../core/console.ts';
import { CHANGED, reason } from '../core/errors.ts';
import { type FormatName, loadFormat } from '../core/formats.ts';
import { identityOf } from '../core/identity.ts';
import { readBeginning } from '../core/read-file.ts';
import type { Stream } from '../core/stream.ts';
import type { Cut } from '../files/limits.ts';
import { commonView, fileView, streamView } from './create-view.ts';
import type { Chosen } from './targets.ts';

/** Renders every report that was asked for. Answers complete sentences about those that could not be written. */
export async function show(
  report: Report,
  args: Arguments,
  stream: Stream,
  targets: ReadonlyMap<Output, Chosen>,
  console: Console,
): Promise<readonly Sentence[]> {
  const problems: Sentence[] = [];
  const common = await commonView(report, args, console.words);
  for (const output of args.outputs) {
    const { file = '' } = output;
    const target = targets.get(output);
    if (!target) {
      const { text, notes } = await render(report, output, undefined, await streamView(common, args, stream));
      for (const each of notes) console.note(each);
      if (text !== undefined) stream.write(text);
      continue;
    }
    const { text, notes } = await render(report, output, target, await fileView(common, args));
    if (text === undefined) {
      problems.push(...notes);
      continue;
    }
    for (const each of notes) console.note(each);
    if (target.is === 'stream') (target.descriptor === 1 ? console.out : console.err).write(text);
    else problems.push(...save(file, target, text));
  }
  if (args.statistics) await count(report, args, stream, console);
  return problems;
}

/** As its reader takes it. */
async function render(
  report: Report,
  { format, file }: Output,
  target: Chosen | undefined,
  view: View,
): Promise<Cut> {
  const written = await loadFormat(format);
  const isShared = target?.isShared ?? false;
  if (format !== 'sarif' && !isShared) return { text: written(report, view), notes: [] };
  const { CODE_SCANNING, cut, stepSummary } = await import('../files/limits.ts');
  const there = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
  const limit = isShared ? stepSummary(there?.size ?? 0) : CODE_SCANNING;
  return cut(report, limit, file ?? format, most => written(report, { ...view, most }));
}

const FOR_PEOPLE: readonly FormatName[] = ['pretty', 'checklist'];

/** Numbers go below what people read, and beside what programs do. */
async function count(report: Report, args: Arguments, stream: Stream, console: Console): Promise<void> {
  const { statistics } = await import('../../report/statistics.ts');
  const shown = args.outputs.filter(each => each.file === undefined);
  const isBelow = shown.every(each => FOR_PEOPLE.includes(each.format));
  const to = isBelow ? stream : console.err;
  const common = await commonView(report, args, console.words);
  const text = statistics(report, await streamView(common, args, to));
  to.write(isBelow && text !== '' ? `\n${text}` : text);
}

type InFile = Exclude<Chosen, { readonly is: 'stream' }>;

/**
 * Writes a report to where it goes, which has to be as it was found. Answers complete sentences about why it was not.
 */
export function save(file: string, target: InFile, text: string): readonly Sentence[] {
  try {
    if (target.is === 'new') mkdirSync(dirname(target.path), { recursive: true });
    const isAtPlace = target.is === 'device' || realpathSync(dirname(target.path)) === dirname(target.path);
    if (isAtPlace && write(target, text)) return [];
    return [say`${file}: no report was written: ${CHANGED}.`];
  } catch (error) {
    return [say`${file}: ${reason(error)}.`];
  }
}

/** Says whether it was as it was found. */
function write(target: InFile, text: string): boolean {
  const descriptor = openSync(target.path, flagsFor(target));
  try {
    if (!isAsFound(descriptor, target)) return false;
    if (target.is === 'file' && !target.isShared) ftruncateSync(descriptor);
    writeFileSync(descriptor, text);
    return true;
  } finally {
    closeSync(descriptor);
  }
}

function flagsFor({ is, isShared }: InFile): number {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW, O_APPEND } = constants;
  if (is === 'new') return O_WRONLY | O_CREAT | O_EXCL;
  return is === 'device' ? O_WRONLY : O_WRONLY | O_NOFOLLOW | (isShared ? O_APPEND : 0);
}

function isAsFound(descriptor: number, target: InFile): boolean {
  if (target.is === 'new') return true;
  const { path, identity, earlier } = target;
  if (identityOf(fstatSync(descriptor, { bigint: true })) !== identity) return false;
  if (!earlier) return true;
  const now = readBeginning(path, earlier.length);
  return now.identity === identity && now.isAll && now.bytes.equals(earlier);
}
