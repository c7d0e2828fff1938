import { english, type Words } from '../../i18n/words.ts';
import type { NextSteps } from '../../lint/report.ts';
import { prose } from '../escape-output.ts';
import { type NextStep, STEPS_TITLE, stepsOf } from './next-step-list.ts';

/** The next steps as a list in Markdown, each command in a block of its own, to be copied. */
export function nextStepsMarkdown(
  next: NextSteps,
  { words }: { readonly words: Words } = { words: english },
): string {
  return [`**${words(STEPS_TITLE)}**`, ...stepsOf(next, words).map(step)].join('\n\n');
}

function step({ text, commands, more }: NextStep, index: number): string {
  const paragraphs = [
    ...commands.flatMap(({ label, command }) => [
      ...(label === undefined ? [] : [prose(label)]),
      `\`\`\`sh\n${command.join(' ')}\n\`\`\``,
    ]),
    ...(more === undefined ? [] : [prose(more)]),
  ];
  return [`${index + 1}. ${prose(text)}`, ...paragraphs.map(indented)].join('\n\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '   ');
}
