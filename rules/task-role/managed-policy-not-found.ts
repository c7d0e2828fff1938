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
  summary: 'The ARN of an AWS managed policy is wrong: there is no such policy, or it cannot be attached.',
  why: 'The deploy is rejected with "does not exist or is not attachable": the path before the name, such as `service-role/`, is part of the ARN.',
  severity: 'error',
  blocks: 'deploy',
  scope: 'all',
  properties: ['AWS::IAM::Role.ManagedPolicyArns', 'AWS::IAM::Role.PermissionsBoundary'],
  errorMessages: ['policy-not-attachable'],
  fix: 'safe',
  fixSafety:
    "Safe if AWS has the policy under another ARN: as written, it only makes the deployment fail. Unsafe if the name is unknown and another policy's name differs by a letter or two. There is no fix if the ARN comes from a parameter, a mapping or another stack.",
  notes:
    'ARNs are compared with a table of AWS managed policies, case-insensitively as IAM does. A name that is not in the table may be newer: what it allows is unknown, and there is only a warning if it looks like a typo. The message has the date of the table. This checks task roles and execution roles, and other roles, users and groups if the policy concerns sessions.',
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
      return say`\`${property}\` of \`${id}\` names \`${text}\`, which does not exist: the deployment fails. The ARN of that policy is \`${meant}\`.`;
    case 'no ARN':
      return say`\`${property}\` of \`${id}\` takes policy ARNs, and \`${text}\` is not one: the deployment fails. The ARN of that policy is \`${meant}\`.`;
    case 'service-linked':
      return say`\`${property}\` of \`${id}\` names \`${text}\`, which can only be attached to a service-linked role: the deployment fails.`;
    case 'unknown name':
      return say`\`${property}\` of \`${id}\` names \`${text}\`, which is not among the AWS managed policies as of ${knownUntil} (did you mean \`${meant}\`?): unless it is newer, the deployment fails.`;
  }
}

function correct(missing: MissingManagedPolicy, safety: Safety): Fix | undefined {
  const edits = writeManagedPolicyArn(missing);
  const warning =
    safety === 'unsafe'
      ? say`It is a different policy, which may allow more or less than the intended one.`
      : undefined;
  return edits && { title: say`Write \`${missing.shown.meant}\``, safety, edits, warning };
}
