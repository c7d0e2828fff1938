/**
 * The properties, of the resources that sessions depend on, which mean no more when they are left out than that there
 * is nothing of the kind: by type and path, items of lists as `*`, each with the types of the resources that it may
 * name. What CloudFormation demands is not among them, nor what says how tasks run when it is left out (`LaunchType`,
 * `Cpu`) or what sessions need (`TaskRoleArn`).
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
export function optionalProperty(type: string, path: string): readonly string[] | undefined {
  return OPTIONAL.get(type)?.get(path);
}

type Properties = Readonly<Record<string, readonly string[]>>;

const NOTHING: readonly string[] = [];
const KEYS: readonly string[] = ['AWS::KMS::Key', 'AWS::KMS::Alias'];

function none(prefix: string, names: string): Properties {
  return Object.fromEntries(names.split(' ').map(name => [`${prefix}${name}`, NOTHING]));
}

const EXEC = 'Configuration.ExecuteCommandConfiguration';
const LOGS = `${EXEC}.LogConfiguration`;

const CLUSTER: Properties = {
  ...none('', 'ClusterName ClusterSettings Configuration DefaultCapacityProviderStrategy Tags'),
  CapacityProviders: ['AWS::ECS::CapacityProvider'],
  ServiceConnectDefaults: ['AWS::ServiceDiscovery::HttpNamespace'],
  [EXEC]: NOTHING,
  [`${EXEC}.KmsKeyId`]: KEYS,
  [LOGS]: NOTHING,
  [`${LOGS}.CloudWatchLogGroupName`]: ['AWS::Logs::LogGroup'],
  [`${LOGS}.S3BucketName`]: ['AWS::S3::Bucket'],
  ...none(`${LOGS}.`, 'CloudWatchEncryptionEnabled S3EncryptionEnabled S3KeyPrefix'),
};

const SERVICE: Properties = none(
  '',
  'EnableECSManagedTags HealthCheckGracePeriodSeconds PlacementConstraints PlacementStrategies PlatformVersion ' +
    'PropagateTags ServiceName Tags',
);

const TASK_DEFINITION: Properties = {
  ...none('', 'EphemeralStorage Family IpcMode PidMode PlacementConstraints Tags Volumes'),
  ...none(
    'ContainerDefinitions.*.',
    'Command DependsOn DockerLabels DockerSecurityOptions EntryPoint Environment EnvironmentFiles ExtraHosts ' +
      'HealthCheck Links LinuxParameters MountPoints PortMappings ReadonlyRootFilesystem ResourceRequirements ' +
      'StartTimeout StopTimeout SystemControls Ulimits User VolumesFrom WorkingDirectory',
  ),
  'ContainerDefinitions.*.LinuxParameters.InitProcessEnabled': NOTHING,
};

const ROLE: Properties = {
  ...none('', 'Description MaxSessionDuration Path Policies RoleName Tags'),
  ManagedPolicyArns: ['AWS::IAM::ManagedPolicy'],
};

const LOG_GROUP: Properties = {
  ...none('', 'LogGroupClass LogGroupName RetentionInDays Tags'),
  KmsKeyId: KEYS,
};

const BUCKET: Properties = {
  ...none(
    '',
    'AccessControl BucketName CorsConfiguration LifecycleConfiguration NotificationConfiguration ' +
      'OwnershipControls Tags VersioningConfiguration',
  ),
  BucketEncryption: KEYS,
  LoggingConfiguration: ['AWS::S3::Bucket'],
};

const OPTIONAL: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map(
  Object.entries({
    'AWS::ECS::Cluster': CLUSTER,
    'AWS::ECS::Service': SERVICE,
    'AWS::ECS::TaskDefinition': TASK_DEFINITION,
    'AWS::IAM::ManagedPolicy': none('', 'Description ManagedPolicyName Path'),
    'AWS::IAM::Role': ROLE,
    'AWS::KMS::Key': none('', 'Description EnableKeyRotation PendingWindowInDays Tags'),
    'AWS::Logs::LogGroup': LOG_GROUP,
    'AWS::S3::Bucket': BUCKET,
  }).map(([type, properties]) => [type, new Map(Object.entries(properties))]),
);
