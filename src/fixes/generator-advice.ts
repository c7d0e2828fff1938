import type { Generator } from '../cfn/template/generator.ts';
import type { Edit } from '../edit/tree/edit.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import {
  changes,
  constructAt,
  createdType,
  type GeneratedChange,
  grants,
  isForSessions,
  isService,
  isWithoutFlag,
  launcherOf,
  manifestAt,
  sets,
  typeOf,
} from './generated-change.ts';

/** What to do where a template comes from: goes on from the change that is to be made. */
export function adviceFor(generator: Generator, change: GeneratedChange): Sentence {
  const row = ADVICE.find(
    each => each.generator === generator && (each.when ?? always)(change) && change.edits.some(each.edit),
  );
  return row ? row.advice(change, change.edits.find(row.edit)) : elsewhere(generator, change.edits);
}

/** What to say of a change that a generator has its own words for. The first row that fits counts. */
interface Row {
  readonly generator: Generator;
  /** The edit that it is about. */
  readonly edit: (edit: Edit) => boolean;
  readonly when?: (change: GeneratedChange) => boolean;
  readonly advice: (change: GeneratedChange, edit: Edit | undefined) => Sentence;
}

const SESSION = /"ssmmessages:/;
const LOGS = /"(?:logs|s3):/;
const KEY = /"kms:Decrypt/;
const always = (): boolean => true;

/**
 * With `enableExecuteCommand` the services of the CDK grant what sessions need to their task role, and `CfnService`,
 * events, schedules and state machines do not.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs-readme.html#ecs-exec
 * https://github.com/honkinglin/serverless-fargate and https://github.com/svdgraaf/serverless-fargate-tasks
 * https://aws.github.io/copilot-cli/docs/manifest/backend-service/
 */
