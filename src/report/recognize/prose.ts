import { say } from '../../i18n/sentence.ts';
import { STEPS_TITLE } from '../next-steps/next-step-list.ts';
import { TOOL } from '../view.ts';
import { isEach, type Known, linesOf, type Recognize } from './known.ts';

/** Findings, what was done, how ready services are and a summary: blocks with blank lines between them. */
export const isPretty: Recognize = (text, known) => {
  const blocks = withoutAppendices(blocksOf(text), known);
  const last = blocks.findLastIndex(each => isFinding(each, known) || isAppliedFixes(each, known));
  const [first, second, ...others] = blocks.slice(last + 1);
  const summary = second ?? first;
  return (
    blocks.slice(0, last + 1).every(each => isFinding(each, known) || isAppliedFixes(each, known)) &&
    (second === undefined || (first !== undefined && isReadiness(first))) &&
    others.length === 0 &&
    summary !== undefined &&
    isSummary(summary, known, last >= 0)
  );
};

/** Every check of every service, what there is besides, what was done, and a summary. */
export const isChecklist: Recognize = (text, known) => {
  const blocks = withoutAppendices(blocksOf(text), known);
  const summary = blocks.at(-1);
  return (
    blocks.slice(0, -1).every(each => isChecks(each, known) || isAppliedFixes(each, known)) &&
    summary !== undefined &&
    isSummary(summary, known, blocks.length > 1)
  );
};

export const isMarkdown: Recognize = (text, known) => {
  const [title, blank, summary = '', ...lines] = linesOf(text);
  if (title !== `## ${TOOL.name}` || blank !== '' || summary === '') return false;
  const isBare = lines.length === 0;
  if (isBare) return isNothing(summary, known);
  const appendix = lines.findIndex(line => isAppendixTitle(line.replace(/^\*\*(.*)\*\*$/, '$1:'), known));
  const [own, others] = appendix < 0 ? [lines, []] : [lines.slice(0, appendix), lines.slice(appendix)];
  return lines[0] === '' && own.every(isMarkdownLine) && others.every(isAppendixLine);
};

function isMarkdownLine(line: string): boolean {
  return /^(?:|\|.*\||.+:|- .+\\\[[\w-]+\\\].*)$/.test(line);
}

/** A heading, an item, or what is part of an item. */
function isAppendixLine(line: string): boolean {
  return /^(?:|.+:|- .+|\*\*.+\*\*|\d\. .+| {3}.*)$/.test(line);
}

type Lines = readonly string[];

function blocksOf(text: string): readonly Lines[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: with `--color always` there are colors in it.
  const plain = text.replace(/\u001b\[[\d;]*m/g, '');
  return plain.endsWith('\n')
    ? plain
        .slice(0, -1)
        .split('\n\n')
        .map(each => each.split('\n'))
    : [];
}

function withoutAppendices(blocks: readonly Lines[], known: Known): readonly Lines[] {
  const last = blocks.findLastIndex(
    ([title = '', ...lines]) => !isAppendixTitle(title, known) || !lines.every(line => line.startsWith('  ')),
  );
  return blocks.slice(0, last + 1);
}

/** What may come after the summary: what was left out, and the next steps. */
function isAppendixTitle(line: string, { languages }: Known): boolean {
  const titles = [say`Left out`, STEPS_TITLE];
  return languages.some(words => titles.some(each => line === `${words(each)}:`));
}

/** `error[rule]: message`, where it is, the lines that it is about, and notes. */
function isFinding([title = '', ...rest]: Lines, { isRule }: Known): boolean {
  const [, rule = ''] = /^\S+\[([\w-]+)\]: ./.exec(title) ?? [];
  return (
    isRule(rule) &&
    rest.some(line => line.startsWith('  --> ')) &&
    rest.every(line => /^(?: {2}| *\d* \||\.\.\.$)/.test(line))
  );
}

/** `Fixed 1 in stack.yml:`, with an item for each. */
function isAppliedFixes([title = '', ...items]: Lines, { isRule }: Known): boolean {
  const rules = items.flatMap(line => /\[([\w-]+)\](?=:|$)/.exec(line)?.[1] ?? []);
  return title.endsWith(':') && isEach(rules, isRule) && items.every(line => /^ {2}(?:- | {2})\S/.test(line));
}

/** `service Web (stack.yml:4) is not ready:`, both answers, a row for each check, and what is not visible. */
function isChecks([title = '', ...rows]: Lines, { isRule, languages }: Known): boolean {
  const rules = rows.flatMap(row => /^ {2}\S+ +([\w-]+)(?=[,:]|$)/.exec(row)?.[1] ?? []);
  const isService = title.endsWith(':') && PLACE.test(title);
  return (
    (isService || languages.some(words => title === `${words(say`not tied to a service`)}:`)) &&
    isEach(rules, isRule) &&
    rows.every(row => /^ {2}/.test(row))
  );
}

/** A service a line, which may be wrapped: `service Web (stack.yml:4) is not ready: task-role-missing`. */
function isReadiness(lines: Lines): boolean {
  return unwrapped(lines).every(line => /^\S/.test(line) && PLACE.test(line));
}

function unwrapped(lines: Lines): Lines {
  return lines
    .join('\n')
    .replace(/\n {2}/g, ' ')
    .split('\n');
}

/**
 * `(stack.yml:4)`. What a file may hold must not take long to match: no pattern here has two parts that may be long.
 */
const PLACE = /:\d+\)/;

/** Numbers, and in a second line what there is to do. Alone it is only recognized where nothing was found. */
function isSummary(lines: Lines, known: Known, hasMore: boolean): boolean {
  const [first = '', second, ...others] = unwrapped(lines);
  if (others.length > 0 || !/^\S.*[.。]$/.test(first)) return false;
  if (second !== undefined && !(second.includes('--fix') && /[.。]$/.test(second))) return false;
  return hasMore ? /\d/.test(first) || isNothing(first, known) : isNothing(first, known);
}

function isNothing(line: string, { languages }: Known): boolean {
  const said = [
    say`Nothing found`,
    say`No errors found`,
    say`No new findings`,
    say`No template was checked.`,
  ];
  return languages.some(words => said.some(each => line.includes(words(each))));
}
