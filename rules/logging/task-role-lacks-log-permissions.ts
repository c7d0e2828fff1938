import {
  commas,
  distinctPlaces,
  havingTaskRole,
  type Launcher,
  notApplicable,
  type Place,
  type Related,
  type RolePermissions,
  type Rule,
  type Sentence,
  say,
  sessionLog,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  allowLogFix,
  type Consequence,
  type Destination,
  describe,
  IMPACTS,
  LOG_CONSEQUENCES,
  logNeeds,
  type MissingPermissions,
  mismatches,
  missingPermissions,
  needsToOpen,
  undecidedNeeds,
  withoutActions,
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
    'If the role allows them on an ARN that is nearly right, that is reported by `log-permission-mismatch`. With `Logging: DEFAULT`, the agent writes to the log groups of the `awslogs` containers, also with the task role; only the log driver uses the task execution role. This is an error if the session is refused without a permission (encryption is required, and the agent cannot verify it). AWS checks `logs:DescribeLogGroups` on all log groups of the region (`log-group::log-stream:`), never on one group, and `logs:DescribeLogStreams` on `log-group:NAME:log-stream:`. Without them, and without `s3:GetEncryptionConfiguration`, the agent still records sessions if no encryption is required. The agent calls these services itself, so a condition on `aws:CalledVia` does not hold. If another condition decides, the check is undecided.',
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
      yield undecided(launcher, log.why, mayRefuse(launcher));
      return;
    }
    if (log.value.destinations.length === 0) {
      yield { ...notApplicable(say`sessions are not recorded`), at: launcher.at, for: [launcher] };
      return;
    }
    const role = launcher.taskRolePermissions();
    const needs = log.value.destinations.flatMap(logNeeds);
    if (role.is === 'unknown') yield undecided(launcher, role.why, needsToOpen(needs).length > 0);
    if (role.is !== 'known') return;
    for (const destination of log.value.destinations)
      yield* judge(launcher, role.value, destination, log.unsure ?? role.unsure);
  },
};

/** @param refuses Whether the session is refused, and not only its log, if the role may not. */
function undecided(launcher: Launcher, why: Sentence, refuses: boolean): Verdict {
  const said = say`Whether the task role of \`${launcher.id}\` may record sessions is not known: ${why}.`;
  const impact = refuses ? ({ blocks: 'session' } as const) : ({ severity: 'warning' } as const);
  return { at: launcher.at, undecided: said, for: [launcher], ...impact };
}

/** Whether the cluster refuses sessions unless the agent can see that their log is encrypted. */
function mayRefuse(launcher: Launcher): boolean {
  const cluster = launcher.cluster();
  return cluster.is === 'known' && cluster.value.mayDemandEncryption();
}

function* judge(
  launcher: Launcher,
  role: RolePermissions,
  destination: Destination,
  unsure: Sentence | undefined,
): Iterable<Verdict> {
  const needs = logNeeds(destination);
  const missing = missingPermissions(role, needs);
  const why = undecidedNeeds(role, needs);
  const refusing = undecidedNeeds(role, needsToOpen(needs));
  if (refusing !== undefined) yield undecided(launcher, refusing, true);
  else if (why !== undefined && missing.length === 0) yield undecided(launcher, why, false);
  // What is allowed on a wrong ARN is reported by `log-permission-mismatch`.
  const onWrongArn = mismatches(role, destination).flatMap(each => each.actions);
  const lacking = withoutActions(missing, onWrongArn);
  if (lacking.length === 0) return;
  const consequence = worstConsequence(lacking);
  yield {
    at: role.at,
    message: message(role, destination, lacking, consequence),
    for: [launcher],
    ...IMPACTS[consequence],
    related: [{ at: destination.at, message: say`sessions are recorded here` }, ...explanations(lacking)],
    unsure,
    fix: unsure === undefined ? allowLogFix(launcher, destination) : undefined,
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

/** Why what the role allows is not enough. */
function explanations(lacking: readonly MissingPermissions[]): readonly Related[] {
  const denied = distinctPlaces(lacking.flatMap(need => need.deniedBy));
  return [
    ...denied.map(at => ({ at, message: say`denied here` })),
    ...onePerStatement(lacking.flatMap(need => need.allowedElsewhere)).map(at => ({
      at,
      message: say`allowed here, but not on the resource that AWS checks`,
    })),
    ...distinctPlaces(lacking.flatMap(need => need.unmetConditions)).map(at => ({
      at,
      message: say`allowed here, but under a \`Condition\` that the requests never meet`,
    })),
  ];
}

/** The first of the actions that one statement lists. */
function onePerStatement(actions: readonly Place[]): readonly Place[] {
  const first = new Map<string, Place>();
  for (const at of actions) {
    const { file } = at.document;
    const statement = JSON.stringify([file, at.path.slice(0, at.path.lastIndexOf('Action'))]);
    if (!first.has(statement)) first.set(statement, at);
  }
  return [...first.values()];
}
