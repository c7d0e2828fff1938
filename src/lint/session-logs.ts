import { BudgetExceeded } from '../cfn/scenario/budget.ts';
import { Scenarios } from '../cfn/scenario/scenarios.ts';
import { TemplateSet, type TemplateSetOptions } from '../cfn/scenario/template-set.ts';
import type { Answer } from '../cfn/value.ts';
import { sessionsAreRecorded } from '../ecs/logging/recorded.ts';
import { sessionLog } from '../ecs/logging/session-log.ts';
import { describe } from '../ecs/model/destination.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { Document } from '../syntax/document.ts';
import { launcherKey, resourceKeyAt } from './diagnose.ts';
import { launcherOf, subjects } from './subject.ts';

/** Whether a launcher's sessions are recorded: the worst that any scenario says. */
export interface LauncherLog {
  readonly title: Sentence;
  readonly recorded: Answer['is'];
  /** A phrase, where it is not `yes`. */
  readonly why: Sentence | undefined;
  /** The log groups and buckets, where they are known. */
  readonly destinations: readonly string[];
  /** Its cluster and its task role, as `resourceKeyAt` names them. */
  readonly resources: readonly string[];
}

/** Of every launcher of some templates, by `launcherKey`. */
export function sessionLogs(
  documents: readonly Document[],
  options: TemplateSetOptions,
): ReadonlyMap<string, LauncherLog> {
  const { stacks } = new TemplateSet(documents, options);
  return new Map(stacks.flatMap(stack => logsOf(new Scenarios(stack))));
}

function logsOf(scenarios: Scenarios): readonly (readonly [string, LauncherLog])[] {
  try {
    return subjects(scenarios).flatMap(subject => {
      const { answers } = scenarios.explore(template => {
        const launcher = launcherOf(template, subject);
        return launcher && { launcher, answer: sessionsAreRecorded(launcher) };
      });
      const found = answers.flatMap(({ value }) => value ?? []);
      const [worst] = [...found].sort((a, b) => RANKS[b.answer.is] - RANKS[a.answer.is]);
      if (!worst) return [];
      const { launcher, answer } = worst;
      const log = sessionLog(launcher);
      const state: LauncherLog = {
        title: launcher.title,
        recorded: answer.is,
        why: answer.why,
        destinations: log.is === 'known' ? log.value.destinations.map(each => String(describe(each))) : [],
        resources: [launcher.cluster(), launcher.taskRole()].flatMap(each =>
          each.is === 'known' ? [resourceKeyAt(each.value.at)] : [],
        ),
      };
      return [[launcherKey(launcher), state] as const];
    });
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return [];
  }
}

const RANKS: Readonly<Record<Answer['is'], number>> = { yes: 0, unknown: 1, no: 2 };
