import {
  type Fix,
  havingTaskRole,
  type Launcher,
  type Role,
  type Rule,
  type Sentence,
  say,
} from '../../src/rule/index.ts';
import {
  inWords,
  type Restriction,
  removeRestrictions,
  restrictionsOf,
  SESSION_ACTIONS,
} from '../../src/rule/task-role.ts';

export const ssmmessagesRestricted: Rule = {
  id: 'ssmmessages-restricted',
  summary: 'The task role allows `ssmmessages` only under a condition, or on resources that do not apply.',
  why: 'These actions are documented for the resource `*` only. The agent is refused, or may be, and `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  errorMessages: ['target-not-connected', 'ssmmessages-refused'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: the restriction may be deliberate. If a statement only concerns sessions, its `Condition` is removed and its `Resource` becomes `*`; if it allows other actions too, or is shared with other roles, the role gets a separate statement.',
  notes:
    "An Allow is complete for `*`, or for both ARNs that AWS names when it denies these actions: the task's for `CreateControlChannel` (some have seen the second), and `arn:aws:ssmmessages:REGION:ACCOUNT:*`. If it covers neither, or has a condition that no request of a task meets, such as `aws:SecureTransport` being false, it is an error.",
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsessionmanagermessagegatewayservice.html',
    'https://github.com/awslabs/landing-zone-accelerator-on-aws/issues/330',
  ],

  appliesTo: havingTaskRole,

  *checkLauncher(launcher) {
    const role = launcher.taskRole();
    if (role.is === 'unknown' && !allowsSession(launcher)) {
      const undecided = say`Whether the \`ssmmessages\` permissions of \`${launcher.id}\` are restricted is not known: ${role.why}.`;
      yield { at: role.at, undecided, for: [launcher], severity: 'warning' };
    }
    if (role.is !== 'known') return;
    const restrictions = restrictionsOf(role.value);
    const [worst] = restrictions;
    if (!worst) return;
    const all = restrictions.flatMap(each => each.actions);
    yield {
      at: role.value.at,
      message: message(role.value, worst),
      for: [launcher],
      ...(worst.isRefused ? { severity: 'error' } : { severity: 'warning', mayBlock: true }),
      related: worst.places.map(at => ({ at, message: say`restricted here` })),
      unsure: role.unsure,
      fix: role.unsure === undefined ? free(role.value, all) : undefined,
    };
  },
};

/** By policies that are attached by its name to a role that no template declares. */
function allowsSession(launcher: Launcher): boolean {
  const role = launcher.taskRolePermissions();
  return role.is === 'known' && role.value.sessionActions('allowed').length === SESSION_ACTIONS.length;
}

function message({ id }: Role, { actions, by, isRefused }: Restriction): Sentence {
  const allows = say`Task role \`${id}\` allows ${inWords(actions)}`;
  const result = isRefused
    ? say`every \`execute-command\` fails with TargetNotConnectedException`
    : say`sessions may be refused`;
  switch (by) {
    case 'condition':
      return say`${allows} only under a \`Condition\`: ${result}.`;
    case 'unmet condition':
      return say`${allows} only under a \`Condition\` that no request of a task can meet: ${result}.`;
    case 'resource':
      return say`${allows} only on resources on which AWS does not check session actions: ${result}.`;
    case 'in part':
      return say`${allows} only on some resources, not on \`*\`: ${result}.`;
  }
}

function free(role: Role, restricted: readonly string[]): Fix | undefined {
  const edits = removeRestrictions(role, restricted);
  const title = say`Allow ${inWords(restricted)} on \`${role.id}\` without restriction`;
  return edits && { title, safety: 'unsafe', edits };
}
