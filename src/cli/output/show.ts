import { statSync } from 'node:fs';
import type { Sentence } from '../../i18n/sentence.ts';
import type { Report } from '../../index.ts';
import type { View } from '../../report/view.ts';
import type { Arguments } from '../args/arguments.ts';
import type { Output } from '../args/outputs.ts';
import type { Console } from '../core/console.ts';
import { type FormatName, loadFormat } from '../core/formats.ts';
import type { Stream } from '../core/stream.ts';
import type { Cut } from '../files/limits.ts';
import { save } from './save.ts';
import type { Chosen } from './targets.ts';
import { commonView, fileView, streamView } from './view.ts';

/** Renders every report that was asked for. Answers complete sentences about those that could not be written. */
export async function show(
  report: Report,
  given: Arguments,
  stream: Stream,
  targets: ReadonlyMap<Output, Chosen>,
  console: Console,
): Promise<readonly Sentence[]> {
  const problems: Sentence[] = [];
  const common = await commonView(report, given, console.words);
  for (const output of given.outputs) {
    const { file = '' } = output;
    const target = targets.get(output);
    if (!target) {
      const { text, notes } = await render(
        report,
        output,
        undefined,
        await streamView(common, given, stream),
      );
      for (const each of notes) console.note(each);
      if (text !== undefined) stream.write(text);
      continue;
    }
    const { text, notes } = await render(report, output, target, await fileView(common, given));
    if (text === undefined) {
      problems.push(...notes);
      continue;
    }
    for (const each of notes) console.note(each);
    if (target.is === 'stream') (target.descriptor === 1 ? console.out : console.err).write(text);
    else problems.push(...save(file, target, text));
  }
  if (given.statistics) await count(report, given, stream, console);
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
async function count(report: Report, given: Arguments, stream: Stream, console: Console): Promise<void> {
  const { statistics } = await import('../../report/statistics.ts');
  const shown = given.outputs.filter(each => each.file === undefined);
  const isBelow = shown.every(each => FOR_PEOPLE.includes(each.format));
  const to = isBelow ? stream : console.err;
  const common = await commonView(report, given, console.words);
  const text = statistics(report, await streamView(common, given, to));
  to.write(isBelow && text !== '' ? `\n${text}` : text);
}
