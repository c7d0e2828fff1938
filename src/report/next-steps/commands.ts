import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Words } from '../../i18n/words.ts';
import type { ServiceSteps } from '../../lint/report.ts';

/** A command of the AWS CLI, in parts that stay on one line each. */
export type Command = readonly string[];

/** All that are needed for a service, in order. */
export function commandsFor(service: ServiceSteps, words: Words): readonly Command[] {
  const isForced = service.replacement === 'force-new-deployment';
  return [...(isForced ? [updateService(service, words)] : []), executeCommand(service, words)];
}

/** Starts tasks anew in a service. */
export function updateService({ cluster, service }: ServiceSteps, words: Words): Command {
  return [
    'aws ecs update-service',
    `--cluster ${named(cluster, say`cluster name`, words)}`,
    `--service ${named(service, say`service name`, words)}`,
    '--force-new-deployment',
  ];
}

/** Opens a session. */
export function executeCommand({ cluster, container, shell }: ServiceSteps, words: Words): Command {
  return [
    'aws ecs execute-command',
    `--cluster ${named(cluster, say`cluster name`, words)}`,
    `--task ${named(undefined, say`task id`, words)}`,
    `--container ${named(container, say`container name`, words)}`,
    '--interactive',
    `--command "${shell}"`,
  ];
}

/** What ECS takes for a name, or for the ARN of a cluster. No shell reads anything else in it, nor an option. */
const NAME = /^(?:arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_][A-Za-z0-9_-]{0,254}$/;

/** A name as it is written in a template, or what is to be put there: it is quoted, since `<` redirects. */
function named(name: string | undefined, what: Sentence, words: Words): string {
  return name !== undefined && NAME.test(name) ? name : `"<${words(what)}>"`;
}

/** On as few lines as have room in some columns, so that a shell reads them as one. */
export function commandLines(
  command: Command,
  columns: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [i, part] of command.entries()) {
    const longer = line === '' ? part : `${line} ${part}`;
    const room = i === command.length - 1 ? columns : columns - CONTINUED.length;
    if (line === '' || measure(longer) <= room) {
      line = longer;
      continue;
    }
    lines.push(`${line}${CONTINUED}`);
    line = `  ${part}`;
  }
  return [...lines, line];
}

const CONTINUED = ' \\';
