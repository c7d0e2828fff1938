import { textAt } from '../cfn/functions/intrinsic.ts';
import type { Edit } from '../edit/tree/edit.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import { nodeAt } from '../syntax/place.ts';
import {
  type Advice,
  constructClass,
  constructName,
  type GeneratedChange,
  grants,
  isService,
  isWithoutFlag,
  launcherOf,
  nameAt,
  placeOf,
  referredTo,
  resourceAt,
  writes,
} from './generated-change.ts';

const LOGS = /"(?:logs|s3):/;
const ENCRYPTION = /"s3:GetEncryptionConfiguration/;
const KEY = /"kms:Decrypt/;
const BUCKET_KEY = /"kms:GenerateDataKey/;
const ANY = /"(?:ssmmessages|logs|s3|kms):/;

/**
 * What to do in a CDK app about permissions. With `enableExecuteCommand` the services of the CDK grant their task role
 * what sessions take, but for the key of a bucket; `CfnService`, events, schedules and state machines grant nothing.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs-readme.html#ecs-exec
 */
export const CDK_GRANT_ADVICE: readonly Advice[] = [
  {
    edit: edit => grants(BUCKET_KEY)(edit) && !writes(edit, '"kms:Decrypt'),
    advice: (change, edit) => grantOnKey(change, edit, 'grantEncryptDecrypt'),
  },
  {
    edit: grants(ANY),
    when: change => isWithoutFlag(change) && !isL1(change),
    advice: (change, edit) =>
      grants(LOGS)(edit)
        ? say`set \`enableExecuteCommand: true\` on \`${launcherName(change)}\`, which grants its task role these permissions for the log that \`executeCommandConfiguration\` of its cluster names`
        : say`set \`enableExecuteCommand: true\` on \`${launcherName(change)}\`, which grants its task role these permissions`,
  },
  {
    edit: grants(KEY),
    when: change => isService(change) && !isL1(change),
    advice: change =>
      say`pass the key itself as \`kmsKey\` and not its \`Alias\`, on whose ARN a permission has no effect, or call \`grantDecrypt\` on the key with the task role of \`${launcherName(change)}\``,
  },
  { edit: grants(KEY), advice: (change, edit) => grantOnKey(change, edit, 'grantDecrypt') },
  {
    edit: edit => grants(ENCRYPTION)(edit) && !writes(edit, '"s3:PutObject'),
    when: change => isService(change) && !isL1(change),
    advice: (change, edit) =>
      say`${grantCall(change, edit)}, since ${say`this is granted only with \`s3EncryptionEnabled\``}`,
  },
  {
    edit: grants(LOGS),
    when: change => isService(change) && !isL1(change) && !namesLog(change),
    advice: (change, edit) =>
      say`name the log in \`executeCommandConfiguration\` of the cluster, since without it nothing is granted under \`@aws-cdk/aws-ecs:reduceEc2FargateCloudWatchPermissions\`, or ${grantCall(change, edit)}`,
  },
  {
    edit: grants(ANY),
    advice: (change, edit) => say`${grantCall(change, edit)}, since ${whyNothing(change)}`,
  },
];

/** Why nothing is granted although ECS Exec is on. */
function whyNothing(change: GeneratedChange): Sentence {
  const launcher = launcherOf(change);
  const name = launcher && isL1(change) ? constructClass(change, launcher)?.split('.').at(-1) : undefined;
  if (name !== undefined) return say`\`${name}\` grants nothing`;
  return isService(change)
    ? say`nothing is granted where a property override turns ECS Exec on, or to a role that takes no policies`
    : say`targets of events, schedules and state machines grant nothing`;
}

/** How permissions are granted to the role that an edit is about. */
function grantCall(change: GeneratedChange, edit: Edit): Sentence {
  const name = nameAt(change, edit);
  switch (/(?:TaskDefinition|Role|Policy)$/.exec(classAt(change, edit))?.[0]) {
    case 'TaskDefinition':
      return say`call \`addToTaskRolePolicy\` on \`${name}\``;
    case 'Role':
      return say`call \`addToPolicy\` on \`${name}\``;
    case 'Policy':
      return say`call \`addStatements\` on \`${name}\``;
    default:
      return say`call \`addToTaskRolePolicy\` on the task definition of \`${launcherName(change)}\``;
  }
}

/** How the use of a key is granted to the role that an edit is about. */
function grantOnKey(
  change: GeneratedChange,
  edit: Edit,
  method: 'grantDecrypt' | 'grantEncryptDecrypt',
): Sentence {
  const key = referredTo(edit, 'AWS::KMS::Key');
  const role = launcherName(change);
  if (!key) return say`call \`${method}\` on the key with the task role of \`${role}\``;
  const name = constructName(change, key);
  return constructClass(change, key)?.endsWith('.Bucket')
    ? say`call \`${method}\` on the \`encryptionKey\` of \`${name}\` with the task role of \`${role}\``
    : say`call \`${method}\` on \`${name}\` with the task role of \`${role}\``;
}

/** Whether the cluster of a service, where that is in the same template, says where sessions are recorded. */
function namesLog(change: GeneratedChange): boolean {
  const launcher = launcherOf(change);
  const id = launcher && textAt(placeOf(launcher, 'Properties', 'Cluster', 'Ref'));
  if (!launcher || id === undefined) return false;
  const configuration = ['Configuration', 'ExecuteCommandConfiguration', 'LogConfiguration'];
  return nodeAt(placeOf({ ...launcher, id }, 'Properties', ...configuration)) !== undefined;
}

/** Whether what starts the tasks is a resource as CloudFormation has it. */
function isL1(change: GeneratedChange): boolean {
  const launcher = launcherOf(change);
  return launcher !== undefined && /\.Cfn\w+$/.test(constructClass(change, launcher) ?? '');
}

function launcherName(change: GeneratedChange): string {
  const launcher = launcherOf(change);
  return launcher ? constructName(change, launcher) : '';
}

function classAt(change: GeneratedChange, edit: Edit): string {
  return constructClass(change, resourceAt(edit)) ?? '';
}
