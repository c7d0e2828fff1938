import {
  execPropertiesOnOtherTypes,
  fixMisplacedExecProperty,
  type MisplacedExecProperty,
  misplacedExecPropertiesIn,
} from '../../src/rule/enablement.ts';
import {
  type Fix,
  type Launcher,
  or,
  type Rule,
  type Sentence,
  type Settings,
  say,
  type Verdict,
} from '../../src/rule/index.ts';

export const execFlagMisplaced: Rule = {
  id: 'exec-flag-misplaced',
  summary: '`EnableExecuteCommand` is misspelled or misplaced.',
  why: 'CloudFormation rejects a template with an unknown property, and ECS Exec stays off.',
  severity: 'error',
  blocks: 'deploy',
  errorMessages: ['property-unsupported', 'exec-not-enabled-for-task'],
  fix: 'safe',
  fixSafety:
    'Safe: where it is, it only makes the deployment fail. It is moved to the one launcher that it can be meant for, or removed if that has its own. There is no fix if it may be meant for several.',
  notes: 'Not reported in templates with a custom macro, which may support the property.',
  scope: 'all',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ecs-service.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-events-rule-ecsparameters.html',
  ],

  *checkLauncher(launcher, settings) {
    for (const stray of misplacedExecPropertiesIn(launcher)) yield verdict(stray, settings);
  },

  *checkTemplate(template, settings) {
    for (const stray of execPropertiesOnOtherTypes(template)) yield verdict(stray, settings);
  },
};

function verdict(stray: MisplacedExecProperty, settings: Settings): Verdict {
  const { at, key, holder, launchers } = stray;
  const others = launchers.filter(each => each.resource.id !== holder.id);
  return {
    at,
    message: say`\`${holder.id}\` (${holder.type}) has no property \`${key}\` here, and CloudFormation rejects the template. ${meaning(stray)}`,
    for: launchers,
    related: others.map(each => ({ at: each.at, message: say`perhaps meant for ${each.title}` })),
    fix: settle(stray, settings.exec !== 'forbidden'),
  };
}

function meaning({ isMisspelt, holder, launchers }: MisplacedExecProperty): Sentence {
  if (isMisspelt) return say`Did you mean \`EnableExecuteCommand\`?`;
  if (holder.type === 'AWS::ECS::ExpressGatewayService')
    return say`CloudFormation has no property that enables ECS Exec on an Express service.`;
  const [first, another] = launchers;
  if (first?.resource.id === holder.id && !another) return say`It belongs at \`${pathOf(first)}\`.`;
  const titles = new Map(launchers.map(each => [String(each.title), each.title]));
  const owner = titles.size > 0 ? or([...titles.values()]) : say`the service that runs the tasks`;
  return say`It belongs on ${owner}.`;
}

/** Of the flag below the resource, without the branches that lead to it. */
function pathOf(launcher: Launcher): string {
  const path = launcher.execPropertyPlace()?.path.slice(2) ?? [];
  return path.filter((key, i) => key !== 'Fn::If' && path[i - 1] !== 'Fn::If').join('.');
}

function settle(stray: MisplacedExecProperty, isWanted: boolean): Fix | undefined {
  const edits = fixMisplacedExecProperty(stray, isWanted);
  if (!edits) return undefined;
  const move = stray.isMisspelt
    ? say`Rename it to \`EnableExecuteCommand\``
    : say`Move it to where it belongs`;
  const isRemoval = edits.every(each => each.op === 'remove');
  return { title: isRemoval ? say`Remove it` : move, safety: 'safe', edits };
}
