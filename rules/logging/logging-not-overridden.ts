import {
  type Fix,
  isLiteral,
  isWritten,
  type Launcher,
  type Rule,
  type Sentence,
  type Settings,
  say,
  sessionLog,
  set,
  strayFrom,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  type Cluster,
  type InvalidLogging,
  isUsedWithoutExec,
  recordSessions,
  riskForImporters,
  riskOfRecording,
} from '../../src/rule/logging.ts';

export const loggingNotOverridden: Rule = {
  id: 'logging-not-overridden',
  summary: 'A cluster does not record its sessions in a dedicated log group or bucket (`Logging: OVERRIDE`).',
  why: 'What is typed in a session is not recorded, or ends up in the application log; CloudTrail only shows that a session was opened.',
  severity: 'error',
  blocks: 'session log',
  properties: ['ExecuteCommandConfiguration', 'ExecuteCommandConfiguration.Logging'],
  errorMessages: ['logging-not-override', 'session-not-logged'],
  fix: 'safe',
  fixSafety:
    'Safe, except if `NONE` is set explicitly, if a log group must be encrypted and a key has to be created for it, or if the task role of a known service could not write to the new destination: a role in another template that cannot refer to it, or a role that is not visible while sessions are recorded today. It is also unsafe if the cluster is exported and nothing here runs on it, because services in other templates may. The fix adds a resource without a fixed name that outlives the stack: a log group that expires (90 days unless configured), or an encrypted bucket that blocks public access. An existing log group or bucket is used if its name says that it is for ECS Exec and nothing else writes to it. If there is a `LogConfiguration` with a destination, it is kept, and only `Logging` is set. A misspelled `Logging`, such as `override`, is corrected. The permissions that the task roles need come in the same run, from `task-role-lacks-log-permissions`.',
  notes:
    'If a cluster runs tasks and none of them has, or should have, ECS Exec on, the severity is only `info`. `--log-destination` and the configuration choose the destination: a log group (the default), a bucket, or both. Logs are written when a session ends. cfn-lint, checkov and cfn_nag may ask for access logging and versioning on a new bucket, and for a KMS key on a new log group.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandconfiguration.html',
  ],

  *checkLauncher(launcher, settings) {
    const cluster = launcher.cluster();
    const why = cluster.is === 'unknown' ? cluster.why : cluster.is === 'known' ? cluster.unsure : undefined;
    if (why !== undefined) {
      const undecided = say`Whether sessions on \`${launcher.id}\` are recorded is not known: ${why}.`;
      yield { at: cluster.at, undecided, for: [launcher] };
    } else if (cluster.is === 'known') yield* judge(cluster.value, settings, [launcher]);
  },

  *checkCluster(cluster, settings) {
    const isOutOfUse = isUsedWithoutExec(cluster, settings.exec === 'required');
    for (const verdict of judge(cluster, settings, []))
      yield isOutOfUse ? { ...verdict, severity: 'info' } : verdict;
  },
};

function* judge(cluster: Cluster, settings: Settings, launchers: readonly Launcher[]): Iterable<Verdict> {
  const invalid = cluster.invalidLogging();
  if (invalid) {
    yield reject(cluster, invalid, launchers);
    return;
  }
  const logging = cluster.logging();
  if (
    logging.is === 'unknown' ||
    (logging.is === 'known' && logging.unsure && logging.value === 'OVERRIDE')
  ) {
    const why = logging.is === 'unknown' ? logging.why : logging.unsure;
    yield {
      at: logging.at,
      undecided: say`Whether \`${cluster.id}\` records sessions is not known: ${why ?? ''}.`,
      for: launchers,
    };
    return;
  }
  const mode = logging.is === 'known' ? logging.value : undefined;
  if (mode === 'OVERRIDE') return;
  const unsure = logging.is === 'known' ? logging.unsure : undefined;
  yield {
    at: isWritten(logging.at) ? logging.at : cluster.at,
    message: defect(cluster, mode, launchers),
    for: launchers,
    ...(isRejected(cluster, mode) && { blocks: 'deploy' }),
    unsure,
    fix: unsure === undefined ? fix(cluster, settings, mode, launchers) : undefined,
  };
}

function reject(
  { id }: Cluster,
  { at, value, meant }: InvalidLogging,
  launchers: readonly Launcher[],
): Verdict {
  return {
    at,
    message: say`Cluster \`${id}\` sets \`Logging: ${value}\`, which is not DEFAULT, NONE or OVERRIDE: CloudFormation rejects it.`,
    for: launchers,
    blocks: 'deploy',
    fix:
      meant !== undefined && isLiteral(at)
        ? { title: say`Write \`${meant}\``, safety: 'safe', edits: [set(at, meant)] }
        : undefined,
  };
}

/** ECS rejects a cluster that names a destination and keeps `Logging` at `DEFAULT`. */
function isRejected(cluster: Cluster, mode: 'DEFAULT' | 'NONE' | undefined): boolean {
  return mode !== 'NONE' && cluster.find('LogConfiguration').is !== 'absent';
}

function defect(
  cluster: Cluster,
  mode: 'DEFAULT' | 'NONE' | undefined,
  launchers: readonly Launcher[],
): Sentence {
  const { id } = cluster;
  if (mode === 'NONE')
    return say`Cluster \`${id}\` sets \`Logging: NONE\`: nothing that is typed in a session is recorded.`;
  if (isRejected(cluster, mode))
    return say`Cluster \`${id}\` has a \`LogConfiguration\` without \`Logging: OVERRIDE\`: the deployment fails with "You must set logging to 'OVERRIDE' when you supply a log configuration".`;
  const said = mode
    ? say`Cluster \`${id}\` sets \`Logging: DEFAULT\``
    : say`Cluster \`${id}\` has no session logging configured (\`Logging\` defaults to DEFAULT)`;
  const silent = launchers.find(launcher => {
    const log = sessionLog(launcher);
    return log.is === 'known' && log.value.destinations.length === 0;
  });
  return silent
    ? say`${said}, and no container of \`${silent.id}\` logs with \`awslogs\`: its sessions are not recorded.`
    : say`${said}: at best, sessions are recorded in the \`awslogs\` log groups of the containers.`;
}

function fix(
  cluster: Cluster,
  settings: Settings,
  mode: 'DEFAULT' | 'NONE' | undefined,
  launchers: readonly Launcher[],
): Fix {
  const recording = recordSessions(cluster, settings);
  const { where, edits, takesKey } = recording;
  const [warning = riskForImporters(cluster)] = launchers.flatMap(
    each => riskOfRecording(cluster, each, recording) ?? [],
  );
  const isDecided = mode === 'NONE';
  return {
    title: where ? say`Record sessions in ${where}` : say`Set \`Logging\` to OVERRIDE`,
    safety: isDecided || takesKey || warning ? 'unsafe' : 'safe',
    warning,
    edits,
    preconditions: strayFrom(cluster.resource),
  };
}
