import {
  type Fix,
  type Launcher,
  type Rule,
  type Sentence,
  say,
  taskRoleNotAsked,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  correctPolicySyntax,
  type MalformedPolicy,
  malformedPoliciesFor,
  otherMalformedPolicies,
} from '../../src/rule/task-role.ts';

export const malformedPolicy: Rule = {
  id: 'malformed-policy',
  summary: 'A policy is malformed, and IAM rejects it.',
  why: 'The deployment fails with MalformedPolicyDocument. Element names and the values of `Effect` are case-sensitive, actions are strings, and the service of an action cannot contain a wildcard.',
  severity: 'error',
  blocks: 'deploy',
  scope: 'all',
  errorMessages: ['policy-malformed'],
  fix: 'safe',
  fixSafety:
    'Safe: as written, the policy only makes the deployment fail. The case of elements and effects is corrected, a map such as `s3: GetObject` becomes the action `s3:GetObject`, and spaces are removed from actions. There is no fix if the meaning is unclear, the value is computed, or the policy is JSON in a string.',
  notes:
    'This checks the policies of IAM roles, users and groups, KMS keys, S3 buckets and VPC endpoints. All other rules read such a policy as intended, and only report what else is wrong. Under a macro, which may rewrite the policy, the finding is a warning.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  ],

  *checkLauncher(launcher) {
    yield* taskRoleNotAsked(launcher);
    for (const malformed of malformedPoliciesFor(launcher)) yield judge(malformed, [launcher]);
  },

  *checkTemplate(template) {
    for (const malformed of otherMalformedPolicies(template)) yield judge(malformed, []);
  },
};

function judge(malformed: MalformedPolicy, launchers: readonly Launcher[]): Verdict {
  const { at, unsure } = malformed;
  return {
    at,
    message: say`${message(malformed)}: IAM rejects the policy, and the deployment fails.`,
    for: launchers,
    unsure,
    fix: unsure === undefined ? correct(malformed) : undefined,
  };
}

function message({ is, element, written, resource: { id } }: MalformedPolicy): Sentence {
  switch (is) {
    case 'element':
      return say`A policy of \`${id}\` has \`${written}\` instead of \`${element}\``;
    case 'effect':
      return say`A policy of \`${id}\` has the effect \`${written}\`, which is neither \`Allow\` nor \`Deny\``;
    case 'map':
      return say`A policy of \`${id}\` has a map with the key \`${written}\` in \`${element}\`, which takes strings`;
    case 'blank':
      return say`A policy of \`${id}\` has a space in the action \`${written}\``;
    case 'wildcard':
      return say`A policy of \`${id}\` has a wildcard in the service of the action \`${written}\``;
  }
}

function correct(malformed: MalformedPolicy): Fix | undefined {
  const edits = correctPolicySyntax(malformed);
  return edits && { title: say`Write \`${malformed.meant ?? ''}\``, safety: 'safe', edits };
}
