import { Stack } from 'aws-cdk-lib';
import { FargateService } from 'aws-cdk-lib/aws-ecs';
import { Role } from 'aws-cdk-lib/aws-iam';
import { appWithPlugin } from './app';
import { ClusterStack, WebStack, webTask } from './web';

const app = appWithPlugin();
const { cluster } = new ClusterStack(app, 'Shared');
new WebStack(app, 'Shop', true, cluster);
new WebStack(app, 'Admin', false, cluster);

const guest = new Stack(app, 'Guest');
const role = Role.fromRoleArn(guest, 'Role', 'arn:aws:iam::111122223333:role/web', { mutable: false });
const taskDefinition = webTask(guest, role);
new FargateService(guest, 'Web', { cluster, taskDefinition, enableExecuteCommand: true });
