import { and, type Rule, say, seeingTaskRolePermissions } from '../../src/rule/index.ts';
import { inWords, policiesWithoutDependsOn, waitForPolicies } from '../../src/rule/task-role.ts';

export const taskRolePolicyRace: Rule = {
  id: 'task-role-policy-race',
  summary: 'The `ssmmessages` rights are in a policy that the service does not wait for.',
  why: 'CloudFormation may start the first tasks before the policy is attached. Their agents are refused, and `execute-command` on them fails with TargetNotConnectedException until they are replaced.',
  severity: 'warning',
  errorMessages: ['target-not-connected', 'ssmmessages-refused'],
  fix: 'safe',
  fixSafety:
    'Safe: a `DependsOn` changes the order of a deploy and nothing else. None is added that would close a circle, nor one on a policy under a `Condition` that the service does not have.',
  notes:
    'Only services and daemons are asked about. A rule, a schedule, a pipe, a state machine or a job definition starts no task when it is created.',
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
      message: say`${launcher.subject} does not wait for ${names}, from which task role \`${role.value.id}\` has ${inWords(actions)}: its first tasks may start without, and \`execute-command\` on them fails.`,
      for: [launcher],
      related: policies.map(each => ({ at: each.attachment, message: say`attached to the task role here` })),
      fix: edits && { title: say`Have \`${dependent.id}\` wait for ${names}`, safety: 'safe', edits },
    };
  },
};
