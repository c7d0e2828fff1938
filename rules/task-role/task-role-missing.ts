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
  why: 'The deploy is rejected: "The service couldn\'t be created because a valid taskRoleArn is not being used."',
  severity: 'error',
  blocks: 'deploy with exec',
  properties: ['TaskRoleArn'],
  errorMessages: ['task-role-not-used'],
  fix: 'safe',
  fixSafety:
    'Safe on Fargate: a role is added that ECS tasks may assume, with what sessions need, and with the `Path` and `PermissionsBoundary` that all roles of the template share. Deploying it needs the capability `CAPABILITY_IAM`. A role of the template that is used instead is one that ECS tasks may assume and nothing else has, where no other role and no other task definition could be meant. On EC2 and on external instances it is unsafe: containers without a task role have the rights of their instance, and lose them to the role. It is unsafe too where a rule, schedule or state machine starts the same task definition, since that may only pass on roles that it is allowed to.',
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
        ? say`The \`${taskRoleProperty}\` of task definition \`${definition.value.id}\` is empty, which is no role: ${launcher.refusal}.`
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
