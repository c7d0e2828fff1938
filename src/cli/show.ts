import type { Report } from '../index.ts';
import type { Sentence } from '../lang/sentence.ts';
import type { Arguments } from './arguments.ts';
import type { Console } from './console.ts';
import { type FormatName, loadFormat } from './formats.ts';
import type { Output } from './outputs.ts';
import { save } from './save.ts';
import type { Stream } from './stream.ts';
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
    const { format, file = '' } = output;
    const render = await loadFormat(format);
    const target = targets.get(output);
    if (!target) {
      stream.write(render(report, await streamView(common, given, stream)));
      continue;
    }
    const text = render(report, await fileView(common, given));
    if (target.is === 'stream') (target.descriptor === 1 ? console.out : console.err).write(text);
    else problems.push(...save(file, target, text));
  }
  if (given.statistics) await count(report, given, stream, console);
  return problems;
}

const FOR_PEOPLE: readonly FormatName[] = ['pretty', 'checklist'];

/** Numbers go below what people read, and beside what programs do. */
async function count(report: Report, given: Arguments, stream: Stream, console: Console): Promise<void> {
  const { statistics } = await import('../report/statistics.ts');
  const shown = given.outputs.filter(each => each.file === undefined);
  const isBelow = shown.every(each => FOR_PEOPLE.includes(each.format));
  const to = isBelow ? stream : console.err;
  const common = await commonView(report, given, console.words);
  const text = statistics(report, await streamView(common, given, to));
  to.write(isBelow && text !== '' ? `\n${text}` : text);
}
