import { nonBooleanExecProperty } from '../../src/rule/enablement.ts';
import { type Fix, type Place, type Rule, say, set } from '../../src/rule/index.ts';

export const execFlagNotBoolean: Rule = {
  id: 'exec-flag-not-boolean',
  summary: '`EnableExecuteCommand` is neither true nor false.',
  why: 'CloudFormation rejects the template: the property takes `true` or `false`, quoted or not.',
  severity: 'error',
  blocks: 'deploy',
  properties: ['EnableExecuteCommand'],
  errorMessages: ['exec-not-enabled-for-task'],
  fix: 'safe',
  fixSafety:
    'Safe: as written, it only makes the deployment fail. Values for yes (`yes`, `on`, `enabled`, `1`) become `true`, values for no become `false`; there is no fix for anything else.',
  notes: 'Unquoted `yes` and `on` are true in YAML itself, so they are not reported.',
  scope: 'all',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ecs-service.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
  ],

  *checkLauncher(launcher, settings) {
    const value = nonBooleanExecProperty(launcher);
    if (value.is !== 'known') return;
    const { at, unsure } = value;
    const text = typeof value.value === 'object' ? undefined : String(value.value);
    const said = text === undefined ? say`a list or a map` : `\`${text}\``;
    const isFixed = unsure === undefined && settings.exec !== 'forbidden';
    yield {
      at,
      message: say`\`EnableExecuteCommand\` of ${launcher.title} is ${said}, which is neither true nor false: CloudFormation rejects it.`,
      for: [launcher],
      unsure,
      fix: isFixed && text !== undefined ? correct(at, text) : undefined,
    };
  },
};

const YES = /^\s*(?:true|yes|y|on|t|1|enabled?)\s*$/i;
const NO = /^\s*(?:false|no|n|off|f|0|disabled?)\s*$/i;

function correct(at: Place, said: string): Fix | undefined {
  if (!YES.test(said) && !NO.test(said)) return undefined;
  const meant = YES.test(said);
  return {
    title: say`Set \`EnableExecuteCommand\` to ${String(meant)}`,
    safety: 'safe',
    edits: [set(at, meant)],
  };
}
