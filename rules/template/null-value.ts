import { type Fix, type Launcher, type Rule, type Said, say, type Verdict } from '../../src/rule/index.ts';
import {
  attachPolicy,
  type Empty,
  emptyValues,
  emptyValuesOf,
  leaveOut,
  nameDestination,
} from '../../src/rule/template.ts';

export const nullValue: Rule = {
  id: 'null-value',
  summary: 'A property or list item that ECS Exec depends on is empty.',
  why: 'CloudFormation rejects the template: "\'null\' values are not allowed in templates". The intended value, such as the role of a policy, is missing.',
  severity: 'error',
  blocks: 'deploy',
  errorMessages: ['value-null', 'task-role-not-used'],
  fix: 'safe',
  fixSafety:
    'A policy with session permissions and empty `Roles` is attached to the only task role of the template, under another name if the role already has a policy of that name. An optional property is removed, and its comment stays on its own line. Both are safe if nothing else can be meant. Attaching a policy is unsafe if it allows more than sessions need, or if another role may be meant; removing a property is unsafe if the template has a resource that it may be meant to name, such as a key for `KmsKeyId`. There is no fix if the template has several task roles, or for properties that are required (`Image`) or decide how tasks run (`LaunchType`). `log-destination-missing` fixes the log group and bucket of a cluster that records sessions nowhere else.',
  notes:
    'To omit a property, delete its line, or set it to `!Ref AWS::NoValue`. Empty strings are reported where a policy names its roles: a name has at least one character.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
  ],

  *checkLauncher(launcher) {
    for (const empty of emptyValues(launcher)) yield judge(empty, [launcher]);
  },

  *checkCluster(cluster) {
    for (const empty of emptyValuesOf(cluster)) yield judge(empty, []);
  },
};

function judge(empty: Empty, launchers: readonly Launcher[]): Verdict {
  const { resource, at } = empty;
  const keys = at.path.filter((each, i) => !isOfFunction(each) && !isOfFunction(at.path[i - 1]));
  const key = keys.findLast(each => typeof each === 'string');
  const isItem = typeof keys.at(-1) === 'number';
  const what = isItem ? say`An item of \`${key ?? ''}\`` : `\`${key ?? ''}\``;
  return {
    at,
    message: empty.isNull
      ? say`${what} in \`${resource.id}\` is empty: CloudFormation rejects the template because null values are not allowed.`
      : say`${what} in \`${resource.id}\` is empty, which is the name of no role: the deploy is rejected.`,
    for: launchers,
    fix: attach(empty) ?? name(empty) ?? omit(empty, isItem ? say`the empty item` : `\`${key ?? ''}\``),
  };
}

function attach(empty: Empty): Fix | undefined {
  const attachment = attachPolicy(empty);
  if (!attachment) return undefined;
  const { title, edits, isSure } = attachment;
  return { title, safety: isSure ? 'safe' : 'unsafe', edits };
}

function name(empty: Empty): Fix | undefined {
  const edits = nameDestination(empty);
  return edits && { title: say`Use the existing log group or bucket for sessions`, safety: 'safe', edits };
}

/** What another fix fills in is not left out. */
function omit(empty: Empty, what: Said): Fix | undefined {
  const omission = leaveOut(empty);
  if (!omission) return undefined;
  const { edits, isSure } = omission;
  return {
    title: say`Remove ${what}`,
    safety: isSure ? 'safe' : 'unsafe',
    edits,
    preconditions: [empty.at],
  };
}

function isOfFunction(key: string | number | undefined): boolean {
  return typeof key === 'string' && key.startsWith('Fn::');
}
