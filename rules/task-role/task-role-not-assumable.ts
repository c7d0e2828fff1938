import { type Fix, type Role, type Rule, say, seeingTaskRole } from '../../src/rule/index.ts';
import { allowTasksToAssume, servesOnlyTasks } from '../../src/rule/task-role.ts';

export const taskRoleNotAssumable: Rule = {
  id: 'task-role-not-assumable',
  summary: 'The trust policy of the task role does not let ECS tasks assume it.',
  why: 'ECS is "unable to assume the role": tasks do not start, or have no credentials and no sessions.',
  severity: 'error',
  properties: ['AWS::IAM::Role.AssumeRolePolicyDocument'],
  errorMessages: ['role-not-assumed', 'target-not-connected'],
  fix: 'safe',
  fixSafety:
    'Safe if only task definitions of this template use the role and its name cannot be known outside. Otherwise unsafe, because more principals can assume it than before. Existing principals are kept.',
  notes:
    '`ecs.amazonaws.com` is ECS itself, which manages load balancers, and `ec2.amazonaws.com` is an instance; tasks are `ecs-tasks.amazonaws.com`. A statement with a `Condition` only counts if it is the usual condition on the account and the ARN of the task.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  ],

  appliesTo: seeingTaskRole,

  *checkLauncher(launcher) {
    const role = launcher.taskRole();
    if (role.is !== 'known') return;
    const { id } = role.value;
    const { is, at, why } = role.value.assumableByTasks();
    if (is === 'unknown')
      yield {
        at,
        undecided: say`Whether ECS may assume task role \`${id}\` is not known: ${why ?? say`its trust policy cannot be read`}.`,
        for: [launcher],
      };
    if (is !== 'no') return;
    yield {
      at,
      message: say`The trust policy of task role \`${id}\` does not let \`ecs-tasks.amazonaws.com\` assume it: the tasks do not start.`,
      for: [launcher],
      related: [{ at: role.at, message: say`\`${id}\` is the task role of ${launcher.title}` }],
      unsure: role.unsure,
      fix: role.unsure === undefined ? admit(role.value) : undefined,
    };
  },
};

function admit(role: Role): Fix | undefined {
  const edits = allowTasksToAssume(role);
  const safety = servesOnlyTasks(role) ? 'safe' : 'unsafe';
  return edits && { title: say`Let \`ecs-tasks.amazonaws.com\` assume \`${role.id}\``, safety, edits };
}