const ADVICE: readonly Row[] = [
  {
    generator: 'cdk',
    edit: edit => edit.op === 'set' && edit.at.path.at(-1) === 'EnableExecuteCommand',
    advice: (_, edit) => {
      const value = edit?.op === 'set' && typeof edit.value === 'boolean' ? `: ${edit.value}` : '';
      return say`set \`${`enableExecuteCommand${value}`}\` on \`${constructAt(edit)}\``;
    },
  },
  {
    generator: 'cdk',
    edit: changes('AWS::ECS::Cluster'),
    advice: (_, edit) =>
      say`set \`executeCommandConfiguration: { logging: ExecuteCommandLogging.OVERRIDE, logConfiguration: { cloudWatchLogGroup } }\` on the cluster \`${constructAt(edit)}\``,
  },
  {
    generator: 'cdk',
    edit: edit => edit.at.path.at(-1) === 'TaskRoleArn',
    advice: (_, edit) => say`give the task definition \`${constructAt(edit)}\` its \`taskRole\``,
  },
  {
    generator: 'cdk',
    edit: grants(SESSION),
    when: isWithoutFlag,
    advice: change =>
      say`set \`enableExecuteCommand: true\` on \`${launcherOf(change)}\`, with which its task role gets these permissions`,
  },
  {
    generator: 'cdk',
    edit: grants(SESSION),
    when: isService,
    advice: change =>
      say`call \`addToTaskRolePolicy\` on the task definition of \`${launcherOf(change)}\`: ECS Exec is on there and grants nothing, as with \`CfnService\`, property overrides and imported roles`,
  },
  {
    generator: 'cdk',
    edit: grants(SESSION),
    advice: change =>
      say`call \`addToTaskRolePolicy\` on the task definition that \`${launcherOf(change)}\` runs: targets of events, schedules and state machines grant nothing`,
  },
  {
    generator: 'cdk',
    edit: grants(LOGS),
    when: isWithoutFlag,
    advice: change =>
      say`set \`enableExecuteCommand: true\` on \`${launcherOf(change)}\`, and name the log in \`executeCommandConfiguration\` of its cluster: with both its task role gets these permissions`,
  },
  {
    generator: 'cdk',
    edit: grants(LOGS),
    when: isService,
    advice: change =>
      say`name the log in \`executeCommandConfiguration\` of the cluster, since under \`@aws-cdk/aws-ecs:reduceEc2FargateCloudWatchPermissions\` nothing is granted without it, or call \`addToTaskRolePolicy\` on the task definition of \`${launcherOf(change)}\`, since a \`CfnService\` grants nothing at all`,
  },
  {
    generator: 'cdk',
    edit: grants(KEY),
    when: isService,
    advice: change =>
      say`pass the key itself as \`kmsKey\` and not its \`Alias\`, on whose ARN a permission has no effect, or call \`grantDecrypt\` on the key with the task role of \`${launcherOf(change)}\``,
  },
  {
    generator: 'cdk',
    edit: grants(/"(?:logs|s3|kms):/),
    advice: change =>
      say`call \`addToTaskRolePolicy\` on the task definition that \`${launcherOf(change)}\` runs: targets of events, schedules and state machines grant nothing`,
  },
  {
    generator: 'cdk',
    edit: edit => createdType(edit) === 'AWS::EC2::VPCEndpoint' && isForSessions(edit),
    advice: () =>
      say`call \`addInterfaceEndpoint('SsmMessages', { service: InterfaceVpcEndpointAwsService.SSM_MESSAGES })\` on the VPC`,
  },
  {
    generator: 'cdk',
    edit: changes('AWS::KMS::Key'),
    advice: (_, edit) =>
      say`call \`addToResourcePolicy\` on the key \`${constructAt(edit)}\`: \`cloudWatchEncryptionEnabled\` adds no statement for CloudWatch Logs`,
  },
  {
    generator: 'cdk',
    edit: sets('ReadonlyRootFilesystem'),
    advice: (_, edit) =>
      say`set \`readonlyRootFilesystem\` where \`addContainer\` is called on \`${constructAt(edit)}\``,
  },
  {
    generator: 'cdk',
    edit: sets('InitProcessEnabled'),
    advice: (_, edit) =>
      say`pass \`linuxParameters: new LinuxParameters(this, 'Init', { initProcessEnabled: true })\` where \`addContainer\` is called on \`${constructAt(edit)}\``,
  },
  {
    generator: 'serverless',
    edit: edit => edit.at.path.at(-1) === 'EnableExecuteCommand',
    advice: () =>
      say`set \`EnableExecuteCommand\` in \`serverless.yml\`, with serverless-fargate under \`cloudFormationResource.service\`, with serverless-fargate-tasks under \`override.service\``,
  },
  {
    generator: 'serverless',
    edit: grants(/"(?:ssmmessages|logs|s3|kms):/),
    advice: () =>
      say`add the statement in \`serverless.yml\`, under \`provider.iam.role.statements\` or to the role under \`resources\``,
  },
  {
    generator: 'copilot',
    edit: edit => edit.at.path.at(-1) === 'EnableExecuteCommand',
    advice: (_, edit) => say`set \`exec: true\` in \`${manifestAt(edit)}\``,
  },
  {
    generator: 'copilot',
    edit: grants(SESSION),
    when: isWithoutFlag,
    advice: (_, edit) =>
      say`set \`exec: true\` in \`${manifestAt(edit)}\`, with which the task role gets these permissions`,
  },
];

/** How a change is made that the generator has no setting of its own for, or one that is called something else. */
function elsewhere(generator: Generator, edits: readonly Edit[]): Sentence {
  switch (generator) {
    case 'cdk':
      return elsewhereInCdk(edits.find(each => each.op !== 'remove') ?? edits[0]);
    case 'sam':
      return say`make it in the template that this one is built from`;
    case 'serverless':
      return say`make it under \`resources\` in \`serverless.yml\``;
    case 'copilot':
      return say`make it with \`copilot svc override\`, or with \`copilot env override\` for what services share`;
  }
}

function elsewhereInCdk(edit: Edit | undefined): Sentence {
  const [, id, section] = edit?.at.path ?? [];
  if (!edit || id === undefined || section === undefined) return say`make it`;
  const name = constructAt(edit);
  if (section === 'DependsOn') return say`call \`node.addDependency\` on \`${name}\``;
  if (typeOf(edit)?.startsWith('AWS::IAM::')) return say`make it on \`${name}\``;
  return say`make it on \`${name}\`, if need be by \`addPropertyOverride\``;
}
