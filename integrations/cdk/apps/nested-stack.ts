import { NestedStack, Stack } from 'aws-cdk-lib';
import { appWithPlugin } from './app';
import { recordingCluster, webService } from './web';

const stack = new Stack(appWithPlugin(), 'Shop');
const cluster = recordingCluster(stack);
webService(new NestedStack(stack, 'Right'), cluster, true);
webService(new NestedStack(stack, 'Wrong'), cluster);
