import {
  commas,
  type Fix,
  isWithin,
  type Launcher,
  type RolePermissions,
  type Rule,
  type Sentence,
  say,
  seeingSessionLog,
  seeingTaskRolePermissions,
  sessionLog,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  addStreamWildcard,
  allowLogFix,
  type Destination,
  describe,
  IMPACTS,
  LOG_CONSEQUENCES,
  type Mismatch,
  mismatches,
} from '../../src/rule/logging.ts';

export const logPermissionMismatch: Rule = {
  id: 'log-permission-mismatch',
  summary: 'The task role is allowed to write session logs, but not to their destination.',
  why: 'The permissions look complete, but the agent is denied: the ARN in the policy belongs to something else, or to the log group without its streams. Sessions are not recorded, without any message.',
  severity: 'error',
  blocks: 'session log',
  errorMessages: ['log-group-refused', 'log-bucket-refused', 'session-not-logged'],
  fix: 'safe',
  fixSafety:
    "Safe: adds a missing `:*` at the end of a log group's ARN, which covers its streams. In all other cases, it adds statements for this log group or bucket to the role's inline policy `EcsExec`, as `task-role-lacks-log-permissions` does, and leaves what is there.",
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html#CWL_ARN_Format',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
  ],

  appliesTo: launcher => seeingTaskRolePermissions(launcher) ?? seeingSessionLog(launcher),

  *checkLauncher(launcher) {
    const log = sessionLog(launcher);
    const role = launcher.taskRolePermissions();
    if (log.is !== 'known' || role.is !== 'known') return;
    for (const destination of log.value.destinations)
      for (const mismatch of mismatches(role.value, destination))
        yield judge(launcher, role.value, destination, mismatch, log.unsure ?? role.unsure);
  },
};

function judge(
  launcher: Launcher,
  role: RolePermissions,
  destination: Destination,
  mismatch: Mismatch,
  unsure: Sentence | undefined,
): Verdict {
  const { at, resource, actions, consequence, lacksStreams } = mismatch;
  const what = describe(destination);
  const allows = say`Task role \`${role.id}\` allows ${commas(actions)} on \`${resource}\``;
  return {
    at: isWithin(at, role.at) ? at : role.at,
    message: lacksStreams
      ? say`${allows}, which covers ${what} but not its streams because it lacks a trailing \`:*\`: ${LOG_CONSEQUENCES[consequence]}.`
      : say`${allows}, which does not cover ${what}: ${LOG_CONSEQUENCES[consequence]}.`,
    for: [launcher],
    ...IMPACTS[consequence],
    related: [
      ...(isWithin(at, role.at) ? [] : [{ at, message: say`allowed here` }]),
      { at: destination.at, message: say`sessions are recorded here` },
    ],
    unsure,
    fixedBy: ['task-role-lacks-log-permissions'],
    fix: unsure === undefined ? fix(launcher, destination, mismatch) : undefined,
  };
}

function fix(launcher: Launcher, destination: Destination, mismatch: Mismatch): Fix | undefined {
  const edits = addStreamWildcard(mismatch);
  return edits
    ? { title: say`Let the ARN cover the streams of the log group`, safety: 'safe', edits }
    : allowLogFix(launcher, destination);
}
