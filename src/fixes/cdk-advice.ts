import { textAt } from '../cfn/functions/intrinsic.ts';
import type { Edit } from '../edit/tree/edit.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import { CDK_NETWORK_ADVICE } from './cdk-network-advice.ts';
import {
  type Advice,
  changes,
  constructClass,
  constructName,
  createdType,
  type GeneratedChange,
  launcherOf,
  nameAt,
  placeOf,
  resourceAt,
  sets,
  typeOf,
  writes,
} from './generated-change.ts';

/**
 * What to do in a CDK app, but for permissions.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs-readme.html#ecs-exec
 */
export const CDK_ADVICE: readonly Advice[] = [
  {
    edit: edit => edit.op === 'set' && sets('EnableExecuteCommand')(edit) && !isNoLauncher(edit),
    advice: setFlag,
  },
  { edit: edit => changes('AWS::ECS::Cluster')(edit) && sets('Logging')(edit), advice: record },
  {
    edit: edit => edit.at.path.at(-1) === 'TaskRoleArn',
    advice: (change, edit) =>
      say`give \`${nameAt(change, edit)}\` a \`${isL1(change, edit) ? 'taskRoleArn' : 'taskRole'}\``,
  },
  {
    edit: sets('PlatformVersion'),
    advice: (change, edit) =>
      say`set \`${'platformVersion: FargatePlatformVersion.LATEST'}\` on \`${nameAt(change, edit)}\``,
  },
  {
    edit: edit => changes('AWS::KMS::Key')(edit) && writes(edit, '"logs.'),
    advice: (change, edit) =>
      say`call \`grantEncryptDecrypt(new ServicePrincipal('logs.' + this.region + '.amazonaws.com'))\` on \`${nameAt(change, edit)}\`, so that CloudWatch Logs may use it`,
  },
  {
    edit: edit => changes('AWS::KMS::Key')(edit) && writes(edit, ':root'),
    advice: (change, edit) =>
      say`call \`addToResourcePolicy\` on \`${nameAt(change, edit)}\` with a statement that allows \`kms:*\` to \`new AccountRootPrincipal()\`, so that IAM policies have an effect on it`,
  },
  {
    edit: edit => changes('AWS::Logs::LogGroup')(edit) && edit.at.path.at(-1) === 'KmsKeyId',
    advice: (change, edit) =>
      say`pass \`encryptionKey\` to \`${nameAt(change, edit)}\`, a key that CloudWatch Logs may use, or leave out \`cloudWatchEncryptionEnabled\` where the cluster is created`,
  },
  {
    edit: sets('ReadonlyRootFilesystem'),
    advice: (change, edit) => onContainer(change, edit, 'readonlyRootFilesystem: false'),
  },
  {
    edit: sets('InitProcessEnabled'),
    advice: (change, edit) =>
      onContainer(
        change,
        edit,
        isL1(change, edit)
          ? 'linuxParameters: { initProcessEnabled: true }'
          : "linuxParameters: new LinuxParameters(this, 'Init', { initProcessEnabled: true })",
      ),
  },
  {
    edit: edit => edit.at.path.includes('Environment') && writes(edit, '169.254.170.2'),
    advice: (change, edit) =>
      onContainer(
        change,
        edit,
        isL1(change, edit)
          ? "environment: [{ name: 'NO_PROXY', value: '169.254.170.2' }]"
          : "environment: { NO_PROXY: '169.254.170.2' }",
      ),
  },
  {
    edit: edit => edit.at.path.includes('AssumeRolePolicyDocument'),
    advice: (change, edit) =>
      say`pass \`assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com')\` to \`${nameAt(change, edit)}\`, within a \`CompositePrincipal\` where others assume it too`,
  },
  ...CDK_NETWORK_ADVICE,
];

/** Whether it is about what does not start tasks, where people put the switch by mistake. */
function isNoLauncher(edit: Edit): boolean {
  return ['AWS::ECS::TaskDefinition', 'AWS::ECS::Cluster'].includes(typeOf(edit) ?? '');
}

