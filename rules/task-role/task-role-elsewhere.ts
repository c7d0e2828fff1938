import {
  and,
  commas,
  type Launcher,
  type Rule,
  type Sentence,
  say,
  sessionLog,
} from '../../src/rule/index.ts';
import { describe, keyNeeds, logNeeds, SESSION_ACTIONS } from '../../src/rule/task-role.ts';

export const taskRoleElsewhere: Rule = {
  id: 'task-role-elsewhere',
  summary: 'The task role is not in the template, so what it allows is not seen.',
  why: 'Without the four `ssmmessages` actions every `execute-command` fails with TargetNotConnectedException, which this template cannot show.',
  severity: 'info',
  fix: 'none',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],

  *checkLauncher(launcher) {
    const definition = launcher.taskDefinition();
    const role = launcher.taskRole();
    if (definition.is !== 'known' || role.is !== 'unknown' || role.dangling !== undefined) return;
    yield {
      at: role.at,
      message: say`The task role of \`${definition.value.id}\` is not seen here: ${role.why}. Wherever it is, it has to let \`ecs-tasks.amazonaws.com\` assume it, and to allow ${and(permissions(launcher))}.`,
      for: [launcher],
      related: [{ at: launcher.at, message: launcher.runs(definition.value) }],
    };
  },
};

/** What sessions take, and their record, as far as it is seen. */
function permissions(launcher: Launcher): readonly Sentence[] {
  const log = sessionLog(launcher);
  const destinations = log.is === 'known' ? log.value.destinations : [];
  const list = (needs: readonly { readonly actions: readonly string[] }[]): Sentence =>
    commas(needs.flatMap(each => each.actions).map(each => `\`${each}\``));
  return [
    say`${list([{ actions: SESSION_ACTIONS }])} on \`*\``,
    ...destinations.map(each => {
      const needs = logNeeds(each).filter(need => need.consequence !== 'tolerated');
      return say`${list(needs)} for ${describe(each)}`;
    }),
    ...keyNeeds(launcher).map(({ key, needs }) => say`${list(needs)} on the key \`${key.name}\``),
  ];
}
