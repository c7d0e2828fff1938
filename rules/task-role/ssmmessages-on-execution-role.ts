import {
  type Fix,
  type Launcher,
  type Role,
  type Rule,
  type Sentence,
  say,
  strayFrom,
  type TaskDefinition,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  giveTaskRole,
  grantSession,
  inWords,
  misplacedActions,
  misspellings,
  moveSessionActions,
  revokeSessionActions,
  riskOfTaskRole,
} from '../../src/rule/task-role.ts';

export const ssmmessagesOnExecutionRole: Rule = {
  id: 'ssmmessages-on-execution-role',
  summary: 'The `ssmmessages` actions are granted to the task execution role instead of the task role.',
  why: 'Containers never get the credentials of the task execution role, so every `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  properties: ['ExecutionRoleArn'],
  errorMessages: ['target-not-connected', 'ssmmessages-refused'],
  fix: 'safe',
  fixSafety:
    'Safe: the actions are granted to the task role first, and only then removed from the execution role. They are only removed if the role is used by task definitions of this template alone, as their execution role, its name cannot be known outside, and the actions are written out; otherwise, or if a comment would be lost, they are copied and stay. Comments move with the lines they belong to. Without a task role, one is used or added as `task-role-missing` does, which is unsafe outside Fargate.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  ],

  *checkLauncher(launcher) {
    const definition = launcher.taskDefinition();
    if (definition.is !== 'known') return;
    const task = launcher.taskRole();
    if (task.is === 'unknown') {
      yield* doubt(launcher, task.why);
      return;
    }
    const misplaced = misplacedActions(launcher);
    if (!misplaced) return;
    const { executionRole, actions, unsure } = misplaced;
    const role = task.is === 'known' ? task.value : undefined;
    yield {
      at: executionRole.at,
      message:
        actions.length > 1
          ? say`Execution role \`${executionRole.id}\` grants ${inWords(actions)}, but containers never use this role: grant them to the task role.`
          : say`Execution role \`${executionRole.id}\` grants ${inWords(actions)}, but containers never use this role: grant it to the task role.`,
      for: [launcher],
      related: [
        { at: launcher.at, message: launcher.runs(definition.value) },
        role
          ? { at: task.at, message: say`its containers use the task role \`${role.id}\`` }
          : { at: definition.value.at, message: say`it has no task role` },
      ],
      unsure,
      fix: unsure === undefined ? fixOf(launcher, definition.value, executionRole, role) : undefined,
    };
  },
};

/** A task role from elsewhere may well have the right too. */
function* doubt(launcher: Launcher, why: Sentence): Iterable<Verdict> {
  const execution = launcher.executionRole();
  if (execution.is !== 'known' || execution.value.sessionActions('allowed', 'restricted').length === 0)
    return;
  const { id, at } = execution.value;
  const undecided = say`Whether the session actions of \`${id}\` belong on the task role is not known: ${why}.`;
  yield { at, undecided, for: [launcher] };
}

function fixOf(
  launcher: Launcher,
  definition: TaskDefinition,
  from: Role,
  to: Role | undefined,
): Fix | undefined {
  return to ? move(from, to) : create(launcher, definition, from);
}

/** A right that the task role has but for its spelling need not be moved. */
function move(from: Role, to: Role): Fix | undefined {
  const supersededBy = misspellings(to).some(each => each.isLiteral)
    ? [{ rule: 'ssmmessages-action-misspelt', fix: undefined }]
    : [];
  const edits = moveSessionActions(from, to);
  const copy = grantSession(to, to.sessionActions('implicit deny'));
  const copying: Fix | undefined = copy && {
    title: say`Grant the session actions to \`${to.id}\`; \`${from.id}\` keeps them because something else may need them`,
    safety: 'safe',
    edits: copy,
    supersededBy,
  };
  if (!edits) return copying;
  const title = say`Move the session actions from \`${from.id}\` to \`${to.id}\``;
  return { title, safety: 'safe', edits, fallback: copying, supersededBy };
}

function create(launcher: Launcher, definition: TaskDefinition, from: Role): Fix {
  const { role, edits } = giveTaskRole(launcher, definition);
  const title = role
    ? say`Use \`${role.id}\` as the task role of \`${definition.id}\``
    : say`Add a task role with the session actions to \`${definition.id}\` (deploying it needs CAPABILITY_IAM)`;
  const warning = riskOfTaskRole(launcher, definition);
  const preconditions = strayFrom(definition.resource);
  const creation: Fix = { title, safety: warning ? 'unsafe' : 'safe', warning, edits, preconditions };
  const withdrawal = role ? undefined : revokeSessionActions(from);
  return withdrawal ? { ...creation, edits: [...edits, ...withdrawal], fallback: creation } : creation;
}
