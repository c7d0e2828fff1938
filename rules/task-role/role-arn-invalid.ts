import { type Rule, type Sentence, say } from '../../src/rule/index.ts';
import { type InvalidRoleArn, invalidRoleArn, referToRole } from '../../src/rule/task-role.ts';

export const roleArnInvalid: Rule = {
  id: 'role-arn-invalid',
  summary:
    'A task role or task execution role is given by the ARN of something other than a role, or of a role in another account.',
  why: 'ECS rejects the task definition, so the deployment fails. A role can only be passed to a service in its own account.',
  severity: 'error',
  blocks: 'deploy',
  errorMessages: ['role-not-assumed'],
  fix: 'safe',
  fixSafety:
    'Safe: the role of the template that has the name in the ARN, or that is in the instance profile, is referenced by `Fn::GetAtt`; as written, the deployment fails. There is no fix if it is not clear which role is meant.',
  notes:
    'Accounts, regions and partitions are compared if it is known where the stack is deployed, as with the manifest of a cloud assembly.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns',
  ],

  *checkLauncher(launcher) {
    for (const named of [launcher.taskRole(), launcher.executionRole()]) {
      const invalid = invalidRoleArn(launcher, named);
      if (!invalid) continue;
      const { at, role } = invalid;
      const edit = role && referToRole({ ...invalid, role });
      yield {
        at,
        message: message(invalid),
        for: [launcher],
        fix: role &&
          edit && { title: say`Refer to \`${role.id}\` by its ARN`, safety: 'safe', edits: [edit] },
      };
    }
  },
};

function message({ is, holder: { id }, written }: InvalidRoleArn): Sentence {
  return is === 'no role'
    ? say`\`${id}\` needs a role, and \`${written}\` is not one: the deployment fails.`
    : say`\`${id}\` needs a role of its own account, and \`${written}\` is in another account or partition: the deployment fails.`;
}
