import { type Rule, say, seeingExecutionRole, seeingTaskRole } from '../../src/rule/index.ts';

export const taskRoleShared: Rule = {
  id: 'task-role-shared',
  summary: 'One role is both the task role and the task execution role.',
  why: 'Anyone with a shell in a container can do what only ECS should do for it: pull any image, read the secrets of the task definition.',
  severity: 'info',
  fix: 'none',
  notes:
    'It works, and is common. Which permissions belong to which of two roles cannot be told from the template, so no fix splits the role.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  ],

  appliesTo: launcher => seeingTaskRole(launcher) ?? seeingExecutionRole(launcher),

  *checkLauncher(launcher) {
    const task = launcher.taskRole();
    const execution = launcher.executionRole();
    if (task.is !== 'known' || execution.is !== 'known' || task.value.id !== execution.value.id) return;
    yield {
      at: task.at,
      message: say`Role \`${task.value.id}\` is both the task role and the execution role of ${launcher.title}: its containers can pull images and read secrets as ECS does.`,
      for: [launcher],
      related: [{ at: execution.at, message: say`the execution role` }],
      unsure: task.unsure ?? execution.unsure,
    };
  },
};
