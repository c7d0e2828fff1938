import { type Role, type Rule, type Sentence, say, seeingTaskRole } from '../../src/rule/index.ts';
import { inWords, policiesOfOneName, renamePolicies, type SameName } from '../../src/rule/task-role.ts';

export const duplicatePolicyName: Rule = {
  id: 'duplicate-policy-name',
  summary: 'Two policies of the task role share a `PolicyName`.',
  why: 'They are written to the role under that name, one after the other: the last one replaces the others, and the permissions of those are lost. The order is up to CloudFormation.',
  severity: 'error',
  errorMessages: ['target-not-connected', 'ssmmessages-refused', 'log-group-refused', 'session-not-logged'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: if the stack is already deployed, CloudFormation deletes the policy with the old name after it has written the new one, and may delete what the other policy wrote under that name, until that one is deployed again.',
  notes:
    'The policy of an `AWS::IAM::Policy` or `AWS::IAM::RolePolicy` is an inline policy of the role, like those in `Policies`. A warning if the session actions are also allowed elsewhere. Two identical policies are not reported.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-policy.html',
  ],

  appliesTo: seeingTaskRole,

  *checkLauncher(launcher) {
    const role = launcher.taskRole();
    if (role.is !== 'known') return;
    const { unsure } = role;
    for (const same of policiesOfOneName(role.value)) {
      const [first, second] = same.places;
      const edits = renamePolicies(role.value, same);
      yield {
        at: second,
        message: message(role.value, same),
        for: [launcher],
        severity: same.actions.length > 0 ? 'error' : 'warning',
        related: [
          { at: first, message: say`the same name` },
          { at: role.at, message: say`\`${role.value.id}\` is the task role of ${launcher.title}` },
        ],
        unsure,
        fix:
          edits && unsure === undefined
            ? { title: say`Give each policy its own name`, safety: 'unsafe', edits }
            : undefined,
      };
    }
  },
};

function message({ id }: Role, { title, places, actions }: SameName): Sentence {
  if (places.length === 2) {
    const lost = actions.length > 0 ? inWords(actions) : say`the permissions of the other`;
    return say`Two policies of task role \`${id}\` share the name \`${title}\`: the last one written replaces the other, so the role may end up without ${lost}.`;
  }
  const lost = actions.length > 0 ? inWords(actions) : say`the permissions of the others`;
  return say`${places.length} policies of task role \`${id}\` share the name \`${title}\`: the last one written replaces the others, so the role may end up without ${lost}.`;
}
