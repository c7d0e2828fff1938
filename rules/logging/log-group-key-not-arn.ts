import {
  type Fix,
  type Launcher,
  type Rule,
  type Sentence,
  say,
  seeingSessionLog,
  sessionLog,
  set,
  type Verdict,
} from '../../src/rule/index.ts';
import { clusterLogs, type Destination, type NonArnKey, nonArnKey } from '../../src/rule/logging.ts';

export const logGroupKeyNotArn: Rule = {
  id: 'log-group-key-not-arn',
  summary: 'The log group for sessions refers to its KMS key by something other than its ARN.',
  why: '`KmsKeyId` of a log group takes an ARN, despite its name. With a key ID or an alias, the log group is not created, and the deployment fails.',
  severity: 'error',
  blocks: 'deploy',
  properties: ['AWS::Logs::LogGroup.KmsKeyId'],
  errorMessages: ['log-key-refused'],
  fix: 'safe',
  fixSafety:
    'Safe: a key in the template is referenced by its ARN (`!GetAtt Key.Arn`), also through an alias. There is no fix if the key is elsewhere, or depends on the log group.',
  notes:
    'CloudFormation accepts the ARN of an alias, and whether CloudWatch Logs does is not documented, so that is a warning. Values from parameters, imports and other stacks are not checked.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  ],

  appliesTo: seeingSessionLog,

  *checkLauncher(launcher) {
    const log = sessionLog(launcher);
    if (log.is === 'known') yield* judge(log.value.destinations, log.unsure, [launcher]);
  },

  *checkCluster(cluster) {
    const logs = clusterLogs(cluster);
    if (logs.is === 'known') yield* judge(logs.value, logs.unsure, []);
  },
};

function* judge(
  destinations: readonly Destination[],
  unsure: Sentence | undefined,
  launchers: readonly Launcher[],
): Iterable<Verdict> {
  for (const { kind, resource, at } of destinations) {
    const key = kind === 'log group' && resource ? nonArnKey(resource) : undefined;
    if (!key || !resource) continue;
    const doubt =
      key.is === 'alias ARN'
        ? say`whether CloudWatch Logs accepts the ARN of an alias is not documented`
        : unsure;
    yield {
      at: key.at,
      message: message(resource.id, key),
      for: launchers,
      related: [{ at, message: say`sessions are recorded here` }],
      unsure: doubt,
      fix: doubt === undefined ? referByArn(key) : undefined,
    };
  }
}

function message(id: string, { is, written }: NonArnKey): Sentence {
  switch (is) {
    case 'alias':
      return say`\`KmsKeyId\` of log group \`${id}\` takes the ARN of a key, and \`${written}\` is an alias: the deployment fails.`;
    case 'alias ARN':
      return say`\`KmsKeyId\` of log group \`${id}\` takes the ARN of a key, and \`${written}\` is the ARN of an alias: the deployment fails.`;
    case 'key ID':
      return say`\`KmsKeyId\` of log group \`${id}\` takes the ARN of a key, and \`${written}\` is not an ARN: the deployment fails.`;
  }
}

function referByArn({ at, key }: NonArnKey): Fix | undefined {
  if (!key) return undefined;
  const edits = [set(at, { 'Fn::GetAtt': [key.id, 'Arn'] })];
  return { title: say`Refer to \`${key.id}\` by its ARN`, safety: 'safe', edits };
}
