import { Stack, type StackProps } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** A stack with a cluster that records sessions in a log group. */
export class ClusterStack extends Stack {
  readonly cluster: ecs.Cluster;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.cluster = recordingCluster(this);
  }
}

/** A stack with a service, on the cluster that is given or one of its own. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, enableExecuteCommand?: boolean, cluster?: ecs.ICluster) {
    super(scope, id);
    webService(this, cluster ?? recordingCluster(this), enableExecuteCommand);
  }
}

export function recordingCluster(scope: Construct): ecs.Cluster {
  return new ecs.Cluster(scope, 'Cluster', {
    vpc: new Vpc(scope, 'Vpc', { natGateways: 1, maxAzs: 2 }),
    executeCommandConfiguration: {
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: { cloudWatchLogGroup: new LogGroup(scope, 'Sessions') },
    },
  });
}

export function webTask(scope: Construct, taskRole?: IRole): ecs.FargateTaskDefinition {
  const taskDefinition = new ecs.FargateTaskDefinition(scope, 'Task', { taskRole });
  taskDefinition.addContainer('web', {
    image: ecs.ContainerImage.fromRegistry('nginx'),
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }),
  });
  return taskDefinition;
}

export function webService(scope: Construct, cluster: ecs.ICluster, enableExecuteCommand?: boolean): void {
  new ecs.FargateService(scope, 'Web', { cluster, taskDefinition: webTask(scope), enableExecuteCommand });
}
