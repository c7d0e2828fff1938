import {
  and,
  commas,
  type Launcher,
  type Rule,
  type Sentence,
  say,
  sessionLog,
} from '../../src/rule/index.ts';
import {
  describe,
  invalidRoleArn,
  isAllowed,
  keyNeeds,
  logNeeds,
  type Need,
  SESSION_ACTIONS,
} from '../../src/rule/task-role.ts';

export const taskRoleElsewhere: Rule = {
  id: 'task-role-elsewhere',
  summary: 'The task role is outside the template, so its permissions are not visible.',
  why: 'Without the four `ssmmessages` actions every `execute-command` fails with TargetNotConnectedException, which this template cannot show.',
  severity: 'info',
  fix: 'none',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],

  *checkLauncher(launcher) {
    const definition = launcher.taskDefinition();
    const role = launcher.taskRole();
    if (definition.is !== 'known' || role.is !== 'unknown' || role.dangling !== undefined) return;
    if (invalidRoleArn(launcher, role)) return;
    const title = definition.value.id;
    const missing = permissions(launcher);
    yield {
      at: role.at,
      message:
        missing.length > 0
          ? say`The task role of \`${title}\` is outside this template: ${role.why}. Make sure it trusts \`ecs-tasks.amazonaws.com\` and allows ${and(missing)}.`
          : say`The task role of \`${title}\` is outside this template: ${role.why}. Make sure it trusts \`ecs-tasks.amazonaws.com\`; policies that name it allow the rest.`,
      for: [launcher],
      related: [{ at: launcher.at, message: launcher.runs(definition.value) }],
    };
  },
};

/** What sessions take, and their record, as far as it is seen: what policies that name the role do not allow it. */
function permissions(launcher: Launcher): readonly Sentence[] {
  const role = launcher.taskRolePermissions();
  const allowed = role.is === 'known' ? role.value.sessionActions('allowed') : [];
  const missing = (needs: readonly Need[]): readonly string[] =>
    needs.flatMap(need => (role.is === 'known' && isAllowed(role.value, need) ? [] : need.actions));
  const log = sessionLog(launcher);
  const destinations = log.is === 'known' ? log.value.destinations : [];
  const all = [
    {
      actions: SESSION_ACTIONS.filter(each => !allowed.includes(each)),
      said: (list: Sentence) => say`${list} on \`*\``,
    },
    ...destinations.map(each => ({
      actions: missing(logNeeds(each).filter(need => need.consequence !== 'tolerated')),
      said: (list: Sentence) => say`${list} for ${describe(each)}`,
    })),
    ...keyNeeds(launcher).map(({ key, needs }) => ({
      actions: missing(needs),
      said: (list: Sentence) => say`${list} on the key \`${key.name}\``,
    })),
  ];
  return all.flatMap(({ actions, said }) =>
    actions.length > 0 ? [said(commas(actions.map(each => `\`${each}\``)))] : [],
  );
}
