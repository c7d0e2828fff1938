#!/bin/sh
# An app of the CDK may synthesize without ECS Exec and not with it, by nothing but the switch.
#
# Packages: aws-cdk-lib@2.276.0
# Guess:    `enableExecuteCommand: true` only adds permissions, so an app that synthesizes without it does so with it.
# Seen:     where the task role is in another stack than the log group of the cluster, the permissions for the log make the stack
#           of the role depend on that of the service, which depends on the role: the synthesis fails with a cyclic reference.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  aws-cdk-lib@2.276.0 constructs@10.8.1

cat >app.cjs <<'JS'
const { App, Stack } = require('aws-cdk-lib');
const ecs = require('aws-cdk-lib/aws-ecs');
const { Vpc } = require('aws-cdk-lib/aws-ec2');
const { Role, ServicePrincipal } = require('aws-cdk-lib/aws-iam');
const { LogGroup } = require('aws-cdk-lib/aws-logs');

for (const enableExecuteCommand of [false, true]) {
  const app = new App({ analyticsReporting: false, outdir: `out-${enableExecuteCommand}` });
  const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
  const taskRole = new Role(new Stack(app, 'Roles'), 'Role', { assumedBy });
  const shop = new Stack(app, 'Shop');
  const cloudWatchLogGroup = new LogGroup(shop, 'Sessions');
  const cluster = new ecs.Cluster(shop, 'Cluster', {
    vpc: new Vpc(shop, 'Vpc', { maxAzs: 1 }),
    executeCommandConfiguration: {
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: { cloudWatchLogGroup },
    },
  });
  const taskDefinition = new ecs.FargateTaskDefinition(shop, 'Task', { taskRole });
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('nginx') });
  new ecs.FargateService(shop, 'Web', { cluster, taskDefinition, enableExecuteCommand, minHealthyPercent: 50 });
  let result = 'synthesized';
  try {
    app.synth();
  } catch (error) {
    result = /cyclic reference/.test(error.message) ? 'refused: cyclic reference' : error.message;
  }
  console.log(`enableExecuteCommand ${enableExecuteCommand}: ${result}`);
}
JS
# The validation that the CDK brings takes seconds and has no part in this.
CDK_VALIDATION=false node --no-warnings app.cjs 2>warnings >seen
cat seen
cat >expected <<'TXT'
enableExecuteCommand false: synthesized
enableExecuteCommand true: refused: cyclic reference
TXT
diff expected seen || { echo 'changed: the synthesis'; exit 1; }
echo holds
