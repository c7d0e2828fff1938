import {
  type Destination,
  describe,
  type Fix,
  grantLog,
  logNeeds,
  type Role,
  type Rule,
  type Service,
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
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging'],

  *checkService(service) {
    const log = sessionLog(service);
    if (log.is === 'absent') return;
    if (log.is === 'unknown') {
      yield undecided(service, log.why);
      return;
    }
    if (log.value.destinations.length === 0) return;
    const role = service.taskRole();
    if (role.is !== 'known') {
      yield undecided(service, role.is === 'unknown' ? role.why : 'there is no task role to ask');
      return;
    }
    for (const destination of log.value.destinations)
      yield* judge(service, role.value, destination, log.value.mode === 'OVERRIDE');
  },
};

function undecided(service: Service, why: string): Verdict {
  const said = `Whether the task role of \`${service.id}\` may record sessions is not known: ${why}.`;
  return { at: service.at, undecided: said, for: [service], severity: 'warning' };
}

function* judge(
  service: Service,
  role: Role,
  destination: Destination,
  isOwnPlace: boolean,
): Iterable<Verdict> {
  const needs = logNeeds(destination);
  const lacking = unmet(role, needs);
  if (lacking.length === 0) {
    const why = undecidedNeeds(role, needs);
    if (why !== undefined) yield undecided(service, why);
    return;
  }
  const isRefused = lacking.some(need => need.refusesSession);
  const actions = lacking.flatMap(need => need.actions).join(', ');
  const result = isRefused ? 'sessions are refused' : 'sessions are not recorded there';
  yield {
    at: role.at,
    message: `Task role \`${role.id}\` does not allow ${actions} for ${describe(destination)}: ${result}.`,
    for: [service],
    severity: isRefused ? 'error' : 'warning',
    related: [{ at: destination.at, message: 'sessions are to be recorded here' }],
    // In the log of a container there is nothing to grant: sessions are given a place of their own first.
    fix: isOwnPlace ? grant(role, destination) : undefined,
  };
}

function grant(role: Role, destination: Destination): Fix | undefined {
  const edits = grantLog(role, destination, unmet(role, logNeeds(destination)));
  return (
    edits && { title: `Allow \`${role.id}\` to write to ${describe(destination)}`, safety: 'safe', edits }
  );
}
