import { resolve } from 'node:path';
import type { Report } from '../index.ts';
import { type Sentence, say } from '../lang/sentence.ts';
import type { Arguments } from './arguments.ts';
import type { Console } from './console.ts';
import { type FormatName, loadFormat } from './formats.ts';
import { save } from './save.ts';
import type { Stream } from './stream.ts';
import { commonView, fileView, streamView } from './view.ts';

/**
 * Renders every report that was asked for, but over no template. Answers complete sentences about those that could not
 * be written.
 */
export async function show(
  report: Report,
  given: Arguments,
  stream: Stream,
  templates: readonly string[],
  console: Console,
): Promise<readonly Sentence[]> {
  const problems: Sentence[] = [];
  const common = await commonView(report, given, console.words);
  for (const { format, file } of given.outputs) {
    const render = await loadFormat(format);
    if (file === undefined) stream.write(render(report, await streamView(common, given, stream)));
    else if (templates.includes(resolve(file)))
      problems.push(say`${file}: no report was written, since this is a template.`);
    else problems.push(...save(file, render(report, await fileView(common, given))));
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
