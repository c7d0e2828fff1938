import {
  inWords,
  policiesOfOneName,
  type Role,
  type Rule,
  renamePolicies,
  type SameName,
} from '../../src/rule.ts';

export const duplicatePolicyName: Rule = {
  id: 'duplicate-policy-name',
  summary: 'Two policies of the task role have one `PolicyName`.',
  why: 'They are written into the role under that name, one after the other: the last one replaces the others, and what those allowed is gone. Which is the last is up to CloudFormation.',
  severity: 'error',
  fix: 'unsafe',
  fixSafety:
    'Unsafe: where the stack is deployed already, CloudFormation deletes the policy of the old name once the new one is written, and so may take away what the other one wrote under it, until that is deployed again.',
  notes:
    "The policy of an `AWS::IAM::Policy` or `AWS::IAM::RolePolicy` is one of the role's own, beside its `Policies`. A warning where the session actions are allowed elsewhere as well. Two that say the same are not reported.",
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-policy.html',
  ],

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
          { at: first, message: 'the same name' },
          { at: role.at, message: `\`${role.value.id}\` is the task role of ${launcher.title}` },
        ],
        unsure,
        fix:
          unsure === undefined
            ? { title: 'Give each policy a name of its own', safety: 'unsafe', edits }
            : undefined,
      };
    }
  },
};

function message({ id }: Role, { title, places, actions }: SameName): string {
  const [many, others] = places.length === 2 ? ['Two', 'the other'] : [places.length, 'the others'];
  const lost = actions.length > 0 ? inWords(actions) : `what ${others} allowed`;
  return `${many} policies of task role \`${id}\` are called \`${title}\`: the last one that is written replaces ${others}, so the role may end up without ${lost}.`;
}
