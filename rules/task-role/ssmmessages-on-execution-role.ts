import {
  createTaskRole,
  type Fix,
  grantSession,
  moveSession,
  type Role,
  type Rule,
  SESSION_ACTIONS,
  type Service,
  type TaskDefinition,
  withdrawSession,
} from '../../src/rule.ts';

export const ssmmessagesOnExecutionRole: Rule = {
  id: 'ssmmessages-on-execution-role',
  summary: 'The `ssmmessages` actions are allowed to the task execution role, not to the task role.',
  why: 'Containers never get the credentials of the execution role, so every `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  fix: 'safe',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  ],

  *checkService(service) {
    const definition = service.taskDefinition();
    if (definition.is !== 'known') return;
    const execution = definition.value.executionRole();
    if (execution.is !== 'known') return;
    const held = execution.value.sessionActions('granted', 'restricted');
    if (held.length === 0) return;
    const task = definition.value.taskRole();
    if (task.is === 'unknown') {
      const undecided = `Whether the session actions on \`${execution.value.id}\` should be on the task role is not known: ${task.why}.`;
      yield { at: execution.value.at, undecided, for: [service] };
      return;
    }
    const role = task.is === 'known' ? task.value : undefined;
    if (role?.id === execution.value.id) return;
    const misplaced = role ? role.sessionActions('missing').filter(action => held.includes(action)) : held;
    if (misplaced.length === 0) return;
    yield {
      at: execution.value.at,
      message: `${list(misplaced)} allowed to \`${execution.value.id}\`, the execution role, which containers never have: the task role has to allow ${misplaced.length > 1 ? 'them' : 'it'}.`,
      for: [service],
      related: [
        { at: service.at, message: `service \`${service.id}\` runs \`${definition.value.id}\`` },
        role
          ? { at: task.at, message: `its containers have the role \`${role.id}\`` }
          : { at: definition.value.at, message: 'it has no task role' },
      ],
      fix: role ? move(execution.value, role) : create(service, definition.value, execution.value),
    };
  },
};

function list(actions: readonly string[]): string {
  if (actions.length === SESSION_ACTIONS.length) return 'The four `ssmmessages` actions are';
  return `${actions.join(', ')} ${actions.length > 1 ? 'are' : 'is'}`;
}

function move(from: Role, to: Role): Fix | undefined {
  const edits = moveSession(from, to);
  const copy = grantSession(to, to.sessionActions('missing'));
  const copying: Fix | undefined = copy && {
    title: `Allow the session actions on \`${to.id}\`; those on \`${from.id}\` stay, since something else may need them`,
    safety: 'safe',
    edits: copy,
  };
  if (!edits) return copying;
  const title = `Move the session actions from \`${from.id}\` to \`${to.id}\``;
  return { title, safety: 'safe', edits, otherwise: copying };
}

function create(service: Service, definition: TaskDefinition, from: Role): Fix {
  const isOnFargate = service.onFargate() || definition.fargateOnly().is === 'yes';
  const title = `Add a task role with the session actions to \`${definition.id}\` (deploying it needs CAPABILITY_IAM)`;
  const safety = isOnFargate ? 'safe' : 'unsafe';
  const creation: Fix = { title, safety, edits: createTaskRole(service, definition) };
  const withdrawal = withdrawSession(from);
  return withdrawal
    ? { ...creation, edits: [...creation.edits, ...withdrawal], otherwise: creation }
    : creation;
}
