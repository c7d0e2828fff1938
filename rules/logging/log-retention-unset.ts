import { type Rule, say, set } from '../../src/rule/index.ts';
import { clusterLogs, LogGroup } from '../../src/rule/logging.ts';

export const logRetentionUnset: Rule = {
  id: 'log-retention-unset',
  summary: 'The log group that sessions are recorded in never expires.',
  why: 'Records of sessions, with whatever was shown in them, are kept and paid for forever.',
  severity: 'info',
  properties: ['AWS::Logs::LogGroup.RetentionInDays'],
  fix: 'unsafe',
  fixSafety: 'Unsafe: what is older than the retention (90 days unless configured) is deleted.',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html'],

  *checkCluster(cluster, { retentionInDays }, launchers) {
    const logs = clusterLogs(cluster);
    if (logs.is !== 'known') return;
    for (const { kind, resource, at } of logs.value) {
      if (kind !== 'log group' || !resource) continue;
      const retention = new LogGroup(resource).retentionInDays();
      if (retention.is !== 'absent') continue;
      yield {
        at: resource.at,
        message: say`Log group \`${resource.id}\` has no \`RetentionInDays\`: records of sessions are kept forever.`,
        for: launchers,
        related: [{ at, message: say`sessions are recorded in it` }],
        fix: {
          title: say`Keep records for ${retentionInDays} days`,
          safety: 'unsafe',
          edits: [set(retention.at, retentionInDays)],
        },
      };
    }
  },
};
