import { type Rule, say } from '../../src/rule/index.ts';
import { referToRole, rolePathMismatches } from '../../src/rule/task-role.ts';

export const rolePathMismatch: Rule = {
  id: 'role-path-mismatch',
  summary: 'The ARN of a task role or execution role leaves out the path of the role, or has another one.',
  why: 'The path is a part of the ARN: with another path it is the ARN of no role, and no task starts.',
  severity: 'error',
  errorMessages: ['role-not-assumed'],
  fix: 'safe',
  fixSafety:
    'Safe: the role is referred to by `Fn::GetAtt`, whatever its path and name. There is no fix where the role is in another template, or only there under a condition.',
  notes:
    'An account has no two roles of one name, whatever their paths are, so that no other role can be meant.',
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
        message: say`The ARN has the path \`${written}\`, and role \`${role.id}\` has \`${actual}\`: it is the ARN of no role, and the tasks of ${launcher.title} do not start.`,
        for: [launcher],
        related: [{ at: role.resource.place('Path'), message: say`the path of the role` }],
        fix: edit && { title: say`Refer to \`${role.id}\` by its ARN`, safety: 'safe', edits: [edit] },
      };
    }
  },
};
