import { type Launcher, type Rule, say, type Verdict } from '../../src/rule/index.ts';
import {
  allowKeyUse,
  type Cluster,
  clusterLogs,
  keyPolicyAdmitsRole,
  keyPolicyBlocksLogs,
  LogGroup,
} from '../../src/rule/logging.ts';

export const keyPolicyShutsOutLogs: Rule = {
  id: 'key-policy-shuts-out-logs',
  summary: 'A KMS key policy does not let CloudWatch Logs, or the task role, use the key.',
  why: 'A log group cannot be created with a key that CloudWatch Logs may not use, and the deployment fails. If the key policy does not enable IAM policies, the permissions of the task role have no effect, and no session opens.',
  severity: 'error',
  properties: ['AWS::KMS::Key.KeyPolicy'],
  errorMessages: ['log-key-refused', 'data-key-not-decrypted'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe because it lets others use the key: adds a statement for CloudWatch Logs, limited to log groups in this account and region, or the one that enables IAM policies (`kms:*` for the account root).',
  notes:
    'A statement for the account under a condition that the agent never meets, such as on `kms:ViaService`, does not enable IAM policies for it. If another condition decides, the check is undecided.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  ],

  *checkCluster(cluster, _, launchers) {
    yield* ofLogGroups(cluster, launchers);
    yield* ofSessions(cluster, launchers);
  },
};

function* ofLogGroups(cluster: Cluster, launchers: readonly Launcher[]): Iterable<Verdict> {
  const logs = clusterLogs(cluster);
  if (logs.is !== 'known') return;
  for (const { kind, resource, at } of logs.value) {
    if (kind !== 'log group' || !resource) continue;
    const key = new LogGroup(resource).key();
    if (key.is !== 'known' || !key.value.resource || !keyPolicyBlocksLogs(key.value.resource)) continue;
    const { id, at: keyAt } = key.value.resource;
    const edits = allowKeyUse(key.value.resource, 'logs');
    yield {
      at: keyAt,
      message: say`The policy of key \`${id}\` does not let CloudWatch Logs use it: log group \`${resource.id}\` cannot be created.`,
      for: launchers,
      related: [
        { at: key.at, message: say`\`${resource.id}\` is encrypted with it` },
        { at, message: say`sessions are recorded here` },
      ],
      unsure: key.unsure ?? logs.unsure,
      fix: edits && { title: say`Let CloudWatch Logs use \`${id}\``, safety: 'unsafe', edits },
    };
  }
}

function* ofSessions(cluster: Cluster, launchers: readonly Launcher[]): Iterable<Verdict> {
  const key = cluster.sessionKey();
  if (key.is !== 'known' || !key.value.resource) return;
  const { id, at } = key.value.resource;
  for (const launcher of launchers) {
    const role = launcher.taskRolePermissions();
    if (role.is !== 'known') continue;
    const admits = keyPolicyAdmitsRole(key.value, role.value);
    if (admits === 'unknown')
      yield {
        at,
        undecided: say`Whether the policy of key \`${id}\` lets task role \`${role.value.id}\` use it is not known: it depends on a \`Condition\`, or on what is only known once deployed.`,
        for: [launcher],
      };
    if (admits !== 'no') continue;
    const edits = allowKeyUse(key.value.resource, 'account');
    yield {
      at,
      message: say`The policy of key \`${id}\` allows neither task role \`${role.value.id}\` nor the account to use it, so the policies of the role have no effect: sessions are refused.`,
      for: [launcher],
      related: [{ at: key.at, message: say`sessions are encrypted with it` }],
      unsure: key.unsure ?? role.unsure,
      fix: edits && {
        title: say`Enable IAM policies for \`${id}\``,
        safety: 'unsafe',
        edits,
      },
    };
  }
}
