import { and, type Rule, say, seeingTaskRolePermissions } from '../../src/rule/index.ts';
import { inWords, policiesWithoutDependsOn, waitForPolicies } from '../../src/rule/task-role.ts';

export const taskRolePolicyRace: Rule = {
  id: 'task-role-policy-race',
  summary: 'The `ssmmessages` permissions are in a policy that the service does not wait for.',
  why: 'CloudFormation may start the first tasks before the policy is attached. Their agents are refused, and `execute-command` on them fails with TargetNotConnectedException until they are replaced.',
  severity: 'warning',
  errorMessages: ['target-not-connected', 'ssmmessages-refused'],
  fix: 'safe',
  fixSafety:
    'Safe: a `DependsOn` only changes the order of the deployment. None is added that would create a circular dependency, or that refers to a policy under a `Condition` that the service does not have.',
  notes:
    'Only services and daemons are checked. Rules, schedules, pipes, state machines and job definitions start no tasks when they are created.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-policy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
  ],

  appliesTo: seeingTaskRolePermissions,

  *checkService(launcher) {
    const role = launcher.taskRolePermissions();
    if (role.is !== 'known' || role.unsure !== undefined) return;
    const racing = policiesWithoutDependsOn(launcher, role.value);
    if (!racing) return;
    const { policies, actions, dependent } = racing;
    const names = and(policies.map(each => `\`${each.resource.id}\``));
    const edits = waitForPolicies(dependent, policies);
    yield {
      at: launcher.at,
      message: say`${launcher.subject} does not wait for ${names}, which grants ${inWords(actions)} to task role \`${role.value.id}\`: its first tasks may start before the policy is attached, and \`execute-command\` on them fails.`,
      for: [launcher],
      related: policies.map(each => ({ at: each.attachment, message: say`attached to the task role here` })),
      fix: edits && { title: say`Make \`${dependent.id}\` wait for ${names}`, safety: 'safe', edits },
    };
  },
};
