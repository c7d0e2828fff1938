#!/bin/sh
# CfnInclude of the CDK makes a property named `<<` of a merge key.
#
# Packages: aws-cdk-lib@2.276.0, cdk-from-cfn@0.336.0
# Guess:    `<<: *common` is merged, since the CDK reads YAML 1.1 for CloudFormation.
# Seen:     the synthesized template has a property `<<` in the service, which no deploy takes. The only word of it is a warning
#           of the validation that this version of the CDK runs, that `<<` was unexpected; the synthesis succeeds and the stack
#           has no message. cdk-from-cfn refuses the same template, and names the property.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  aws-cdk-lib@2.276.0 constructs@10.8.1 cdk-from-cfn@0.336.0

cat >template.yml <<'YAML'
Metadata:
  Common: &common { EnableExecuteCommand: true }
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      <<: *common
      TaskDefinition: app:1
YAML
cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { App, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const { transmute } = require('cdk-from-cfn');
const app = new App({ analyticsReporting: false, outdir: 'out' });
new CfnInclude(new Stack(app, 'Stack'), 'Include', { templateFile: 'template.yml' });
const { template, messages } = app.synth().getStackByName('Stack');
console.log('CfnInclude', JSON.stringify(template.Resources.Service.Properties), messages);
assert.deepEqual(template.Resources.Service.Properties, { TaskDefinition: 'app:1', '<<': { EnableExecuteCommand: true } });
assert.deepEqual(messages, []);
assert.throws(() => transmute(readFileSync('template.yml', 'utf8'), 'typescript', 'Stack', 'stack'), error => {
  console.log('cdk-from-cfn', error.message);
  return /<< is not a valid property for resource Service/.test(error.message);
});
JS
node check.cjs
echo holds
