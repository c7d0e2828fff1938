#!/bin/sh
# What cdk-from-cfn makes of a condition on the region drops the resources below it.
#
# Packages: cdk-from-cfn@0.336.0, aws-cdk-lib@2.276.0, esbuild@0.28.2
# Guess:    none was written down before; expected was that a condition becomes a `CfnCondition`, so the template that comes out
#           has the service with its condition.
# Seen:     it becomes `this.region === 'ap-northeast-1'`, decided when the app runs. In a stack without an environment the
#           region is a token, so this is false everywhere, and the service is in no template, also not in the one for Tokyo.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  cdk-from-cfn@0.336.0 aws-cdk-lib@2.276.0 constructs@10.8.1 esbuild@0.28.2

cat >template.yml <<'YAML'
Conditions:
  InTokyo: !Equals [!Ref AWS::Region, ap-northeast-1]
Resources:
  Cluster:
    Type: AWS::ECS::Cluster
  Service:
    Type: AWS::ECS::Service
    Condition: InTokyo
    Properties: { TaskDefinition: "app:1", EnableExecuteCommand: true }
YAML
cat >convert.cjs <<'JS'
const { readFileSync, writeFileSync } = require('node:fs');
const { transmute } = require('cdk-from-cfn');
const run = `
const app = new cdk.App({ analyticsReporting: false, outdir: 'out' });
new Converted(app, process.argv[2], process.argv[3] ? { env: { region: process.argv[3] } } : {});
console.log(Object.keys(app.synth().getStackByName(process.argv[2]).template.Resources).join(' '));
`;
writeFileSync('app.ts', transmute(readFileSync('template.yml', 'utf8'), 'typescript', 'Converted', 'stack') + run);
JS
node convert.cjs
grep -n 'this.region' app.ts
node_modules/.bin/esbuild app.ts --format=cjs --outfile=app.cjs --log-level=error
# The validation that the CDK brings takes seconds and has no part in this.
export CDK_VALIDATION=false
plain=$(node --no-warnings app.cjs Plain)
tokyo=$(node --no-warnings app.cjs Tokyo ap-northeast-1)
echo "without an environment: $plain"
echo "for Tokyo: $tokyo"
[ "$plain" = 'Cluster' ] || { echo 'changed: the stack without an environment'; exit 1; }
[ "$tokyo" = 'Cluster Service' ] || { echo 'changed: the stack for Tokyo'; exit 1; }
echo holds
