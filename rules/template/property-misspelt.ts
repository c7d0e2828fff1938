import { type Launcher, type Rule, rename, say, type Verdict } from '../../src/rule/index.ts';
import { type MisspeltProperty, misspeltProperties, misspeltPropertiesFor } from '../../src/rule/template.ts';

export const propertyMisspelt: Rule = {
  id: 'property-misspelt',
  summary: 'A property is misspelled or in the wrong case.',
  why: 'Property names are case-sensitive, and CloudFormation rejects a template with an unknown property.',
  severity: 'error',
  blocks: 'deploy',
  scope: 'all',
  errorMessages: ['property-unsupported', 'task-role-not-used', 'exec-not-enabled-for-task'],
  fix: 'safe',
  fixSafety:
    'Safe: as written, it only makes the deployment fail. The key is renamed, and its value stays. There is no fix if the map already has the right name.',
  notes:
    'Other rules read such a property as the intended one, so that it is not also reported as missing. This recognizes names in another case (`taskRoleArn`, `task_role_arn`), with one or two wrong letters (two only in longer names), and without their ending (`TaskRole`), in ECS resources and in those that sessions depend on: roles, policies, keys, log groups, buckets and networks. Attributes (`type`, `properties`) are checked in resources of any type. Not reported in templates with a custom macro, which may support the property. `exec-flag-misplaced` checks `EnableExecuteCommand`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
  ],

  *checkLauncher(launcher) {
    for (const misspelled of misspeltPropertiesFor(launcher)) yield judge(misspelled, [launcher]);
  },

  *checkTemplate(template) {
    for (const misspelled of misspeltProperties(template)) yield judge(misspelled, []);
  },
};

function judge(misspelled: MisspeltProperty, launchers: readonly Launcher[]): Verdict {
  const { at, key, meant, holder } = misspelled;
  return {
    at,
    message: say`\`${holder.id}\` (${holder.type}) has no property \`${key}\` (did you mean \`${meant}\`?): CloudFormation rejects the template.`,
    for: launchers,
    fix: { title: say`Write \`${meant}\``, safety: 'safe', edits: [rename(at, meant)] },
  };
}
