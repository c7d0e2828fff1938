import type { AccountFile } from '../../src/index.ts';

export const ACCOUNT = '210987654321';
export const REGION = 'eu-central-1';

/** The output of a command, as the AWS CLI prints it. */
export function output(file: string, content: unknown, modified?: number): AccountFile {
  return { file, text: JSON.stringify(content, null, 4), ...(modified !== undefined && { modified }) };
}

export function arn(
  service: string,
  resource: string,
  region: string = REGION,
  account: string = ACCOUNT,
): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

export function role(name: string, ...actions: readonly string[]): Record<string, unknown> {
  return {
    Path: '/',
    RoleName: name,
    RoleId: 'AROA4EXAMPLEROLEIDX01',
    Arn: arn('iam', `role/${name}`, ''),
    CreateDate: '2025-03-04T09:12:33+00:00',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    InstanceProfileList: [],
    RolePolicyList:
      actions.length === 0
        ? []
        : [
            {
              PolicyName: 'inline',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
              },
            },
          ],
    AttachedManagedPolicies: [],
    Tags: [],
    RoleLastUsed: { LastUsedDate: '2026-11-20T22:01:11+00:00', Region: REGION },
  };
}

export function details(
  roles: readonly Record<string, unknown>[],
  policies: readonly unknown[] = [],
): Record<string, unknown> {
  return { UserDetailList: [], GroupDetailList: [], RoleDetailList: roles, Policies: policies };
}

export const SESSION_ACTIONS: readonly string[] = [
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];

export const LOG_ACTIONS: readonly string[] = [
  'logs:DescribeLogGroups',
  'logs:CreateLogStream',
  'logs:DescribeLogStreams',
  'logs:PutLogEvents',
];

/** `ecs describe-clusters --include CONFIGURATIONS` */
export function cluster(name: string, executeCommandConfiguration?: unknown): Record<string, unknown> {
  return {
    clusterArn: arn('ecs', `cluster/${name}`),
    clusterName: name,
    ...(executeCommandConfiguration !== undefined && { configuration: { executeCommandConfiguration } }),
    status: 'ACTIVE',
    registeredContainerInstancesCount: 0,
    runningTasksCount: 2,
    pendingTasksCount: 0,
    activeServicesCount: 1,
    statistics: [],
    tags: [],
    settings: [],
    capacityProviders: ['FARGATE'],
    defaultCapacityProviderStrategy: [],
  };
}

export const LOGGED: unknown = {
  logging: 'OVERRIDE',
  logConfiguration: {
    cloudWatchLogGroupName: '/ecs/exec',
    cloudWatchEncryptionEnabled: false,
    s3EncryptionEnabled: false,
  },
};

/** `logs describe-log-groups` */
export function logGroup(name: string): Record<string, unknown> {
  return {
    logGroupName: name,
    creationTime: 1717171717171,
    retentionInDays: 90,
    metricFilterCount: 0,
    arn: `${arn('logs', `log-group:${name}`)}:*`,
    storedBytes: 0,
    logGroupClass: 'STANDARD',
    logGroupArn: arn('logs', `log-group:${name}`),
  };
}

/** A service in a cluster and with a task role that it only names. */
export function template(cluster = 'prod', taskRole: string = arn('iam', 'role/app', '')): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: ${cluster}
      TaskDefinition: !Ref Task
      EnableExecuteCommand: true
      LaunchType: FARGATE
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0a1b2c3d4e5f60718]
          SecurityGroups: [sg-0a1b2c3d4e5f60718]
          AssignPublicIp: DISABLED
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: app
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: '256'
      Memory: '512'
      TaskRoleArn: ${taskRole}
      ContainerDefinitions:
        - Name: app
          Image: public.ecr.aws/docker/library/nginx:1.27
          LinuxParameters:
            InitProcessEnabled: true
`;
}
