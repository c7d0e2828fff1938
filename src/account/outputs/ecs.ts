import { scopeOfArn } from '../../cfn/template/account.ts';
import type { Json } from '../../syntax/json-value.ts';
import { type DescribedResource, present } from '../described.ts';
import type { Fields } from '../fields.ts';
import { converted, type Shape } from '../shape.ts';

const CONFIGURATION: Shape = {
  fields: {
    executeCommandConfiguration: {
      fields: {
        kmsKeyId: 'text',
        logging: 'text',
        logConfiguration: {
          fields: {
            cloudWatchLogGroupName: 'text',
            cloudWatchEncryptionEnabled: 'flag',
            s3BucketName: 'text',
            s3EncryptionEnabled: 'flag',
            s3KeyPrefix: 'text',
          },
        },
      },
    },
  },
};

/**
 * `ecs describe-clusters`. The configuration is only there with `--include CONFIGURATIONS`, and a cluster without one
 * looks the same.
 */
export function clusters(output: Fields): readonly DescribedResource[] {
  return output.list('clusters').flatMap((cluster): readonly DescribedResource[] => {
    const arn = cluster.text('clusterArn');
    const name = cluster.text('clusterName');
    if (cluster.optionalText('status') === 'INACTIVE') return [];
    const configuration = property(cluster, 'configuration', CONFIGURATION);
    return [
      {
        type: 'AWS::ECS::Cluster',
        name,
        properties: present({ ClusterName: name, Configuration: configuration }),
        physicalIds: [arn],
        ...scopeOfArn(arn),
        undescribed: configuration === undefined ? ['Configuration'] : [],
      },
    ];
  });
}

const VPC_CONFIGURATION: Shape = {
  fields: {
    awsvpcConfiguration: {
      fields: { subnets: { listOf: 'text' }, securityGroups: { listOf: 'text' }, assignPublicIp: 'text' },
    },
  },
};

/** `ecs describe-services` */
export function services(output: Fields): readonly DescribedResource[] {
  return output.list('services').flatMap((service): readonly DescribedResource[] => {
    const arn = service.text('serviceArn');
    const name = service.text('serviceName');
    if (service.optionalText('status') === 'INACTIVE') return [];
    return [
      {
        type: 'AWS::ECS::Service',
        name,
        properties: present({
          ServiceName: name,
          Cluster: service.optionalText('clusterArn'),
          TaskDefinition: service.optionalText('taskDefinition'),
          LaunchType: service.optionalText('launchType'),
          EnableExecuteCommand: service.flag('enableExecuteCommand'),
          NetworkConfiguration: property(service, 'networkConfiguration', VPC_CONFIGURATION),
        }),
        physicalIds: [arn],
        ...scopeOfArn(arn),
      },
    ];
  });
}

const NAME_AND_VALUE: Shape = { listOf: { fields: { name: 'text', value: 'text', valueFrom: 'text' } } };

const CONTAINERS: Shape = {
  listOf: {
    fields: {
      name: 'text',
      image: 'text',
      environment: NAME_AND_VALUE,
      secrets: NAME_AND_VALUE,
      environmentFiles: { listOf: { fields: { value: 'text' } } },
      readonlyRootFilesystem: 'flag',
      disableNetworking: 'flag',
      linuxParameters: { fields: { initProcessEnabled: 'flag' } },
      restartPolicy: { fields: { enabled: 'flag' } },
      mountPoints: { listOf: { fields: { containerPath: 'text', readOnly: 'flag', sourceVolume: 'text' } } },
      logConfiguration: { fields: { logDriver: 'text', options: 'texts by name' } },
      firelensConfiguration: { fields: { type: 'text', options: 'texts by name' } },
      dockerLabels: 'texts by name',
    },
  },
};

const PROXY: Shape = {
  fields: { type: 'text', containerName: 'text', properties: NAME_AND_VALUE },
  names: { properties: 'ProxyConfigurationProperties' },
};

const VOLUMES: Shape = {
  listOf: {
    fields: {
      name: 'text',
      dockerVolumeConfiguration: { fields: { driverOpts: 'texts by name', labels: 'texts by name' } },
    },
    names: { efsVolumeConfiguration: 'EFSVolumeConfiguration' },
  },
};

/** `ecs describe-task-definition`. Which revision its family stands for is told by `newestOfFamilies`. */
export function taskDefinition(output: Fields): readonly DescribedResource[] {
  const definition = output.optionalFields('taskDefinition');
  if (!definition) return [];
  const arn = definition.text('taskDefinitionArn');
  const family = definition.text('family');
  const revision = definition.integer('revision');
  return [
    {
      type: 'AWS::ECS::TaskDefinition',
      name: family,
      properties: present({
        TaskRoleArn: definition.optionalText('taskRoleArn'),
        ExecutionRoleArn: definition.optionalText('executionRoleArn'),
        NetworkMode: definition.optionalText('networkMode'),
        PidMode: definition.optionalText('pidMode'),
        ContainerDefinitions: property(definition, 'containerDefinitions', CONTAINERS),
        RequiresCompatibilities: definition.has('requiresCompatibilities')
          ? definition.texts('requiresCompatibilities')
          : undefined,
        RuntimePlatform: property(definition, 'runtimePlatform', {
          fields: { operatingSystemFamily: 'text', cpuArchitecture: 'text' },
        }),
        ProxyConfiguration: property(definition, 'proxyConfiguration', PROXY),
        Volumes: property(definition, 'volumes', VOLUMES),
      }),
      physicalIds: [arn, ...(revision === undefined ? [] : [`${family}:${revision}`])],
      ...scopeOfArn(arn),
      // The name of the family alone may mean another revision.
      undescribed: ['Family'],
    },
  ];
}

/** `ecs describe-tasks`: CloudFormation has no such type. */
export function tasks(output: Fields): readonly DescribedResource[] {
  return output.list('tasks').map(task => {
    const arn = task.text('taskArn');
    const agents = task.list('containers').flatMap(container =>
      container.list('managedAgents').map(agent =>
        present({
          Container: container.optionalText('name'),
          Name: agent.optionalText('name'),
          LastStatus: agent.optionalText('lastStatus'),
          Reason: agent.optionalText('reason'),
        }),
      ),
    );
    return {
      type: 'AWS::ECS::Task',
      name: arn.slice(arn.lastIndexOf('/') + 1),
      properties: present({
        Cluster: task.text('clusterArn'),
        Group: task.optionalText('group'),
        LastStatus: task.optionalText('lastStatus'),
        EnableExecuteCommand: task.flag('enableExecuteCommand'),
        ManagedAgents: agents,
      }),
      physicalIds: [arn],
      ...scopeOfArn(arn),
    };
  });
}

function property(fields: Fields, key: string, shape: Shape): Json | undefined {
  const found = fields.at(key);
  return found && converted(found.value, shape, found.path);
}
