import {
  attachmentsTo,
  commas,
  type Fix,
  type Launcher,
  type Role,
  type Rule,
  type Sentence,
  say,
  sessionLog,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  type Destination,
  describe,
  grantLog,
  logNeeds,
  missingPermissions,
  undecidedNeeds,
} from '../../src/rule/logging.ts';

export const taskRoleLacksLogPermissions: Rule = {
  id: 'task-role-lacks-log-permissions',
  summary: 'The task role lacks the rights to write sessions to where they are to be recorded.',
  why: 'The agent in the container writes the record itself, with the task role. Without the rights the session works and leaves no trace; where encryption is demanded it is refused.',
  severity: 'error',
  blocks: 'session log',
  properties: ['ExecuteCommandConfiguration.LogConfiguration'],
  fix: 'safe',
  fixSafety:
    "Safe: adds statements for this log group or bucket to the role's inline policy `EcsExec`, which holds all that ECS Exec takes and is created where there is none. `logs:DescribeLogGroups` and `s3:GetBucketLocation` are on `*`, as documented. Where `logging-not-overridden` sets a dedicated log group or bucket in the same run, the permissions are for that one.",
  notes:
    'Under `Logging: DEFAULT` the agent writes to the log groups of the `awslogs` containers, with the task role too: the execution role is what the log driver uses. Where the session is refused without a right (encryption is demanded, and the agent cannot see it) this is an error.',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging'],

  *checkLauncher(launcher) {
    const log = sessionLog(launcher);
    if (log.is === 'absent') return;
    if (log.is === 'unknown') {
      yield undecided(launcher, log.why);
      return;
    }
    if (log.value.destinations.length === 0) return;
    const role = launcher.taskRole();
    if (role.is !== 'known') {
      yield undecided(launcher, role.is === 'unknown' ? role.why : say`there is no task role to ask`);
      return;
    }
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
  role: Role,
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
  const isRefused = lacking.some(need => need.refusesSession);
  const result = isRefused ? say`sessions are refused` : say`sessions are not recorded there`;
  yield {
    at: role.at,
    message: say`Task role \`${role.id}\` does not allow ${commas(lacking.flatMap(need => need.actions))} for ${describe(destination)}: ${result}.`,
    for: [launcher],
    severity: isRefused ? 'error' : 'warning',
    related: [{ at: destination.at, message: say`sessions are to be recorded here` }],
    unsure,
    fix: unsure === undefined ? permissionFix(launcher, role, destination) : undefined,
  };
}

/** Where sessions are recorded may be about to change, and so may what the role has. */
function permissionFix(launcher: Launcher, role: Role, destination: Destination): Fix | undefined {
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
