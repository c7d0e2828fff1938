import { App, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';
import { EcsExecLint, type EcsExecLintOptions } from 'ecs-exec-lint/cdk';

const options: EcsExecLintOptions = { rules: { 'exec-not-enabled': 'warning' }, failOn: 'warning' };
const plugin: IPolicyValidationPlugin = new EcsExecLint(options);
Validations.of(new App()).addPlugins(plugin);
