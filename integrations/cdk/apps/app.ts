import { appendFileSync } from 'node:fs';
import * as cdk from 'aws-cdk-lib';
import { EcsExecLint, type EcsExecLintOptions, type PolicyValidationContext } from 'ecs-exec-lint/cdk';

/** An app with the plugin, added as the version of the CDK has it. What the plugin reports is kept for tests too. */
export function appWithPlugin(options: EcsExecLintOptions = {}): cdk.App {
  const plugin = new EcsExecLint({ ...options, ...JSON.parse(process.env.PLUGIN_OPTIONS ?? '{}') });
  const pedantic = new EcsExecLint({ ...options, pedantic: true });
  const validate = plugin.validate.bind(plugin);
  plugin.validate = (context: PolicyValidationContext) => {
    // An app is what newer versions of the CDK give, with which it prints nothing itself.
    const report = pedantic.validate({ ...context, appConstruct: app });
    appendFileSync('reports.jsonl', `${JSON.stringify(report)}\n`);
    return validate(context);
  };
  const isOld = !('Validations' in cdk);
  const app = new cdk.App(isOld ? { policyValidationBeta1: [plugin] } : {});
  if (!isOld) cdk.Validations.of(app).addPlugins(plugin);
  return app;
}
