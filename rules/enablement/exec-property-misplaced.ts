import { type MisplacedProperty, moveProperty, strayProperties } from '../../src/rule/enablement.ts';
import {
  type Fix,
  type Launcher,
  type Rule,
  type Sentence,
  say,
  type Verdict,
} from '../../src/rule/index.ts';

export const execPropertyMisplaced: Rule = {
  id: 'exec-property-misplaced',
  summary: 'A property that ECS Exec depends on is at the wrong level or on the wrong resource.',
  why: 'CloudFormation rejects a template with an unknown property, and the setting has no effect.',
  severity: 'error',
  blocks: 'deploy',
  scope: 'all',
  errorMessages: ['property-unsupported', 'session-not-logged'],
  fix: 'safe',
  fixSafety:
    'Safe: where it is, it only makes the deployment fail. It is moved, including comments, to the one cluster or task definition that it can be meant for, or removed if that already has it. There is no fix if that has another value, if it may be meant for several, or under another condition.',
  notes:
    'This checks `ExecuteCommandConfiguration` and, in clusters, the properties in it, and `TaskRoleArn`. `exec-flag-misplaced` checks `EnableExecuteCommand`. Not reported in templates with a custom macro, which may support the property.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandconfiguration.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ecs-taskdefinition.html',
  ],

  *checkLauncher(launcher) {
    for (const stray of strayProperties(launcher.resource.template))
      if (stray.launchers.some(each => each.id === launcher.id)) yield judge(stray, [launcher]);
  },

  *checkTemplate(template) {
    for (const stray of strayProperties(template)) if (stray.launchers.length === 0) yield judge(stray, []);
  },
};

function judge(stray: MisplacedProperty, launchers: readonly Launcher[]): Verdict {
  const { at, key, holder } = stray;
  return {
    at,
    message: say`\`${holder.id}\` (${holder.type}) has no property \`${key}\` here, and CloudFormation rejects the template. ${home(stray)}`,
    for: launchers,
    fix: move(stray),
  };
}

function home({ key, path, holder, owner }: MisplacedProperty): Sentence {
  const where = path.join('.');
  if (owner?.sameAs(holder)) return say`It belongs at \`${where}\`.`;
  if (owner) return say`It belongs at \`${where}\` of \`${owner.id}\`.`;
  return key === 'TaskRoleArn'
    ? say`It belongs at \`${where}\` of a task definition.`
    : say`It belongs at \`${where}\` of a cluster.`;
}

function move(stray: MisplacedProperty): Fix | undefined {
  const edits = moveProperty(stray);
  if (!edits) return undefined;
  const title = edits.length > 1 ? say`Move it to where it belongs` : say`Remove it`;
  return { title, safety: 'safe', edits };
}
