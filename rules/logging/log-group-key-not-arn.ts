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
  summary: 'The log group that sessions are recorded in names its KMS key by something other than its ARN.',
  why: '`KmsKeyId` of a log group takes an ARN, whatever its name says. With the ID of a key or an alias the log group is not created, and the deploy fails.',
  severity: 'error',
  blocks: 'deploy',
  properties: ['AWS::Logs::LogGroup.KmsKeyId'],
  errorMessages: ['log-key-refused'],
  fix: 'safe',
  fixSafety:
    'Safe: a key of the template is referred to by its ARN (`!GetAtt Key.Arn`), behind an alias too. There is no fix where the key is elsewhere, and where it needs the log group first.',
  notes:
    'CloudFormation lets the ARN of an alias pass, and whether CloudWatch Logs takes it is not documented, so that this is a warning. What comes from a parameter, an import or another stack is not judged.',
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
        ? say`whether CloudWatch Logs takes the ARN of an alias is not documented`
        : unsure;
    yield {
      at: key.at,
      message: message(resource.id, key),
      for: launchers,
      related: [{ at, message: say`sessions are to be recorded here` }],
      unsure: doubt,
      fix: doubt === undefined ? referByArn(key) : undefined,
    };
  }
}

function message(id: string, { is, written }: NonArnKey): Sentence {
  switch (is) {
    case 'alias':
      return say`\`KmsKeyId\` of log group \`${id}\` takes the ARN of a key, and \`${written}\` is an alias: the deploy fails.`;
    case 'alias ARN':
      return say`\`KmsKeyId\` of log group \`${id}\` takes the ARN of a key, and \`${written}\` is that of an alias: the deploy fails.`;
    case 'key ID':
      return say`\`KmsKeyId\` of log group \`${id}\` takes the ARN of a key, and \`${written}\` is not an ARN: the deploy fails.`;
  }
}

function referByArn({ at, key }: NonArnKey): Fix | undefined {
  if (!key) return undefined;
  const edits = [set(at, { 'Fn::GetAtt': [key.id, 'Arn'] })];
  return { title: say`Refer to \`${key.id}\` by its ARN`, safety: 'safe', edits };
}
