import { type Launcher, type Rule, rename, say, type Verdict } from '../../src/rule/index.ts';
import { type MisspeltProperty, misspeltProperties, misspeltPropertiesFor } from '../../src/rule/template.ts';

export const propertyMisspelt: Rule = {
  id: 'property-misspelt',
  summary: 'A property is misspelt, or in the wrong case.',
  why: 'CloudFormation tells names apart by their case, and rejects a template with a property that it does not know.',
  severity: 'error',
  blocks: 'deploy',
  scope: 'all',
  errorMessages: ['property-unsupported', 'task-role-not-used', 'exec-not-enabled-for-task'],
  fix: 'safe',
  fixSafety:
    'Safe: as it stands it only fails the deploy. The key gets the name that is meant, and its value stays. There is no fix where that name stands beside it already.',
  notes:
    'The other rules read such a property as the one that is meant, so that it is not missing as well. Looked for are names in another case (`taskRoleArn`, `task_role_arn`), with a letter or two wrong (two only in longer names), and without their end (`TaskRole`), in the resources of ECS and of what sessions depend on: roles, policies, keys, log groups, buckets and networks. Attributes (`type`, `properties`) are looked at in resources of any type. In a template with a macro of your own nothing is said, since the macro may know the property. `EnableExecuteCommand` is a matter of `exec-flag-misplaced`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
  ],

  *checkLauncher(launcher) {
    for (const misspelt of misspeltPropertiesFor(launcher)) yield judge(misspelt, [launcher]);
  },

  *checkTemplate(template) {
    for (const misspelt of misspeltProperties(template)) yield judge(misspelt, []);
  },
};

function judge(misspelt: MisspeltProperty, launchers: readonly Launcher[]): Verdict {
  const { at, key, meant, holder } = misspelt;
  return {
    at,
    message: say`\`${holder.id}\` (${holder.type}) has no property \`${key}\`, and CloudFormation rejects the deploy: \`${meant}\` is meant.`,
    for: launchers,
    fix: { title: say`Write \`${meant}\``, safety: 'safe', edits: [rename(at, meant)] },
  };
}
