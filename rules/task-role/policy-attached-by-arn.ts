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
  summary: 'A policy names its role, user or group by an ARN, where its name has to stand.',
  why: 'The deploy is rejected: `Roles`, `Users` and `Groups` take names, in which IAM allows no colon and no slash.',
  severity: 'error',
  blocks: 'deploy',
  errorMessages: ['role-name-invalid'],
  fix: 'safe',
  fixSafety:
    'Safe: a resource of the template is referred to by `Ref`, which gives its name; of an ARN that is written out, the name in it stays. What the list names already is taken out. There is no fix where the ARN comes from a parameter or another stack.',
  notes:
    'Only policies that allow the `ssmmessages` actions or `ecs:ExecuteCommand` are looked at, and those of roles that tasks have.',
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
    message: say`\`${property}\` of \`${policy.id}\` takes names, and \`${arn}\` is an ARN: the deploy is rejected.`,
    for: launchers,
    fix: naming(attachment),
  };
}

function naming(attachment: ArnAttachment): Fix | undefined {
  const edits = attachByName(attachment);
  if (!edits) return undefined;
  const { holder, isDuplicate } = attachment;
  const title = holder ? say`Refer to \`${holder.id}\`` : say`Write the name alone`;
  return { title: isDuplicate ? say`Take it away` : title, safety: 'safe', edits };
}
