import { type Rule, say } from '../../src/rule/index.ts';
import { referToRole, rolePathMismatches } from '../../src/rule/task-role.ts';

export const rolePathMismatch: Rule = {
  id: 'role-path-mismatch',
  summary:
    'The ARN of a task role or task execution role lacks the path of the role, or has a different one.',
  why: 'The path is part of the ARN: with a different path, the role does not exist, and no task starts.',
  severity: 'error',
  errorMessages: ['role-not-assumed'],
  fix: 'safe',
  fixSafety:
    'Safe: the role is referenced by `Fn::GetAtt`, whatever its path and name. There is no fix if the role is in another template, or only created under a condition.',
  notes: 'Role names are unique in an account, whatever their paths are, so no other role can be meant.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html',
  ],

  *checkLauncher(launcher) {
    for (const mismatch of rolePathMismatches(launcher)) {
      const { at, role, written, actual } = mismatch;
      const edit = referToRole(mismatch);
      yield {
        at,
        message: say`The ARN has the path \`${written}\`, but role \`${role.id}\` has \`${actual}\`: no role has this ARN, and the tasks of ${launcher.title} do not start.`,
        for: [launcher],
        related: [{ at: role.resource.place('Path'), message: say`the path of the role` }],
        fix: edit && { title: say`Refer to \`${role.id}\` by its ARN`, safety: 'safe', edits: [edit] },
      };
    }
  },
};
