import { Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { EcsTask } from 'aws-cdk-lib/aws-events-targets';
import { appWithPlugin } from './app';
import { recordingCluster, webTask } from './web';

const stack = new Stack(appWithPlugin(), 'Nightly');
const rule = new Rule(stack, 'Rule', { schedule: Schedule.expression('rate(1 day)') });
const taskDefinition = webTask(stack);
rule.addTarget(new EcsTask({ cluster: recordingCluster(stack), taskDefinition, enableExecuteCommand: true }));
