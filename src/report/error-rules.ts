import { recognizeErrors } from '../error-messages/recognize-errors.ts';
import { say } from '../i18n/sentence.ts';
import type { View } from './view.ts';
import { wrap } from './wrap.ts';

/** The error messages in a text, and the rules that find their causes; nothing where no message is recognized. */
export function errorRules(
  text: string,
  { rules, words, columns, measure }: Pick<View, 'rules' | 'words' | 'columns' | 'measure'>,
): string | undefined {
  const messages = recognizeErrors(text);
  if (messages.length === 0) return undefined;
  const paragraph = (said: string, indent = ''): string =>
    indent + wrap(said, { columns, measure }, indent, indent.length);
  const blocks = messages.map(({ id, name, meaning }) => {
    const own = rules.filter(each => each.errorMessages?.includes(id));
    const rows = own.map(rule => `${rule.id}\n${paragraph(words(rule.summary), '    ')}`);
    return [
      words(say`${name}`),
      paragraph(words(meaning), '  '),
      ...(own.length === 0 ? [] : ['', `${words(say`Rules that find its causes`)}:`, ...rows]),
    ].join('\n');
  });
  return `${[...blocks, paragraph(words(say`Use --why instead of --explain to rank the causes in your templates.`))].join('\n\n')}\n`;
}
