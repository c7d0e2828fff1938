import { commas, type Rule, say } from '../../src/rule/index.ts';
import { SESSION_ACTIONS } from '../../src/rule/task-role.ts';

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
      message: say`The task role of \`${definition.value.id}\` is not seen here: ${role.why}. Wherever it is, it has to let \`ecs-tasks.amazonaws.com\` assume it, and to allow ${commas(SESSION_ACTIONS.map(each => `\`${each}\``))} on \`*\`.`,
      for: [launcher],
      related: [{ at: launcher.at, message: launcher.runs(definition.value) }],
    };
  },
};
