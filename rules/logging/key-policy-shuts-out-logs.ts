import { type Launcher, type Rule, say, type Verdict } from '../../src/rule/index.ts';
import {
  allowKeyUse,
  type Cluster,
  clusterLogs,
  keyPolicyBlocksLogs,
  keyPolicyBlocksRole,
  LogGroup,
} from '../../src/rule/logging.ts';

export const keyPolicyShutsOutLogs: Rule = {
  id: 'key-policy-shuts-out-logs',
  summary: 'The policy of a KMS key keeps CloudWatch Logs, or the task role, from using it.',
  why: 'A log group cannot be made with a key that CloudWatch Logs may not use, and the deploy fails. With a key that leaves nothing to IAM, what the task role allows has no effect, and no session is opened.',
  severity: 'error',
  properties: ['AWS::KMS::Key.KeyPolicy'],
  errorMessages: ['log-key-refused', 'data-key-not-decrypted'],
  fix: 'unsafe',
  fixSafety:
    "Unsafe, since it lets others use the key: a statement for CloudWatch Logs, limited to the log groups of this account and region, or the one by which the account's own policies count (`kms:*` for the account's root).",
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
      message: say`The policy of key \`${id}\` does not let CloudWatch Logs use it: the log group \`${resource.id}\` cannot be made.`,
      for: launchers,
      related: [
        { at: key.at, message: say`\`${resource.id}\` is to be encrypted with it` },
        { at, message: say`sessions are to be recorded here` },
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
    if (role.is !== 'known' || !keyPolicyBlocksRole(key.value, role.value)) continue;
    const edits = allowKeyUse(key.value.resource, 'account');
    yield {
      at,
      message: say`The policy of key \`${id}\` names neither task role \`${role.value.id}\` nor the account, so that no policy of the role counts: sessions are refused.`,
      for: [launcher],
      related: [{ at: key.at, message: say`sessions are encrypted with it` }],
      unsure: key.unsure ?? role.unsure,
      fix: edits && {
        title: say`Let the account's policies decide about \`${id}\``,
        safety: 'unsafe',
        edits,
      },
    };
  }
}
