import { and, type Said, type Sentence, say } from '../../i18n/sentence.ts';
import type { Words } from '../../i18n/words.ts';
import type { Deployment, NextSteps, ServiceSteps } from '../../lint/report.ts';
import { count } from '../counts.ts';
import { escapeControls } from '../escape-output.ts';
import { type Command, executeCommand, updateService } from './commands.ts';

/** Something to do, with the commands for it. */
export interface NextStep {
  readonly text: string;
  readonly commands: readonly ServiceCommand[];
  /** For how many services there are other commands, which are not shown. */
  readonly more: string | undefined;
}

/** A command for one or more services. */
export interface ServiceCommand {
  /** Which services it is for, where others have another. */
  readonly label: string | undefined;
  readonly command: Command;
}

/** More than a few are only counted. */
const MOST = 3;

/** What there is to do after fixes, in order. */
export function stepsOf({ notReady, deployments, services }: NextSteps, words: Words): readonly NextStep[] {
  const of = (replacement: ServiceSteps['replacement']): readonly ServiceSteps[] =>
    services.filter(each => each.replacement === replacement);
  const forced = of('force-new-deployment');
  return [
    ...(notReady.length > 0
      ? [plain(say`Fix what is left. Still not ready: ${few(notReady.map(named), launchers)}.`, words)]
      : []),
    plain(say`Deploy ${few(deployments.map(deployed), templates)}.`, words),
    ...withCommands(
      say`Replace the running tasks; only new ones are sure to pick up the change:`,
      forced,
      each => updateService(each, words),
      words,
    ),
    ...OTHERWISE.flatMap(([replacement, how]) => {
      const those = of(replacement);
      const names = few(those.map(name), launchers);
      return those.length > 0 ? [plain(how(names), words)] : [];
    }),
    ...withCommands(
      say`Open a session on a new task (\`list-tasks\` gives its id):`,
      services,
      each => executeCommand(each, words),
      words,
    ),
  ];
}

/** How tasks are replaced that `--force-new-deployment` does not replace. */
const OTHERWISE: readonly (readonly [ServiceSteps['replacement'], (names: Said) => Sentence])[] = [
  [
    'code-deploy',
    names =>
      say`Replace the running tasks of ${names} with a CodeDeploy deployment, since ECS cannot force one.`,
  ],
  ['task-set', names => say`Replace the running tasks of ${names} with a new task set.`],
  ['unknown', names => say`Have the running tasks of ${names} replaced.`],
];

function plain(text: Sentence, words: Words): NextStep {
  return { text: words(text), commands: [], more: undefined };
}

function deployed({ file, capabilities }: Deployment): Said {
  const name = escapeControls(file);
  return capabilities.length > 0 ? say`${name} with ${and(capabilities)}` : name;
}

function named({ noun, resource }: Pick<ServiceSteps, 'noun' | 'resource'>): Sentence {
  return say`${noun} ${escapeControls(resource)}`;
}

function name({ resource }: ServiceSteps): string {
  return `\`${escapeControls(resource)}\``;
}

function few(all: readonly Said[], others: (number: number) => Sentence): Sentence {
  const rest = all.length - MOST;
  return and(rest > 0 ? [...all.slice(0, MOST), others(rest)] : all);
}

function templates(number: number): Sentence {
  return count(number, say`${number} more template`, say`${number} more templates`);
}

function launchers(number: number): Sentence {
  return count(number, say`${number} more service`, say`${number} more services`);
}

/** Services for which the command is the same share it. */
function withCommands(
  text: Sentence,
  services: readonly ServiceSteps[],
  commandFor: (service: ServiceSteps) => Command,
  words: Words,
): readonly NextStep[] {
  const groups = new Map<string, { command: Command; of: ServiceSteps[] }>();
  for (const service of services) {
    const command = commandFor(service);
    const group = groups.get(command.join(' ')) ?? { command, of: [] };
    group.of.push(service);
    groups.set(command.join(' '), group);
  }
  if (groups.size === 0) return [];
  const all = [...groups.values()];
  const rest = all.slice(MOST).flatMap(each => each.of).length;
  const labelOf = (of: readonly ServiceSteps[]): string => words(say`${few(of.map(named), launchers)}:`);
  return [
    {
      text: words(text),
      commands: all.slice(0, MOST).map(({ command, of }) => ({
        label: all.length > 1 ? labelOf(of) : undefined,
        command,
      })),
      more: rest > 0 ? words(say`The same for ${launchers(rest)}.`) : undefined,
    },
  ];
}

/** The heading, without its colon. */
export const STEPS_TITLE: Sentence = say`Next steps`;
