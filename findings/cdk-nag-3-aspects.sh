#!/bin/sh
# cdk-nag 3 is no aspect any more: an app that adds it as one, as for version 2, stops with a TypeError.
#
# Packages: cdk-nag@3.0.2, cdk-nag@2.38.2, aws-cdk-lib@2.276.0
# Guess:    `Aspects.of(app).add(new AwsSolutionsChecks())` works as in version 2, and the rule about wildcards speaks of the
#           policy that the CDK writes for ECS Exec.
# Seen:     "aspect.visit is not a function", which does not name cdk-nag. As a plugin of `Validations` it does report the
#           policy, as AwsSolutions-IAM5, and the synthesis throws where version 2 only added messages: with ECS Exec no app
#           passes without an acknowledgement.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  cdk-nag@3.0.2 cdk-nag-2@npm:cdk-nag@2.38.2 aws-cdk-lib@2.276.0 constructs@10.8.1

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { App, Aspects, Stack, Validations } = require('aws-cdk-lib');
const { Vpc } = require('aws-cdk-lib/aws-ec2');
const { Cluster, FargateService, FargateTaskDefinition, ContainerImage } = require('aws-cdk-lib/aws-ecs');
function synthesize(outdir, check) {
  const app = new App({ analyticsReporting: false, outdir });
  const stack = new Stack(app, 'Stack');
  const cluster = new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') });
  const taskDefinition = new FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('nginx') });
  new FargateService(stack, 'Service', { cluster, taskDefinition, enableExecuteCommand: true });
  check(app);
  return app.synth().getStackByName('Stack').messages.map(each => `${each.level} ${String(each.entry.data).slice(0, 30)}`);
}
const wildcard = synthesize('two', app => Aspects.of(app).add(new (require('cdk-nag-2').AwsSolutionsChecks)()));
console.log('2, aspect:', wildcard.filter(each => each.includes('IAM5')));
assert.ok(wildcard.some(each => each.startsWith('error AwsSolutions-IAM5')));

const { AwsSolutionsChecks } = require('cdk-nag');
assert.throws(() => synthesize('three', app => Aspects.of(app).add(new AwsSolutionsChecks())), error => {
  console.log('3, aspect:', error.message.split('\n')[0]);
  return /visit is not a function/.test(error.message);
});
assert.throws(() => synthesize('plugin', app => Validations.of(app).addPlugins(new AwsSolutionsChecks(app))), error => {
  console.log('3, plugin:', error.message.split('\n')[0]);
  return /Validation failed/.test(error.message);
});
assert.match(readFileSync('plugin/validation-report.json', 'utf8'), /AwsSolutions-IAM5/);
JS
node --no-warnings check.cjs
echo holds
