import {
  type Cluster,
  type Fix,
  isWritten,
  type Rule,
  recordInLogGroup,
  type Service,
  type Settings,
  sessionLog,
  set,
  type Verdict,
} from '../../src/rule.ts';

export const loggingNotOverridden: Rule = {
  id: 'logging-not-overridden',
  summary: 'A cluster does not have its sessions recorded in a place of their own (`Logging: OVERRIDE`).',
  why: 'What is typed in a session goes unrecorded, or into the log of the application; CloudTrail only knows that a session was opened.',
  severity: 'error',
  fix: 'safe',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandconfiguration.html',
  ],

  *checkService(service, settings) {
    const cluster = service.cluster();
    if (cluster.is === 'known') yield* judge(cluster.value, settings, [service]);
    if (cluster.is !== 'unknown') return;
    const undecided = `Whether sessions on \`${service.id}\` are recorded is not known: ${cluster.why}.`;
    yield { at: cluster.at, undecided, for: [service] };
  },

  *checkCluster(cluster, settings) {
    yield* judge(cluster, settings, []);
  },
};

function* judge(cluster: Cluster, settings: Settings, services: readonly Service[]): Iterable<Verdict> {
  const logging = cluster.logging();
  if (
    logging.is === 'unknown' ||
    (logging.is === 'known' && logging.unsure && logging.value === 'OVERRIDE')
  ) {
    const why = logging.is === 'unknown' ? logging.why : logging.unsure;
    yield {
      at: logging.at,
      undecided: `Whether \`${cluster.id}\` records sessions is not known: ${why}.`,
      for: services,
    };
    return;
  }
  const mode = logging.is === 'known' ? logging.value : undefined;
  if (mode === 'OVERRIDE') return;
  const unsure = logging.is === 'known' ? logging.unsure : undefined;
  yield {
    at: isWritten(logging.at) ? logging.at : cluster.at,
    message: `Cluster \`${cluster.id}\` ${defect(cluster, mode, services)}`,
    for: services,
    unsure,
    fix: unsure === undefined ? fix(cluster, settings, mode) : undefined,
  };
}

function hasDestination(cluster: Cluster): boolean {
  return cluster.find('LogConfiguration').is !== 'absent';
}

function defect(
  cluster: Cluster,
  mode: 'DEFAULT' | 'NONE' | undefined,
  services: readonly Service[],
): string {
  if (mode === 'NONE') return 'sets `Logging: NONE`: nothing that is typed in a session is recorded.';
  if (hasDestination(cluster))
    return 'has a `LogConfiguration` that counts only under `Logging: OVERRIDE`: the deploy is rejected with "You must set logging to \'OVERRIDE\' when you supply a log configuration".';
  const said = mode
    ? 'sets `Logging: DEFAULT`'
    : 'does not say where sessions are recorded (`Logging` is DEFAULT)';
  const silent = services.find(service => {
    const log = sessionLog(service);
    return log.is === 'known' && log.value.destinations.length === 0;
  });
  return silent
    ? `${said}, and no container of \`${silent.id}\` logs with \`awslogs\`: its sessions are recorded nowhere.`
    : `${said}: sessions are recorded only in the logs of containers that use \`awslogs\`, if at all.`;
}

function fix(cluster: Cluster, settings: Settings, mode: 'DEFAULT' | 'NONE' | undefined): Fix {
  const safety = mode === 'NONE' ? 'unsafe' : 'safe';
  if (hasDestination(cluster))
    return { title: 'Set `Logging` to OVERRIDE', safety, edits: [set(cluster.place('Logging'), 'OVERRIDE')] };
  const edits = recordInLogGroup(cluster, settings.retentionInDays);
  return { title: 'Record sessions in a log group of their own', safety, edits };
}
