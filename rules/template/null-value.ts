import {
  type Empty,
  emptyValues,
  emptyValuesOf,
  type Launcher,
  type Rule,
  say,
  type Verdict,
} from '../../src/rule.ts';

export const nullValue: Rule = {
  id: 'null-value',
  summary: 'A property, or an item of a list, that ECS Exec depends on is left empty.',
  why: 'CloudFormation rejects the template: "\'null\' values are not allowed in templates". What was to be filled in, such as the role of a policy, is missing.',
  severity: 'error',
  fix: 'none',
  notes: 'To leave a property out, delete its line, or set it to `!Ref AWS::NoValue`.',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html'],

  *checkLauncher(launcher) {
    for (const empty of emptyValues(launcher)) yield judge(empty, [launcher]);
  },

  *checkCluster(cluster) {
    for (const empty of emptyValuesOf(cluster)) yield judge(empty, []);
  },
};

function judge({ resource, at }: Empty, launchers: readonly Launcher[]): Verdict {
  const keys = at.path.filter((each, i) => !isOfFunction(each) && !isOfFunction(at.path[i - 1]));
  const key = keys.findLast(each => typeof each === 'string');
  const what = typeof keys.at(-1) === 'number' ? say`An item of \`${key ?? ''}\`` : `\`${key ?? ''}\``;
  return {
    at,
    message: say`${what} in \`${resource.id}\` is left empty: CloudFormation rejects the template, since null values are not allowed.`,
    for: launchers,
  };
}

function isOfFunction(key: string | number | undefined): boolean {
  return typeof key === 'string' && key.startsWith('Fn::');
}
