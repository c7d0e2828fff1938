import {
  attachmentsTo,
  commas,
  distinctPlaces,
  havingTaskRole,
  type Launcher,
  notApplicable,
  type RolePermissions,
  type Rule,
  type Sentence,
  say,
  seeingCluster,
  type Undecided,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  grantKey,
  hiddenBucketKey,
  type KeyNeeds,
  keyNeeds,
  type MissingPermissions,
  missingPermissions,
  needsToOpen,
  undecidedNeeds,
  worstConsequence,
} from '../../src/rule/logging.ts';

export const taskRoleLacksKmsDecrypt: Rule = {
  id: 'task-role-lacks-kms-decrypt',
  summary: 'The task role is not allowed to use the KMS key that encrypts sessions or session logs.',
  why: 'The agent in the container decrypts the data key of the session with the task role. Without the permission, no session opens; without `kms:GenerateDataKey` on the key of the bucket, nothing is written to it.',
  severity: 'error',
  properties: ['ExecuteCommandConfiguration.KmsKeyId'],
  errorMessages: [
    'data-key-not-decrypted',
    'log-bucket-refused',
    'handshake-timed-out',
    'session-not-logged',
  ],
  fix: 'safe',
  fixSafety:
    "Safe: adds a statement for this key to the role's inline policy `EcsExec`, which is created if needed. If the ARN of the key is not known (an alias, a parameter, an import), the statement allows the key of any ECS Exec session, by its encryption context.",
  notes:
    'The caller of `execute-command` also needs `kms:GenerateDataKey` on the key: see `caller-lacks-data-key`. Permissions that a local key policy grants to the role count. The agent calls KMS itself, so a condition on `kms:ViaService` or `aws:CalledVia` does not hold for `kms:Decrypt`; only `kms:GenerateDataKey` for a bucket comes from S3. If another condition decides, the check is undecided.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html',
  ],

  appliesTo: launcher => havingTaskRole(launcher) ?? seeingCluster(launcher),

  *checkLauncher(launcher) {
    const cluster = launcher.cluster();
    const session = cluster.is === 'known' ? cluster.value.sessionKey() : cluster;
    if (session.is === 'unknown') yield undecided(launcher, session.why);
    const hidden = hiddenBucketKey(launcher);
    if (hidden !== undefined) yield { ...undecided(launcher, hidden), ...OF_LOG };
    const keys = keyNeeds(launcher);
    const role = launcher.taskRolePermissions();
    if (keys.length === 0) {
      const none = notApplicable(say`the cluster does not encrypt sessions with a KMS key`);
      if (session.is === 'absent') yield { ...none, at: launcher.at, for: [launcher] };
      return;
    }
    if (role.is === 'unknown') yield undecided(launcher, role.why);
    if (role.is !== 'known') return;
    for (const each of keys)
      yield* judge(launcher, role.value, { ...each, unsure: each.unsure ?? role.unsure });
  },
};

/** What comes of it where only the log of the session takes the key. */
const OF_LOG = { severity: 'warning', blocks: 'session log' } as const;

function undecided(launcher: Launcher, why: Sentence): Undecided {
  const said = say`Whether the task role of \`${launcher.id}\` may use the key of its sessions is not known: ${why}.`;
  return { at: launcher.at, undecided: said, for: [launcher] };
}

function* judge(launcher: Launcher, role: RolePermissions, each: KeyNeeds): Iterable<Verdict> {
  const { key, needs, unsure } = each;
  const lacking = missingPermissions(role, needs);
  const opening = needsToOpen(needs);
  const recording = needs.filter(need => !opening.includes(need));
  const [refusing, unrecorded] = [undecidedNeeds(role, opening), undecidedNeeds(role, recording)];
  if (refusing !== undefined) yield undecided(launcher, refusing);
  if (unrecorded !== undefined) yield { ...undecided(launcher, unrecorded), ...OF_LOG };
  if (lacking.length === 0) return;
  const isRefused = worstConsequence(lacking) === 'session refused';
  const result = isRefused ? say`sessions are refused` : say`sessions are not recorded in the bucket`;
  const declared = launcher.taskRole();
  const edits = unsure === undefined && declared.is === 'known' ? grantKey(declared.value, each) : undefined;
  yield {
    at: role.at,
    message: message(role, each, lacking, result),
    for: [launcher],
    severity: isRefused ? 'error' : 'warning',
    blocks: isRefused ? 'session' : 'session log',
    related: [
      { at: key.at, message: say`the key is named here` },
      ...distinctPlaces(lacking.flatMap(need => need.deniedBy)).map(at => ({
        at,
        message: say`denied here`,
      })),
      ...distinctPlaces(lacking.flatMap(need => need.allowedElsewhere)).map(at => ({
        at,
        message: say`allowed here, but not for this key (an alias does not cover its key)`,
      })),
      ...distinctPlaces(lacking.flatMap(need => need.unmetConditions)).map(at => ({
        at,
        message: say`allowed here, but under a \`Condition\` that the requests never meet`,
      })),
    ],
    unsure,
    fix: edits && {
      title: say`Allow \`${role.id}\` to use the key \`${key.name}\``,
      safety: 'safe',
      edits,
      preconditions: declared.is === 'known' ? attachmentsTo(declared.value) : [],
    },
  };
}

function message(
  { id }: RolePermissions,
  { key }: KeyNeeds,
  lacking: readonly MissingPermissions[],
  result: Sentence,
): Sentence {
  const actions = commas(lacking.flatMap(need => need.actions));
  return lacking.every(need => need.deniedBy.length > 0)
    ? say`Task role \`${id}\` is denied ${actions} on the key \`${key.name}\`: ${result}.`
    : say`Task role \`${id}\` lacks ${actions} on the key \`${key.name}\`: ${result}.`;
}
