import { and, type Rule, say, seeingTaskRole } from '../../src/rule/index.ts';
import { broadPolicies, detachForInstances } from '../../src/rule/task-role.ts';

export const taskRoleTooBroad: Rule = {
  id: 'task-role-too-broad',
  summary: 'The `ssmmessages` permissions come from an AWS managed policy that allows much more.',
  why: 'There is no AWS managed policy for ECS Exec alone. AmazonSSMManagedInstanceCore, intended for instances, also lets every container read all parameters of Parameter Store.',
  severity: 'info',
  properties: ['AWS::IAM::Role.ManagedPolicyArns'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: the containers may use the other permissions of the policy. It is only detached if it is a policy for instances managed by Session Manager; AdministratorAccess and similar policies are left to you.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html',
  ],

  appliesTo: seeingTaskRole,

  *checkLauncher(launcher) {
    const role = launcher.taskRole();
    if (role.is !== 'known' || role.unsure !== undefined) return;
    const policies = broadPolicies(role.value);
    const [first] = policies;
    if (!first) return;
    const { id } = role.value;
    const names = and(policies.map(each => `\`${each.name}\``));
    const edits = detachForInstances(role.value, policies);
    yield {
      at: first.at,
      message: say`Task role \`${id}\` gets its \`ssmmessages\` permissions from ${names}: its containers may do much more than ECS Exec needs.`,
      for: [launcher],
      related: [{ at: role.at, message: say`\`${id}\` is the task role of ${launcher.title}` }],
      fix: edits && {
        title: say`Grant the four \`ssmmessages\` actions to \`${id}\` instead of ${names}`,
        safety: 'unsafe',
        edits,
      },
    };
  },
};
