import { say } from '../i18n/sentence.ts';
import {
  type Advice,
  constructClass,
  constructName,
  creates,
  type GeneratedChange,
  nameAt,
  referredTo,
  resourceAt,
  sets,
  writes,
} from './generated-change.ts';

/** The interface endpoints that sessions take, by how their names end. */
const ENDPOINTS: readonly (readonly [suffix: string, id: string, service: string])[] = [
  ['.ssmmessages', 'SsmMessages', 'SSM_MESSAGES'],
  ['.kms', 'Kms', 'KMS'],
  ['.logs', 'Logs', 'CLOUDWATCH_LOGS'],
];

/**
 * What to do about the network in a CDK app.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2-readme.html#vpc-endpoints
 */
export const CDK_NETWORK_ADVICE: readonly Advice[] = [
  ...ENDPOINTS.map(
    ([suffix, id, service]): Advice => ({
      edit: edit => creates('AWS::EC2::VPCEndpoint')(edit) && writes(edit, `${suffix}"`),
      advice: (change, edit) =>
        say`call \`${`addInterfaceEndpoint('${id}', { service: InterfaceVpcEndpointAwsService.${service} })`}\` on \`${vpcOf(change, edit)}\``,
    }),
  ),
  {
    edit: edit => creates('AWS::EC2::VPCEndpoint')(edit) && writes(edit, '.s3"'),
    advice: (change, edit) =>
      say`call \`${"addGatewayEndpoint('S3', { service: GatewayVpcEndpointAwsService.S3 })"}\` on \`${vpcOf(change, edit)}\``,
  },
  {
    edit: sets('AssignPublicIp'),
    advice: (change, edit) => say`set \`${'assignPublicIp: true'}\` on \`${nameAt(change, edit)}\``,
  },
  {
    edit: edit => edit.at.path.at(-1) === 'PrivateDnsEnabled',
    advice: (change, edit) =>
      constructClass(change, resourceAt(edit))?.endsWith('.Vpc')
        ? say`pass \`${'privateDnsEnabled: true'}\` where \`addInterfaceEndpoint\` is called on \`${nameAt(change, edit)}\``
        : say`set \`${'privateDnsEnabled: true'}\` on \`${nameAt(change, edit)}\``,
  },
  {
    edit: edit => /^EnableDns/.test(String(edit.at.path.at(-1))),
    advice: (change, edit) =>
      say`set \`${'enableDnsHostnames: true, enableDnsSupport: true'}\` on \`${nameAt(change, edit)}\``,
  },
];

/** The VPC of an endpoint that an edit creates. */
function vpcOf(change: GeneratedChange, edit: Parameters<Advice['edit']>[0]): string {
  const vpc = referredTo(edit, 'AWS::EC2::VPC');
  return vpc ? constructName(change, vpc) : 'Vpc';
}
