import type { Message, PhysicalLocation } from 'sarif';
import { say } from '../../i18n/sentence.ts';
import { english } from '../../i18n/words.ts';
import type { Diagnostic } from '../../lint/report.ts';
import { escapeControls, prose, withoutLinks } from '../escape-output.ts';
import { flagsOf, sentenceWithRefusal, titleOf } from '../fix-text.ts';
import type { View } from '../view.ts';

/** A related location, by the id that links in messages lead to. */
export interface RelatedPlace {
  readonly id: number;
  /** Fit to be printed. */
  readonly label: string;
  readonly physical: PhysicalLocation;
}

/**
 * The message of a result, as text and as Markdown. Both link what is related, as `[label](id)`: code scanning on GitHub
 * shows only related locations that the message links to.
 */
export function messageOf(diagnostic: Diagnostic, related: readonly RelatedPlace[], view: View): Message {
  const sentence = sentenceWithRefusal(diagnostic);
  const links = related.map(({ id, label }) => `[${linkText(label)}](${id})`).join('; ');
  const text = withoutLinks(sentence);
  return {
    text: links === '' ? text : `${text} Related: ${links}.`,
    markdown: [
      prose(sentence),
      ...(related.length > 0
        ? [related.map(({ id, label }) => `- [${prose(label)}](${id})`).join('\n')]
        : []),
      ...fixNote(diagnostic, view),
    ].join('\n\n'),
  };
}

function fixNote({ fix, file, ruleId }: Diagnostic, { fromRoot }: View): readonly string[] {
  const explain = `\`ecs-exec-lint --explain ${ruleId}\` says more.`;
  if (!fix) return [explain];
  const title = prose(escapeControls(english(titleOf(fix, file, fromRoot))));
  return [`${english(say`Fix: ${title} (\`${flagsOf(fix)}\`).`)} ${explain}`];
}

/** Text of a link in plain text, where SARIF takes these characters only behind a backslash. */
function linkText(label: string): string {
  return withoutLinks(label).replace(/[\\[\]]/g, '\\$&');
}
