import { commas, type Sentence, say } from '../i18n/sentence.ts';
import { english } from '../i18n/words.ts';
import type { ErrorCause } from './cause-ranking.ts';
import { row, section, type Word } from './check-rows.ts';
import { type ErrorExplanation, hasFailure, type ServiceCauses } from './error-causes.ts';
import { escapeControls, escapeControlsInJson } from './escape-output.ts';
import { commandLines } from './next-steps/commands.ts';
import { notVisible, standing } from './standing.ts';
import type { View } from './view.ts';
import { wrap } from './wrap.ts';

/** What an error message means and what causes it, for people. */
export function errorExplanation(explanation: ErrorExplanation, view: View): string {
  const { messages, services, besides, outside } = explanation;
  const shown = services.filter(each => each.causes.length > 0);
  const blocks = [
    ...messages.map(({ name, meaning }) =>
      [view.paint.strong(view.words(say`${name}`)), paragraph(meaning, view)].join('\n'),
    ),
    paragraph(outcomeOf(explanation), view, ''),
    ...shown.filter(hasFailure).map(each => serviceBlock(each, view)),
    ...(besides.length > 0 ? [besidesBlock(besides, view)] : []),
    ...shown.filter(each => !hasFailure(each)).map(each => serviceBlock(each, view)),
    [say`Not visible in a template`]
      .map(title => `${view.words(title)}:`)
      .concat(outside.map(each => outsideRow(each, view)))
      .join('\n'),
    ...(messages.length === 0 ? [paragraph(KNOWN_MESSAGES, view, '')] : []),
    ...more(explanation, view),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function paragraph(said: Sentence, view: View, indent = '  '): string {
  return indent + wrap(escapeControls(view.words(said)), view, indent, indent.length);
}

const KNOWN_MESSAGES = say`The messages that --why recognizes are listed in docs/error-messages.md of this package.`;

/** What the templates have to do with it, in a sentence. */
export function outcomeOf({ messages, isVisible, services, besides }: ErrorExplanation): Sentence {
  const causes = [...services.flatMap(each => each.causes), ...besides];
  const isKnown = messages.length > 0;
  if (causes.some(each => each.status === 'fails'))
    return isKnown
      ? say`Possible causes in these templates, the most likely first:`
      : say`This message is not recognized. What fails in these templates, the most severe first:`;
  if (isKnown && !isVisible) return say`No template shows the cause.`;
  if (services.length === 0)
    return isKnown
      ? say`No service was checked for its causes: pass the template of the service.`
      : say`This message is not recognized, and no service was checked: pass the template of the service.`;
  if (!isKnown) return say`This message is not recognized, and nothing in these templates fails.`;
  return say`No check that relates to this message fails in these templates.`;
}

function serviceBlock(service: ServiceCauses, view: View): string {
  const of = (...statuses: readonly ErrorCause['status'][]): readonly ErrorCause[] =>
    service.causes.filter(each => statuses.includes(each.status));
  const passing = [...new Set(of('passes').map(each => each.ruleId))];
  const hidden = of('not-visible').map(({ ruleId, detail }) => ({ id: ruleId, detail }));
  return [
    `${view.paint.strong(standing(service, view))}:`,
    ...of('fails', 'undecided').map(each => causeRow(each, service.file, view)),
    ...(passing.length > 0 ? [row('pass', commas(passing), view)] : []),
    ...section(say`Not visible in the given templates`, notVisible(hidden), view),
  ].join('\n');
}

function besidesBlock(causes: readonly ErrorCause[], view: View): string {
  const rows = causes.map(each => causeRow(each, undefined, view));
  return [view.paint.strong(`${view.words(say`not tied to a service`)}:`), ...rows].join('\n');
}

const FOUND: Readonly<Record<ErrorCause['severity'], Word>> = {
  error: 'fail',
  warning: 'warning',
  info: 'info',
};

/** @param own The file that need not be named. */
function causeRow(cause: ErrorCause, own: string | undefined, view: View): string {
  const { ruleId, status, severity, detail = '', file, line } = cause;
  const place =
    line === undefined
      ? ruleId
      : file === undefined || file === own
        ? say`${ruleId}, line ${line}`
        : say`${ruleId}, line ${line} of ${file}`;
  return row(status === 'undecided' ? 'undecided' : FOUND[severity], say`${place}: ${detail}`, view);
}

function outsideRow({ says, command }: ErrorExplanation['outside'][number], view: View): string {
  const lines = commandLines(command.split(/ (?=--)/), view.columns - 4, view.measure);
  return [`  - ${paragraph(says, view, '    ').trimStart()}`, ...lines.map(each => `    ${each}`)].join('\n');
}

function more({ services, besides }: ErrorExplanation, view: View): readonly string[] {
  const first = [...services.flatMap(each => each.causes), ...besides].find(each => each.status === 'fails');
  if (!first) return [];
  const said = say`\`ecs-exec-lint --explain ${first.ruleId}\` says more about the first cause.`;
  return [paragraph(said, view, '')];
}

/** The same for programs. What is there keeps its name and meaning; more may be added. */
export function errorExplanationJson(
  { messages, services, besides, outside }: ErrorExplanation,
  version: string,
): string {
  const content = {
    version: 1,
    tool: { name: 'ecs-exec-lint', version },
    messages: messages.map(({ id, name, meaning }) => ({ id, name, meaning })),
    services: services.map(({ noun, causes, ...service }) => ({
      ...service,
      kind: english(noun),
      causes: causes.map(causeJson),
    })),
    besides: besides.map(causeJson),
    outside: outside.map(({ says, command }) => ({ cause: says, command })),
  };
  return `${escapeControlsInJson(JSON.stringify(content, null, 2))}\n`;
}

function causeJson({ detail, file, line, ...cause }: ErrorCause): unknown {
  return { ...cause, detail: detail ?? null, file: file ?? null, line: line ?? null };
}
