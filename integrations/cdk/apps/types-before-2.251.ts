import { App, type IPolicyValidationPluginBeta1 } from 'aws-cdk-lib';
import { EcsExecLint } from 'ecs-exec-lint/cdk';

const plugin: IPolicyValidationPluginBeta1 = new EcsExecLint({ exec: 'optional' });
new App({ policyValidationBeta1: [plugin] });
// @ts-expect-error There is no such option.
new EcsExecLint({ execs: 'optional' });
