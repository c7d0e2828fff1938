import { type Role, type Rule, type Sentence, say, seeingTaskRole } from '../../src/rule/index.ts';
import { inWords, policiesOfOneName, renamePolicies, type SameName } from '../../src/rule/task-role.ts';

export const duplicatePolicyName: Rule = {
  id: 'duplicate-policy-name',
  summary: 'Two policies of the task role have one `PolicyName`.',
  why: 'They are written into the role under that name, one after the other: the last one replaces the others, and what those allowed is gone. Which is the last is up to CloudFormation.',
  severity: 'error',
  errorMessages: ['target-not-connected', 'ssmmessages-refused', 'log-group-refused', 'session-not-logged'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: where the stack is deployed already, CloudFormation deletes the policy of the old name once the new one is written, and so may take away what the other one wrote under it, until that is deployed again.',
  notes:
    "The policy of an `AWS::IAM::Policy` or `AWS::IAM::RolePolicy` is one of the role's own, beside its `Policies`. A warning where the session actions are allowed elsewhere as well. Two that say the same are not reported.",
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
            ? { title: say`Give each policy a name of its own`, safety: 'unsafe', edits }
            : undefined,
      };
    }
  },
};

function message({ id }: Role, { title, places, actions }: SameName): Sentence {
  if (places.length === 2) {
    const lost = actions.length > 0 ? inWords(actions) : say`what the other allowed`;
    return say`Two policies of task role \`${id}\` are called \`${title}\`: the last one that is written replaces the other, so the role may end up without ${lost}.`;
  }
  const lost = actions.length > 0 ? inWords(actions) : say`what the others allowed`;
  return say`${places.length} policies of task role \`${id}\` are called \`${title}\`: the last one that is written replaces the others, so the role may end up without ${lost}.`;
}
