import { type Hover, MarkupKind, type Position } from 'vscode-languageserver/node';
import { say } from '../i18n/sentence.ts';
import type { Words } from '../i18n/words.ts';
import {
  type Check,
  type Document,
  nextSteps,
  nextStepsMarkdown,
  type Readiness,
  type Rule,
  rules,
  withPage,
} from '../index.ts';
import { SEVERITIES } from '../report/counts.ts';
import { prose } from '../report/escape-output.ts';
import { answers, notVisible, STANDING } from '../report/standing.ts';
import type { Client } from './client.ts';
import type { Folder } from './folder.ts';
import type { Host } from './host.ts';
import { plainText } from './plain-text.ts';
import type { Source } from './source.ts';

/** On the logical id of what starts tasks: how ready it is. On a property that rules are about: what they say. */
export function hoverAt(
  folder: Folder,
  source: Source,
  position: Position,
  host: Host,
  client: Client,
): Hover | undefined {
  const { path, key } = source.locate(position) ?? {};
  const [section, id, ...rest] = path ?? [];
  if (section !== 'Resources' || typeof id !== 'string') return undefined;
  const text =
    rest.length === 0
      ? key && readinessOf(folder, source, id, client.words)
      : aboutProperty(typeOf(source.judged, id), rest, folder, host, client.words);
  if (text === undefined || text === '') return undefined;
  const contents = client.readsMarkdown
    ? { kind: MarkupKind.Markdown, value: text }
    : { kind: MarkupKind.PlainText, value: plainText(text) };
  return { contents, ...(key && { range: source.rangeNow(key) }) };
}

/** A rule, or a schedule, may be several launchers: each has its own readiness. */
function readinessOf(folder: Folder, source: Source, id: string, words: Words): string | undefined {
  const services = folder.judgementOf(source)?.report.services ?? [];
  const own = services.filter(
    ({ file, resource }) => file === source.name && (resource === id || resource.startsWith(`${id}/`)),
  );
  return own
    .map(each => [readiness(each, words), next(each, folder, source, words)])
    .map(parts => parts.filter(each => each !== '').join('\n\n'))
    .join('\n\n---\n\n');
}

/** For who wants to try it: what a change of the template takes, and the command that opens a session. */
function next(service: Readiness, folder: Folder, source: Source, words: Words): string {
  const report = folder.judgementOf(source)?.report;
  const { options } = folder;
  if (service.verdict === 'not-ready' || !report || !options) return '';
  const steps = nextSteps(undefined, report, { ...options, about: each => each === service });
  return steps ? nextStepsMarkdown(steps, { words }) : '';
}

function readiness(service: Readiness, words: Words): string {
  const { noun, resource, verdict, checks } = service;
  const asked = checks.filter(each => ASKED.includes(each.status));
  const told = asked.filter(each => each.status !== 'pass' || each.detail);
  const hidden = notVisible(checks.filter(each => each.status === 'not-visible'));
  const passed = asked.length - told.length;
  return [
    `**${words(say`${noun} ${prose(resource)} is ${STANDING[verdict].text}`)}**`,
    prose(words(answers(service))),
    [
      ...told.map(each => line(each, words)),
      ...hidden.map(each => `- ${MARKS['not-visible']} ${prose(words(each))}`),
    ].join('\n'),
    words(say`${passed} of ${asked.length} checks pass.`),
  ]
    .filter(each => each !== '')
    .join('\n\n');
}

/** Those of checks that were asked, and said something. */
const ASKED: readonly Check['status'][] = ['pass', 'fail', 'unknown'];

const MARKS: Readonly<Record<Check['status'], string>> = {
  pass: 'ignored',
  fail: '✗',
  unknown: '?',
  'not-applicable': '–',
  'not-visible': '–',
  skipped: '–',
};

function line({ id, status, severity, detail = say`` }: Check, words: Words): string {
  const mark = status === 'fail' && severity !== 'error' ? '!' : MARKS[status];
  return `- ${mark} \`${id}\`: ${prose(words(detail))}`;
}

function typeOf({ root }: Document, id: string): string | undefined {
  const resources = root.kind === 'mapping' ? root.entries.find(each => each.key === 'Resources') : undefined;
  const value = resources?.value;
  const resource = value?.kind === 'mapping' ? value.entries.find(each => each.key === id)?.value : undefined;
  const type = resource?.kind === 'mapping' ? resource.entries.find(each => each.key === 'Type') : undefined;
  return type?.value.kind === 'scalar' ? String(type.value.value) : undefined;
}

/** Functions and places in lists are no part of a property's name. */
function aboutProperty(
  type: string | undefined,
  [section, ...path]: readonly (string | number)[],
  folder: Folder,
  host: Host,
  words: Words,
): string {
  const { options } = folder;
  if (type === undefined || section !== 'Properties' || !options) return '';
  const names = path.filter(each => typeof each === 'string' && !/^(?:Ref|Fn::.*|!.*)$/.test(each));
  const property = names.join('.');
  const isAbout = (each: string): boolean =>
    each.includes('::') ? each === `${type}.${property}` : `.${property}`.endsWith(`.${each}`);
  return rules
    .filter(each => each.properties?.some(isAbout) && !options.skip.includes(each.id))
    .filter(({ policy }) => policy === undefined || policy === options.settings.exec)
    .map(each => page(each, options.rulePages, host, words))
    .join('\n\n---\n\n');
}

function page(rule: Rule, rulePages: string | undefined, host: Host, words: Words): string {
  const { id, severity, summary, why, sources } = rule;
  const [source] = sources;
  const at = rulePages === undefined ? host.pageOf(id) : withPage(rule, rulePages).sources[0];
  const links = [...(at === undefined ? [] : [`[${words(say`More`)}](${at})`]), `[AWS](${source})`];
  return [`**${id}** (${words(SEVERITIES[severity])})`, words(summary), words(why), links.join(' · ')].join(
    '\n\n',
  );
}
