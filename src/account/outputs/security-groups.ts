import { say } from '../../i18n/sentence.ts';
import type { JsonObject } from '../../syntax/json-value.ts';
import { type DescribedResource, present, reference } from '../described.ts';
import type { Fields } from '../fields.ts';

/** `ec2 describe-security-groups` */
export function securityGroups(output: Fields): readonly DescribedResource[] {
  return output.list('SecurityGroups').map(group => {
    const id = group.text('GroupId');
    const ingress = group.list('IpPermissions').flatMap(each => rules(each, 'Source'));
    const egress = group.list('IpPermissionsEgress').flatMap(each => rules(each, 'Destination'));
    for (const key of ['IpPermissions', 'IpPermissionsEgress'])
      if (!group.has(key)) throw group.unexpected(key, say`\`${key}\` is missing.`);
    const vpcId = group.optionalText('VpcId');
    return {
      type: 'AWS::EC2::SecurityGroup',
      name: id,
      properties: present({
        VpcId: vpcId === undefined ? undefined : reference(vpcId),
        SecurityGroupIngress: ingress.length > 0 ? ingress : undefined,
        SecurityGroupEgress: egress.length > 0 ? egress : [NOTHING],
      }),
      physicalIds: [id] as const,
      account: group.optionalText('OwnerId'),
    };
  });
}

/** To CloudFormation a group without a rule lets everything out; this is how to write that nothing is let out. */
const NOTHING: JsonObject = { IpProtocol: '-1', CidrIp: '127.0.0.1/32' };

/** One rule for each range, list or group that a permission names. */
function rules(permission: Fields, end: 'Source' | 'Destination'): readonly JsonObject[] {
  const ports = present({
    IpProtocol: permission.text('IpProtocol'),
    FromPort: permission.integer('FromPort'),
    ToPort: permission.integer('ToPort'),
  });
  const named = (list: string, key: string, written: string): readonly JsonObject[] =>
    permission.list(list).map(each => ({ ...ports, [written]: each.text(key) }));
  return [
    ...named('IpRanges', 'CidrIp', 'CidrIp'),
    ...named('Ipv6Ranges', 'CidrIpv6', 'CidrIpv6'),
    ...named('PrefixListIds', 'PrefixListId', `${end}PrefixListId`),
    ...permission
      .list('UserIdGroupPairs')
      .map(each => ({ ...ports, [`${end}SecurityGroupId`]: reference(each.text('GroupId')) })),
  ];
}
