#!/bin/sh
# The service extensions of the CDK have no way to switch ECS Exec on.
#
# Packages: @aws-cdk-containers/ecs-service-extensions@2.0.0, aws-cdk-lib@2.276.0
# Guess:    `Service` passes `enableExecuteCommand` on to the service that it makes, as it does `desiredCount`.
# Seen:     no type of the package mentions it, and given all the same it is ignored. Set on the service by hand afterwards, the
#           template has the flag and a task role without the four `ssmmessages` actions: every session is refused.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @aws-cdk-containers/ecs-service-extensions@2.0.0 aws-cdk-lib@2.276.0 constructs@10.8.1

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { App, Stack } = require('aws-cdk-lib');
const { ContainerImage } = require('aws-cdk-lib/aws-ecs');
const { Container, Environment, Service, ServiceDescription } = require('@aws-cdk-containers/ecs-service-extensions');
function synthesize(byHand) {
  const app = new App({ analyticsReporting: false, outdir: 'out' });
  const stack = new Stack(app, 'Stack');
  const serviceDescription = new ServiceDescription();
  serviceDescription.add(
    new Container({ cpu: 256, memoryMiB: 512, trafficPort: 80, image: ContainerImage.fromRegistry('nginx') }),
  );
  const environment = new Environment(stack, 'Environment');
  const service = new Service(stack, 'Service', { environment, serviceDescription, enableExecuteCommand: true });
  if (byHand) service.ecsService.node.defaultChild.enableExecuteCommand = true;
  const template = app.synth().getStackByName('Stack').template;
  const { Properties } = Object.values(template.Resources).find(each => each.Type === 'AWS::ECS::Service');
  return { flag: Properties.EnableExecuteCommand, permissions: JSON.stringify(template).includes('ssmmessages') };
}
const types = readFileSync('node_modules/@aws-cdk-containers/ecs-service-extensions/lib/service.d.ts', 'utf8');
assert.ok(types.includes('desiredCount') && !/executeCommand/i.test(types));
const found = { given: synthesize(false), byHand: synthesize(true) };
console.log(found);
assert.deepEqual(found, { given: { flag: undefined, permissions: false }, byHand: { flag: true, permissions: false } });
JS
# The validation that the CDK brings takes seconds and has no part in this.
CDK_VALIDATION=false node --no-warnings check.cjs
echo holds
