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
  summary: '`EnableExecuteCommand` is misspelt, or stands where it does not belong.',
  why: 'CloudFormation rejects a template with a property that it does not know, and what starts the tasks has ECS Exec off.',
  severity: 'error',
  blocks: 'deploy',
  errorMessages: ['property-unsupported', 'exec-not-enabled-for-task'],
  fix: 'safe',
  fixSafety:
    'Safe: where it stands it only fails the deploy. It is moved as it is, to the one launcher that it can be meant for, and taken away where that has its own. Where it may be meant for several, there is no fix.',
  notes: 'In a template with a macro of your own nothing is said, since the macro may know the property.',
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
    message: say`CloudFormation knows no \`${key}\` here, on \`${holder.id}\` (${holder.type}), and rejects the deploy. ${meaning(stray)}`,
    for: launchers,
    related: others.map(each => ({ at: each.at, message: say`perhaps meant for ${each.title}` })),
    fix: settle(stray, settings.exec !== 'forbidden'),
  };
}

function meaning({ isMisspelt, holder, launchers }: MisplacedExecProperty): Sentence {
  if (isMisspelt) return say`\`EnableExecuteCommand\` is meant.`;
  if (holder.type === 'AWS::ECS::ExpressGatewayService')
    return say`CloudFormation has no property that enables ECS Exec on an Express service.`;
  const [first, another] = launchers;
  if (first?.resource.id === holder.id && !another) return say`It belongs at \`${pathOf(first)}\`.`;
  const titles = new Map(launchers.map(each => [String(each.title), each.title]));
  const owner = titles.size > 0 ? or([...titles.values()]) : say`the service that runs the tasks`;
  return say`It belongs to ${owner}.`;
}

/** Of the flag below the resource, without the branches that lead to it. */
function pathOf(launcher: Launcher): string {
  const path = launcher.execPropertyPlace()?.path.slice(2) ?? [];
  return path.filter((key, i) => key !== 'Fn::If' && path[i - 1] !== 'Fn::If').join('.');
}

function settle(stray: MisplacedExecProperty, isWanted: boolean): Fix | undefined {
  const edits = fixMisplacedExecProperty(stray, isWanted);
  if (!edits) return undefined;
  const move = stray.isMisspelt ? say`Write \`EnableExecuteCommand\`` : say`Move it to where it counts`;
  const isRemoval = edits.every(each => each.op === 'remove');
  return { title: isRemoval ? say`Take it away` : move, safety: 'safe', edits };
}
