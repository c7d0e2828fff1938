import { say } from '../../i18n/sentence.ts';
import { TOOL } from '../view.ts';
import { isEach, linesOf, type Recognize } from './known.ts';

export const isConcise: Recognize = (text, { isRule, languages }) => {
  const appliedFixes = languages.flatMap(words => [words(say`fixed`), words(say`ignored`)]);
  return isEach(linesOf(text), line => {
    const [, start = '', rule = ''] = /^(.+) \[([\w-]+)\]$/.exec(line) ?? [];
    const isFinding = /^.+:\d+:\d+: (?:error|warning|info): ./.test(start);
    return isRule(rule) && (isFinding || appliedFixes.some(each => start.includes(`: ${each}: `)));
  });
};

export const isGithub: Recognize = (text, { isRule }) =>
  isEach(linesOf(text), (line, i) => {
    if (i === 0 && line.startsWith(`::notice title=${TOOL.name}::`)) return true;
    const [, rule = ''] = GITHUB.exec(line) ?? [];
    return isRule(rule);
  });

const GITHUB =
  /^::(?:error|warning|notice) file=[^,:]*,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?title=([\w-]+)::./;

export const isJunit: Recognize = text => {
  const [declaration = '', start = '', ...rest] = linesOf(text);
  return (
    declaration === '<?xml version="1.0" encoding="UTF-8"?>' &&
    start.startsWith(`<testsuites name="${TOOL.name}" tests=`) &&
    rest.at(-1) === '</testsuites>' &&
    rest.slice(0, -1).every(line => JUNIT.test(line))
  );
};

const JUNIT =
  /^ {2}(?:<\/?testsuite\b[^<>]*>| {2}<\/?properties>| {4}<property [^<>]*>| {2}<\/?testcase\b[^<>]*>| {4}<skipped [^<>]*>| {4}<failure [^<>]*>[^<>]*<\/failure>)$/;

export const isMermaid: Recognize = text => {
  const [start, title, ...rest] = linesOf(text);
  return start === 'flowchart LR' && title === `  accTitle: ${TOOL.name}` && isEach(rest, isMermaidLine);
};

function isMermaidLine(line: string): boolean {
  const text = line.replace(/^ {2}(?: {2})?/, '');
  return text !== line && MERMAID.some(each => each.test(text));
}

const MERMAID: readonly RegExp[] = [
  /^subgraph f\d+\["[^"]*"\]$/,
  /^end$/,
  /^n\d+[[({/]+"[^"]*"[\])}/]+:::\w+$/,
  /^n\d+ -[.-]-?>\|"[^"]*"\| n\d+$/,
  /^classDef (?:ready|notReady|undecided|unseen) [\w#:,. -]+$/,
  /^none\["[^"]*"\]$/,
];
