import {
  type Fix,
  type Launcher,
  type Rule,
  type Safety,
  type Sentence,
  say,
  taskRoleNotAsked,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  type MissingManagedPolicy,
  missingManagedPoliciesFor,
  otherMissingManagedPolicies,
  writeManagedPolicyArn,
} from '../../src/rule/task-role.ts';

export const managedPolicyNotFound: Rule = {
  id: 'managed-policy-not-found',
  summary: 'The ARN of an AWS-managed policy is wrong: no policy has it, or none that can be attached.',
  why: 'The deploy is rejected with "does not exist or is not attachable": the path before the name, such as `service-role/`, is part of the ARN.',
  severity: 'error',
  blocks: 'deploy',
  scope: 'all',
  properties: ['AWS::IAM::Role.ManagedPolicyArns', 'AWS::IAM::Role.PermissionsBoundary'],
  errorMessages: ['policy-not-attachable'],
  fix: 'safe',
  fixSafety:
    'Safe where AWS has the policy under another ARN: as it stands it only fails the deploy. Unsafe where the name is not known and that of another policy differs from it by a letter or two. There is no fix where the ARN comes from a parameter, a mapping or another stack.',
  notes:
    'ARNs are compared with a table of the policies that AWS has, without regard to case, as IAM does. A name that is not in it may be newer: what it allows is not known, and there is a warning only where it looks like a slip; the message has the date of the table. Checked are task roles and execution roles, and other roles, users and groups where the policy is about sessions.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
  ],

  *checkLauncher(launcher) {
    yield* taskRoleNotAsked(launcher);
    for (const missing of missingManagedPoliciesFor(launcher)) yield* judge(missing, [launcher]);
  },

  *checkTemplate(template) {
    for (const missing of otherMissingManagedPolicies(template)) yield* judge(missing, []);
  },
};

function* judge(missing: MissingManagedPolicy, launchers: readonly Launcher[]): Iterable<Verdict> {
  const { at, is, unsure } = missing;
  const isUnknown = is === 'unknown name';
  if (isUnknown && missing.meant === undefined) return;
  yield {
    at,
    message: message(missing),
    for: launchers,
    ...(isUnknown && { severity: 'warning' }),
    unsure,
    fix: correct(missing, isUnknown ? 'unsafe' : 'safe'),
  };
}

function message({ holder: { id }, property, is, shown, knownUntil }: MissingManagedPolicy): Sentence {
  const { text, meant } = shown;
  switch (is) {
    case 'another path':
      return say`\`${property}\` of \`${id}\` names \`${text}\`, which does not exist: the deploy is rejected. The ARN of that policy is \`${meant}\`.`;
    case 'no ARN':
      return say`\`${property}\` of \`${id}\` takes ARNs of policies, and \`${text}\` is not one: the deploy is rejected. The ARN of that policy is \`${meant}\`.`;
    case 'service-linked':
      return say`\`${property}\` of \`${id}\` names \`${text}\`, which only a service-linked role can have: the deploy is rejected.`;
    case 'unknown name':
      return say`\`${property}\` of \`${id}\` names \`${text}\`, which is not among the AWS-managed policies as of ${knownUntil}: unless it is newer, the deploy is rejected. \`${meant}\` is similar.`;
  }
}

function correct(missing: MissingManagedPolicy, safety: Safety): Fix | undefined {
  const edits = writeManagedPolicyArn(missing);
  const warning =
    safety === 'unsafe'
      ? say`It is another policy, which may allow more or less than the one that is meant.`
      : undefined;
  return edits && { title: say`Write \`${missing.shown.meant}\``, safety, edits, warning };
}
