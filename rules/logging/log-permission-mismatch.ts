import {
  commas,
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
  type Destination,
  describe,
  type Mismatch,
  mismatches,
} from '../../src/rule/logging.ts';

export const logPermissionMismatch: Rule = {
  id: 'log-permission-mismatch',
  summary: 'The task role may write records of sessions, but not to where they are to be recorded.',
  why: 'The rights look complete, and yet the agent is refused: the ARN in the policy is that of something else, or of the log group without the streams in it. Sessions go unrecorded without a word.',
  severity: 'warning',
  blocks: 'session log',
  errorMessages: ['log-group-refused', 'log-bucket-refused', 'session-not-logged'],
  fix: 'safe',
  fixSafety:
    "Only the missing `:*` at the end of a log group's ARN is added, by which the streams in it are covered. For all else the rights are given anew, by `task-role-lacks-log-permissions`.",
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
  const { at, resource, actions, lacksStreams } = mismatch;
  const what = describe(destination);
  const edits = unsure === undefined ? addStreamWildcard(mismatch) : undefined;
  const allows = say`Task role \`${role.id}\` allows ${commas(actions)} on \`${resource}\``;
  return {
    at: isWithin(at, role.at) ? at : role.at,
    message: lacksStreams
      ? say`${allows}, which covers ${what}, but not the streams in it, for lack of \`:*\` at its end: sessions are not recorded there.`
      : say`${allows}, which does not cover what is written to ${what}: sessions are not recorded there.`,
    for: [launcher],
    related: [
      ...(isWithin(at, role.at) ? [] : [{ at, message: say`allowed here` }]),
      { at: destination.at, message: say`sessions are to be recorded here` },
    ],
    unsure,
    fix: edits && { title: say`Let the ARN cover the streams of the log group`, safety: 'safe', edits },
  };
}
