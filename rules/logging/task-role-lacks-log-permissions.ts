import {
  type Destination,
  describe,
  type Fix,
  grantLog,
  isDenied,
  type Launcher,
  logNeeds,
  type Role,
  type Rule,
  sessionLog,
  undecidedNeeds,
  unmet,
  type Verdict,
} from '../../src/rule.ts';

export const taskRoleLacksLogPermissions: Rule = {
  id: 'task-role-lacks-log-permissions',
  summary: 'The task role lacks the rights to write sessions to where they are to be recorded.',
  why: 'The agent in the container writes the record itself, with the task role. Without the rights the session works and leaves no trace; where encryption is demanded it is refused.',
  severity: 'error',
  fix: 'safe',
  fixSafety:
    'Safe: an inline policy is added that allows no more than is missing, on that log group or bucket alone. Where the record goes to the logs of the containers there is no fix: sessions are given a place of their own first.',
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
      yield undecided(launcher, role.is === 'unknown' ? role.why : 'there is no task role to ask');
      return;
    }
    const unsure = log.unsure ?? role.unsure;
    for (const destination of log.value.destinations)
      yield* judge(launcher, role.value, destination, log.value.mode === 'OVERRIDE', unsure);
  },
};

function undecided(launcher: Launcher, why: string): Verdict {
  const said = `Whether the task role of \`${launcher.id}\` may record sessions is not known: ${why}.`;
  return { at: launcher.at, undecided: said, for: [launcher], severity: 'warning' };
}

function* judge(
  launcher: Launcher,
  role: Role,
  destination: Destination,
  isOwnPlace: boolean,
  unsure: string | undefined,
): Iterable<Verdict> {
  const needs = logNeeds(destination);
  const lacking = unmet(role, needs);
  if (lacking.length === 0) {
    const why = undecidedNeeds(role, needs);
    if (why !== undefined) yield undecided(launcher, why);
    return;
  }
  const isRefused = lacking.some(need => need.refusesSession);
  const actions = lacking.flatMap(need => need.actions).join(', ');
  const result = isRefused ? 'sessions are refused' : 'sessions are not recorded there';
  yield {
    at: role.at,
    message: `Task role \`${role.id}\` does not allow ${actions} for ${describe(destination)}: ${result}.`,
    for: [launcher],
    severity: isRefused ? 'error' : 'warning',
    related: [{ at: destination.at, message: 'sessions are to be recorded here' }],
    // In the log of a container there is nothing to grant: sessions are given a place of their own first.
    unsure,
    fix: isOwnPlace && unsure === undefined && !isDenied(role, needs) ? grant(role, destination) : undefined,
  };
}

function grant(role: Role, destination: Destination): Fix | undefined {
  const edits = grantLog(role, destination, unmet(role, logNeeds(destination)));
  return (
    edits && { title: `Allow \`${role.id}\` to write to ${describe(destination)}`, safety: 'safe', edits }
  );
}