/** What has the switch of what starts tasks, where that is not the construct itself. */
const TARGETS: Readonly<Record<string, (name: string) => Sentence>> = {
  'AWS::Events::Rule': name => say`the \`EcsTask\` target of \`${name}\``,
  'AWS::Scheduler::Schedule': name => say`the target of \`${name}\``,
  'AWS::StepFunctions::StateMachine': name => say`the \`EcsRunTask\` of \`${name}\``,
  'AWS::Batch::JobDefinition': name => say`the container definition of \`${name}\``,
};

function setFlag(change: GeneratedChange, edit: Edit): Sentence {
  const name = nameAt(change, edit);
  if (/\.Scheduled\w+Task$/.test(constructClass(change, resourceAt(edit)) ?? ''))
    return say`call \`addPropertyOverride('Targets.0.EcsParameters.EnableExecuteCommand', true)\` on the \`CfnRule\` of \`${name}\`, which has no property for it`;
  const setting = `enableExecuteCommand: ${'value' in edit && edit.value === false ? 'false' : 'true'}`;
  const target = TARGETS[textAt(placeOf(resourceAt(edit), 'Type')) ?? ''];
  return target ? say`set \`${setting}\` on ${target(name)}` : say`set \`${setting}\` on \`${name}\``;
}

/** The cluster that a pattern creates where it is given none. */
const DEFAULT_CLUSTER = /(?:^|\/)EcsDefaultCluster\w+$/;

function record(change: GeneratedChange, edit: Edit): Sentence {
  const name = nameAt(change, edit);
  const places = [
    change.edits.some(sets('CloudWatchLogGroupName')) ? 'cloudWatchLogGroup' : '',
    change.edits.some(sets('S3BucketName')) ? 's3Bucket' : '',
  ].filter(each => each !== '');
  const log = places.length > 0 ? `, logConfiguration: { ${places.join(', ')} }` : '';
  const setting = `executeCommandConfiguration: { logging: ExecuteCommandLogging.OVERRIDE${log} }`;
  const launcher = launcherOf(change);
  return launcher && DEFAULT_CLUSTER.test(name)
    ? say`pass a \`cluster\` to \`${constructName(change, launcher)}\` that is created with \`${setting}\``
    : say`set \`${setting}\` on \`${name}\``;
}

/** The patterns have few properties of containers, and take a task definition that has them. */
function onContainer(change: GeneratedChange, edit: Edit, setting: string): Sentence {
  const name = nameAt(change, edit);
  if (isL1(change, edit)) return say`set \`${setting}\` in the container definition of \`${name}\``;
  return constructClass(change, resourceAt(edit))?.includes('ecs_patterns.')
    ? say`pass a \`taskDefinition\` to \`${name}\`, and \`${setting}\` where \`addContainer\` is called on it`
    : say`pass \`${setting}\` where \`addContainer\` is called on \`${name}\``;
}

function isL1(change: GeneratedChange, edit: Edit): boolean {
  return /\.Cfn\w+$/.test(constructClass(change, resourceAt(edit)) ?? '');
}

/** What the CDK has no property for that is known here. */
export function elsewhereInCdk(change: GeneratedChange): Sentence {
  const edit = change.edits.find(each => each.op !== 'remove') ?? change.edits[0];
  const [, id, section] = edit?.at.path ?? [];
  if (!edit || id === undefined) return say`make it`;
  const type = createdType(edit);
  if (section === undefined) return type === undefined ? say`make it` : say`add an \`${type}\``;
  const name = nameAt(change, edit);
  if (section === 'DependsOn') return say`call \`node.addDependency\` on \`${name}\``;
  if (typeOf(edit)?.startsWith('AWS::IAM::') || isL1(change, edit)) return say`make it on \`${name}\``;
  return say`make it on \`${name}\`, if need be by \`addPropertyOverride\``;
}
