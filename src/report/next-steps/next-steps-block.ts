import type { Report } from '../../lint/report.ts';
import type { View } from '../view.ts';
import { wrap } from '../wrap.ts';
import { commandLines } from './commands.ts';
import { type ServiceCommand, STEPS_TITLE, stepsOf } from './next-step-list.ts';

const INDENT = '     ';

/** The next steps for a terminal: the last paragraph, empty where there are none. */
export function nextStepsBlock({ nextSteps }: Report, view: View): string {
  if (!nextSteps) return '';
  const { words, paint } = view;
  const indented = (text: string): string => wrap(text, view, INDENT, INDENT.length);
  const lines = stepsOf(nextSteps, words).flatMap(({ text, commands, more }, i) => [
    `  ${i + 1}. ${indented(text)}`,
    ...commands.flatMap(each => block(each, view)),
    ...(more === undefined ? [] : [`${INDENT}${indented(more)}`]),
  ]);
  return [paint.strong(`${words(STEPS_TITLE)}:`), ...lines].join('\n');
}

function block({ label, command }: ServiceCommand, view: View): readonly string[] {
  const start = `${INDENT}  `;
  const lines = commandLines(command, view.columns - start.length, view.measure);
  return [
    ...(label === undefined ? [] : [`${INDENT}${wrap(label, view, INDENT, INDENT.length)}`]),
    ...lines.map(line => `${start}${line}`),
  ];
}
