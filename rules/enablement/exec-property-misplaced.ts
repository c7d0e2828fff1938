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
  summary: 'A property that ECS Exec depends on stands on the wrong level, or on the wrong resource.',
  why: 'CloudFormation rejects a template with a property that it does not know, and what it says of sessions has no effect.',
  severity: 'error',
  blocks: 'deploy',
  scope: 'all',
  errorMessages: ['property-unsupported', 'session-not-logged'],
  fix: 'safe',
  fixSafety:
    'Safe: where it stands it only fails the deploy. It is moved as it is, comments included, to the one cluster or task definition that it can be meant for; where that has it already, it is taken away. There is no fix where that says something else, where it may be meant for several, or under another condition.',
  notes:
    'Looked for are `ExecuteCommandConfiguration` and, in clusters, what belongs in it, and `TaskRoleArn`. `EnableExecuteCommand` is a matter of `exec-flag-misplaced`. In a template with a macro of your own nothing is said, since the macro may know the property.',
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
    message: say`\`${holder.id}\` (${holder.type}) has no property \`${key}\` here, and CloudFormation rejects the deploy. ${home(stray)}`,
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
  const title = edits.length > 1 ? say`Move it to where it counts` : say`Take it away`;
  return { title, safety: 'safe', edits };
}
