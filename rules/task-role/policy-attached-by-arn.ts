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
  summary: 'A policy refers to its role, user or group by ARN instead of by name.',
  why: 'The deployment fails: `Roles`, `Users` and `Groups` take names, which cannot contain colons or slashes.',
  severity: 'error',
  blocks: 'deploy',
  errorMessages: ['role-name-invalid'],
  fix: 'safe',
  fixSafety:
    'Safe: a resource in the template is referenced by `Ref`, which returns its name; a literal ARN is reduced to the name in it. Duplicates are removed. There is no fix if the ARN comes from a parameter or another stack.',
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
  const { policy, property, at, arn } = attachment;
  return {
    at,
    message: say`\`${property}\` of \`${policy.id}\` takes names, and \`${arn}\` is an ARN: the deployment fails.`,
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
