import type { Report } from '../../index.ts';
import { conceal } from '../../report/conceal.ts';
import { explain } from '../../report/error-causes.ts';
import { errorExplanation, errorExplanationJson } from '../../report/error-explanation.ts';
import type { View } from '../../report/view.ts';
import type { WhyArguments } from '../args/why.ts';
import { readStream } from '../core/read-file.ts';
import type { Stream } from '../core/stream.ts';

/** Prints what a message means and what causes it, and nothing of its text. */
export async function printExplanation(
  { text, isForPrograms }: WhyArguments,
  report: Report,
  view: View,
  stream: Stream,
): Promise<void> {
  const pasted = text === '-' ? (await readStream(process.stdin)).bytes.toString('utf8') : text;
  const explanation = explain(pasted, conceal(report), view.rules);
  stream.write(
    isForPrograms ? errorExplanationJson(explanation, view.version) : errorExplanation(explanation, view),
  );
}
