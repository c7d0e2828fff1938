/**
 * What `Fn::GetAtt` gives of the types that ECS Exec depends on: the read-only properties in the schemas of the
 * CloudFormation registry. A type that is not listed may have any attribute.
 */
export const ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::ECS::Cluster', ['Arn']],
  ['AWS::ECS::Service', ['Name', 'ServiceArn']],
  ['AWS::ECS::TaskDefinition', ['TaskDefinitionArn']],
  ['AWS::IAM::Role', ['Arn', 'RoleId']],
  [
    'AWS::IAM::ManagedPolicy',
    [
      'AttachmentCount',
      'CreateDate',
      'DefaultVersionId',
      'IsAttachable',
      'PermissionsBoundaryUsageCount',
      'PolicyArn',
      'PolicyId',
      'UpdateDate',
    ],
  ],
  ['AWS::IAM::InstanceProfile', ['Arn']],
  ['AWS::KMS::Key', ['Arn', 'KeyId']],
  ['AWS::Logs::LogGroup', ['Arn']],
]);

/** The one attribute of a type that is an ARN. */
export function arnAttribute(type: string): string | undefined {
  const attributes = type === 'AWS::S3::Bucket' ? ['Arn'] : (ATTRIBUTES.get(type) ?? []);
  const [only, another] = attributes.filter(each => each.endsWith('Arn'));
  return another === undefined ? only : undefined;
}
