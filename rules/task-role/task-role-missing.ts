import {
  type Fix,
  isLiteral,
  type Launcher,
  type Rule,
  say,
  strayFrom,
  type TaskDefinition,
} from '../../src/rule/index.ts';
import { giveTaskRole, riskOfTaskRole } from '../../src/rule/task-role.ts';

export const taskRoleMissing: Rule = {
  id: 'task-role-missing',
  summary: 'A task definition whose service enables ECS Exec has no task role.',
  why: 'The deployment fails: "The service couldn\'t be created because a valid taskRoleArn is not being used."',
  severity: 'error',
  blocks: 'deploy with exec',
  properties: ['TaskRoleArn'],
  errorMessages: ['task-role-not-used'],
  fix: 'safe',
  fixSafety:
    'Safe on Fargate: adds a role that ECS tasks can assume, with the permissions for sessions, and with the `Path` and `PermissionsBoundary` that all roles of the template share. Deploying it requires the capability `CAPABILITY_IAM`. An existing role is used instead if ECS tasks can assume it, nothing else uses it, and no other role or task definition could be meant. On EC2 and external instances it is unsafe: containers without a task role use the permissions of their instance, and lose them to the task role. It is also unsafe if a rule, schedule or state machine starts the same task definition, because it may only pass roles that it is allowed to pass.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  ],

  *checkLauncher(launcher) {
    const definition = launcher.taskDefinition();
    if (definition.is === 'unknown') {
      const undecided = say`Whether \`${launcher.id}\` has a task role is not known: ${definition.why}.`;
      yield { at: launcher.at, undecided, for: [launcher] };
    }
    const role = launcher.taskRole();
    if (definition.is !== 'known' || role.is !== 'absent') return;
    const { title, taskRoleProperty } = definition.value;
    const unsure = definition.unsure ?? role.unsure;
    const isEmpty = definition.value.find('TaskRoleArn').is === 'known';
    yield {
      at: isEmpty ? role.at : definition.value.at,
      message: isEmpty
        ? say`The \`${taskRoleProperty}\` of task definition \`${definition.value.id}\` is empty: ${launcher.refusal}.`
        : say`${title} has no \`${taskRoleProperty}\`: ${launcher.refusal}.`,
      for: [launcher],
      related: [{ at: launcher.at, message: launcher.runs(definition.value) }],
      unsure,
      fix:
        unsure === undefined && (!isEmpty || isLiteral(role.at))
          ? give(launcher, definition.value)
          : undefined,
    };
  },
};

/** The rule that moves the permissions from the execution role gives the definition a role for them. */
function give(launcher: Launcher, definition: TaskDefinition): Fix {
  const { role, edits } = giveTaskRole(launcher, definition);
  const warning = riskOfTaskRole(launcher, definition);
  return {
    title: role
      ? say`Use \`${role.id}\` as the task role of \`${definition.id}\``
      : say`Add a task role to \`${definition.id}\` (deploying it needs CAPABILITY_IAM)`,
    safety: warning ? 'unsafe' : 'safe',
    warning,
    edits,
    preconditions: strayFrom(definition.resource),
    supersededBy: [{ rule: 'ssmmessages-on-execution-role', fix: undefined }],
  };
}
