/** The actions that decide about sessions, in the order of the letters of a managed policy. */
export const ACTIONS = [
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
  'logs:DescribeLogGroups',
  'logs:CreateLogStream',
  'logs:DescribeLogStreams',
  'logs:PutLogEvents',
  's3:GetBucketLocation',
  's3:GetEncryptionConfiguration',
  's3:PutObject',
  'kms:Decrypt',
  'kms:GenerateDataKey',
  'ecs:ExecuteCommand',
  'ssm:StartSession',
];
