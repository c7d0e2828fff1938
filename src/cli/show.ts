import { appendFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report } from '../index.ts';
import type { Arguments } from './arguments.ts';
import { reason } from './failure.ts';
import { type FormatName, loadFormat } from './formats.ts';
import { err, type Stream } from './stream.ts';
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
): Promise<readonly string[]> {
  const problems: string[] = [];
  const common = await commonView(report, given);
  for (const { format, file } of given.outputs) {
    const render = await loadFormat(format);
    if (file === undefined) stream.write(render(report, await streamView(common, given, stream)));
    else if (templates.includes(resolve(file)))
      problems.push(`${file}: no report was written, since this is a template.`);
    else problems.push(...save(file, render(report, await fileView(common, given))));
  }
  if (given.statistics) await count(report, given, stream);
  return problems;
}

function save(file: string, text: string): readonly string[] {
  try {
    if (isSummary(file)) appendFileSync(file, text);
    else writeFileSync(file, text);
    return [];
  } catch (error) {
    return [`${file}: ${reason(error)}.`];
  }
}

/** Other steps of a job on GitHub write to this file too. */
function isSummary(file: string): boolean {
  const { GITHUB_STEP_SUMMARY: summary } = process.env;
  return summary !== undefined && summary !== '' && resolve(summary) === resolve(file);
}

const FOR_PEOPLE: readonly FormatName[] = ['pretty', 'checklist'];

/** Numbers go below what people read, and beside what programs do. */
async function count(report: Report, given: Arguments, stream: Stream): Promise<void> {
  const { statistics } = await import('../report/statistics.ts');
  const shown = given.outputs.filter(each => each.file === undefined);
  const isBelow = shown.every(each => FOR_PEOPLE.includes(each.format));
  const to = isBelow ? stream : err;
  const text = statistics(report, await streamView(await commonView(report, given), given, to));
  to.write(isBelow && text !== '' ? `\n${text}` : text);
}
