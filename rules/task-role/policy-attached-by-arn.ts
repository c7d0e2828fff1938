import {
  type Fix,
  type Launcher,
  type Rule,
  say,
  taskRoleNotAsked,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  type ArnAttachment,
  attachByName,
  attachmentsByArnFor,
  otherAttachmentsByArn,
} from '../../src/rule/task-role.ts';

export const policyAttachedByArn: Rule = {
  id: 'policy-attached-by-arn',
  summary: 'A policy refers to its role, user or group by ARN or path instead of by name.',
  why: 'The deployment fails: `Roles`, `Users` and `Groups` take names, which cannot contain colons or slashes.',
  severity: 'error',
  blocks: 'deploy',
  errorMessages: ['role-name-invalid'],
  fix: 'safe',
  fixSafety:
    'Safe: a resource in the template is referenced by `Ref`, which returns its name; a literal ARN or path is reduced to the name in it. Duplicates are removed. There is no fix if it comes from a parameter or another stack.',
  notes:
    'Only policies that allow the `ssmmessages` actions or `ecs:ExecuteCommand` are checked, and those of roles that tasks use.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-policy.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
  ],

  *checkLauncher(launcher) {
    yield* taskRoleNotAsked(launcher);
    for (const attachment of attachmentsByArnFor(launcher)) yield judge(attachment, [launcher]);
  },

  *checkTemplate(template) {
    for (const attachment of otherAttachmentsByArn(template)) yield judge(attachment, []);
  },
};

function judge(attachment: ArnAttachment, launchers: readonly Launcher[]): Verdict {
  const { policy, property, at, written, isArn } = attachment;
  return {
    at,
    message: isArn
      ? say`\`${property}\` of \`${policy.id}\` takes names, and \`${written}\` is an ARN: the deployment fails.`
      : say`\`${property}\` of \`${policy.id}\` takes names, and \`${written}\` has a path: the deployment fails.`,
    for: launchers,
    fix: naming(attachment),
  };
}

function naming(attachment: ArnAttachment): Fix | undefined {
  const edits = attachByName(attachment);
  if (!edits) return undefined;
  const { holder, isDuplicate } = attachment;
  const title = holder ? say`Refer to \`${holder.id}\`` : say`Use only the name`;
  return { title: isDuplicate ? say`Remove it` : title, safety: 'safe', edits };
}
