import { type Rule, say, set } from '../../src/rule/index.ts';
import { clusterLogs, LogGroup } from '../../src/rule/logging.ts';

export const logRetentionUnset: Rule = {
  id: 'log-retention-unset',
  summary: 'The log group for sessions never expires, or keeps events for one day only.',
  why: 'Session logs, with everything shown in them, are kept and billed forever. In a log group of the class DELIVERY they are gone after a day.',
  severity: 'info',
  properties: ['AWS::Logs::LogGroup.RetentionInDays', 'AWS::Logs::LogGroup.LogGroupClass'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: logs older than the retention (90 days unless configured) are deleted. The class of a log group cannot be changed, so there is no fix for that.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
  ],

  *checkCluster(cluster, { retentionInDays }, launchers) {
    const logs = clusterLogs(cluster);
    if (logs.is !== 'known') return;
    for (const { kind, resource, at } of logs.value) {
      if (kind !== 'log group' || !resource) continue;
      const group = new LogGroup(resource);
      const related = [{ at, message: say`sessions are recorded in it` }];
      const logGroupClass = group.logGroupClass();
      if (logGroupClass.is === 'known' && logGroupClass.value === 'DELIVERY') {
        const message = say`Log group \`${resource.id}\` has the class DELIVERY, which keeps events for one day: session logs are gone after that.`;
        yield { at: logGroupClass.at, message, for: launchers, related, unsure: logGroupClass.unsure };
        continue;
      }
      const retention = group.retentionInDays();
      if (logGroupClass.is === 'unknown' || retention.is !== 'absent') continue;
      yield {
        at: resource.at,
        message: say`Log group \`${resource.id}\` has no \`RetentionInDays\`: session logs are kept forever.`,
        for: launchers,
        related,
        fix: {
          title: say`Keep logs for ${retentionInDays} days`,
          safety: 'unsafe',
          edits: [set(retention.at, retentionInDays)],
        },
      };
    }
  },
};
