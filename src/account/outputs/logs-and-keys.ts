import { scopeOfArn } from '../../cfn/template/account.ts';
import { say } from '../../i18n/sentence.ts';
import { type DescribedResource, present, reference } from '../described.ts';
import type { Fields } from '../fields.ts';
import { policyDocument } from '../policy-document.ts';

/** `logs describe-log-groups` */
export function logGroups(output: Fields): readonly DescribedResource[] {
  return output.list('logGroups').map(group => {
    const name = group.text('logGroupName');
    const arn = group.text('arn').replace(/:\*$/, '');
    return {
      type: 'AWS::Logs::LogGroup',
      name,
      properties: present({
        LogGroupName: name,
        RetentionInDays: group.integer('retentionInDays'),
        KmsKeyId: group.optionalText('kmsKeyId'),
        LogGroupClass: group.optionalText('logGroupClass'),
      }),
      physicalIds: [arn, `${arn}:*`] as const,
      ...scopeOfArn(arn),
    };
  });
}

/** `kms describe-key`. What a key that AWS manages allows is not for policies to say. */
export function key(output: Fields): readonly DescribedResource[] {
  const metadata = output.optionalFields('KeyMetadata');
  if (!metadata || metadata.optionalText('KeyManager') === 'AWS') return [];
  const id = metadata.text('KeyId');
  const arn = metadata.text('Arn');
  const { properties, ...described } = keyCalled(id);
  return [
    {
      ...described,
      properties: {
        ...properties,
        ...present({
          // False in every state but `Enabled`: keys that are about to be deleted are no use either.
          Enabled: metadata.flag('Enabled'),
          KeyState: metadata.optionalText('KeyState'),
          KeySpec: metadata.optionalText('KeySpec'),
          KeyUsage: metadata.optionalText('KeyUsage'),
        }),
      },
      physicalIds: [id, arn],
      ...scopeOfArn(arn),
      undescribed: ['KeyPolicy'],
    },
  ];
}

/** `kms list-aliases`. Those that AWS reserves tell of no key that sessions can take. */
export function aliases(output: Fields): readonly DescribedResource[] {
  return output.list('Aliases').flatMap((alias): readonly DescribedResource[] => {
    const name = alias.text('AliasName');
    const arn = alias.text('AliasArn');
    const key = alias.optionalText('TargetKeyId');
    if (name.startsWith('alias/aws/') || key === undefined) return [];
    return [
      {
        type: 'AWS::KMS::Alias',
        name,
        properties: { AliasName: name, TargetKeyId: reference(key) },
        physicalIds: [arn],
        ...scopeOfArn(arn),
      },
    ];
  });
}

const KEY_ID = /(?:mrk-[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\da-f])/;

/** `kms get-key-policy`, which does not say of which key: the name of its file has to. */
export function keyPolicy(output: Fields, file: string): readonly DescribedResource[] {
  const policy = output.at('Policy');
  if (!policy) return [];
  const [id] = KEY_ID.exec(file.slice(file.lastIndexOf('/') + 1)) ?? [];
  if (id === undefined)
    throw output.unexpected(
      'Policy',
      say`A key policy does not name its key: put the key id into the name of this file.`,
    );
  const described = keyCalled(id);
  const KeyPolicy = policyDocument(policy.value, policy.path);
  const undescribed = ['Enabled', 'KeySpec', 'KeyUsage'];
  return [
    { ...described, properties: { ...described.properties, KeyPolicy }, physicalIds: [id], undescribed },
  ];
}

/** By the id that references have, which CloudFormation takes nowhere. */
function keyCalled(id: string): Omit<DescribedResource, 'physicalIds'> {
  return { type: 'AWS::KMS::Key', name: id, properties: { KeyId: id } };
}
