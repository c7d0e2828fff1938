import {
  attachmentsTo,
  commas,
  distinctPlaces,
  type Fix,
  havingTaskRole,
  type Launcher,
  notApplicable,
  type Related,
  type RolePermissions,
  type Rule,
  type Sentence,
  say,
  sessionLog,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  type Consequence,
  type Destination,
  describe,
  grantLog,
  IMPACTS,
  LOG_CONSEQUENCES,
  logNeeds,
  type MissingPermissions,
  missingPermissions,
  undecidedNeeds,
  worstConsequence,
} from '../../src/rule/logging.ts';

export const taskRoleLacksLogPermissions: Rule = {
  id: 'task-role-lacks-log-permissions',
  summary: 'The task role lacks permissions to write session logs to their destination.',
  why: 'The agent in the container writes the session log itself, with the task role. Without the permissions, the session works and leaves no trace; if encryption is required, it is refused.',
  severity: 'error',
  blocks: 'session log',
  properties: ['ExecuteCommandConfiguration.LogConfiguration'],
  errorMessages: [
    'log-group-refused',
    'log-bucket-refused',
    'encryption-not-verified',
    'log-group-not-encrypted',
    'log-bucket-not-encrypted',
    'session-not-logged',
  ],
  fix: 'safe',
  fixSafety:
    "Safe: adds statements for this log group or bucket to the role's inline policy `EcsExec`, which is created if needed. `logs:DescribeLogGroups` and `s3:GetBucketLocation` are allowed on `*`, as documented. If `logging-not-overridden` sets a dedicated log group or bucket in the same run, the permissions are for that one.",
  notes:
    'With `Logging: DEFAULT`, the agent writes to the log groups of the `awslogs` containers, also with the task role; only the log driver uses the task execution role. This is an error if the session is refused without a permission (encryption is required, and the agent cannot verify it). AWS checks `logs:DescribeLogGroups` on all log groups of the region (`log-group::log-stream:`), never on one group, and `logs:DescribeLogStreams` on `log-group:NAME:log-stream:`. Without them, and without `s3:GetEncryptionConfiguration`, the agent still records sessions if no encryption is required. The agent calls these services itself, so a condition on `aws:CalledVia` does not hold. If another condition decides, the check is undecided.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html',
    'https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/shell/shell.go',
  ],

  appliesTo: havingTaskRole,

  *checkLauncher(launcher) {
    const log = sessionLog(launcher);
    if (log.is === 'absent') return;
    if (log.is === 'unknown') {
      yield undecided(launcher, log.why);
      return;
    }
    if (log.value.destinations.length === 0) {
      yield { ...notApplicable(say`sessions are not recorded`), at: launcher.at, for: [launcher] };
      return;
    }
    const role = launcher.taskRolePermissions();
    if (role.is === 'unknown') yield undecided(launcher, role.why);
    if (role.is !== 'known') return;
    for (const destination of log.value.destinations)
      yield* judge(launcher, role.value, destination, log.unsure ?? role.unsure);
  },
};

function undecided(launcher: Launcher, why: Sentence): Verdict {
  const said = say`Whether the task role of \`${launcher.id}\` may record sessions is not known: ${why}.`;
  return { at: launcher.at, undecided: said, for: [launcher], severity: 'warning' };
}

function* judge(
  launcher: Launcher,
  role: RolePermissions,
  destination: Destination,
  unsure: Sentence | undefined,
): Iterable<Verdict> {
  const needs = logNeeds(destination);
  const lacking = missingPermissions(role, needs);
  if (lacking.length === 0) {
    const why = undecidedNeeds(role, needs);
    if (why !== undefined) yield undecided(launcher, why);
    return;
  }
  const consequence = worstConsequence(lacking);
  yield {
    at: role.at,
    message: message(role, destination, lacking, consequence),
    for: [launcher],
    ...IMPACTS[consequence],
    related: [{ at: destination.at, message: say`sessions are recorded here` }, ...explanations(lacking)],
    unsure,
    fix: unsure === undefined ? permissionFix(launcher, destination) : undefined,
    fixedBy: ['log-permission-mismatch'],
  };
}

function message(
  { id }: RolePermissions,
  destination: Destination,
  lacking: readonly MissingPermissions[],
  consequence: Consequence,
): Sentence {
  const actions = commas(lacking.flatMap(need => need.actions));
  return lacking.every(need => need.deniedBy.length > 0)
    ? say`Task role \`${id}\` is denied ${actions} for ${describe(destination)}: ${LOG_CONSEQUENCES[consequence]}.`
    : say`Task role \`${id}\` lacks ${actions} for ${describe(destination)}: ${LOG_CONSEQUENCES[consequence]}.`;
}

/** Why what the role allows is not enough; an ARN that is nearly right is told by `log-permission-mismatch`. */
function explanations(lacking: readonly MissingPermissions[]): readonly Related[] {
  const denied = distinctPlaces(lacking.flatMap(need => need.deniedBy));
  const everywhere = lacking.filter(need => need.written === '*');
  return [
    ...denied.map(at => ({ at, message: say`denied here` })),
    ...distinctPlaces(everywhere.flatMap(need => need.allowedElsewhere)).map(at => ({
      at,
      message: say`allowed here, but not on the resource that AWS checks`,
    })),
    ...distinctPlaces(lacking.flatMap(need => need.unmetConditions)).map(at => ({
      at,
      message: say`allowed here, but under a \`Condition\` that the requests never meet`,
    })),
  ];
}

/** Where sessions are recorded may be about to change, and so may what the role has. */
function permissionFix(launcher: Launcher, destination: Destination): Fix | undefined {
  const declared = launcher.taskRole();
  if (declared.is !== 'known') return undefined;
  const role = declared.value;
  const cluster = launcher.cluster();
  const given = cluster.is === 'known' ? [cluster.value.place()] : [];
  const edits = grantLog(role, destination);
  return (
    edits && {
      title: say`Allow \`${role.id}\` to write to ${describe(destination)}`,
      safety: 'safe',
      edits,
      preconditions: [...given, ...attachmentsTo(role)],
    }
  );
}
