#!/bin/sh
# `cdk synth` succeeds, without a word, whatever validation plugins find in the stages of an app.
#
# Packages: aws-cdk-lib@2.276.0 aws-cdk@2.1148.1 aws-cdk-lib@2.150.0
# Guess:    an error that a plugin reports about a stack in a stage fails `cdk synth`, as one about any other stack does.
# Seen:     the CLI tells of the stacks that are selected, and without arguments none in a stage is: exit code 0, nothing is printed,
#           although cdk.out/validation-report.json has the failure. With '**' it is told, and fails. With aws-cdk-lib 2.150.0, where
#           the app reports and not the CLI, it fails either way.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  aws-cdk-lib@2.276.0 aws-cdk@2.1148.1 older@npm:aws-cdk-lib@2.150.0 constructs@10.8.1

cat >app.cjs <<'JS'
const { App, CfnResource, Stack, Stage, ...core } = require(process.argv[2]);
const plugin = {
  name: 'Strict',
  validate: ({ templatePaths: [templatePath] }) => {
    const violatingResources = [{ resourceLogicalId: 'Topic', locations: [], templatePath }];
    return { success: false, violations: [{ ruleName: 'no-topics', description: 'No topics.', severity: 'error', violatingResources }] };
  },
};
const app = new App(core.Validations ? {} : { policyValidationBeta1: [plugin] });
if (core.Validations) core.Validations.of(app).addPlugins(plugin);
new CfnResource(new Stack(new Stage(app, 'Prod'), 'Shop'), 'Topic', { type: 'AWS::SNS::Topic' });
JS
# The validation that the CDK brings takes seconds and has no part in this.
export CDK_VALIDATION=false CDK_DISABLE_CLI_TELEMETRY=true
synth() {
  code=0
  library=$1
  shift
  npx cdk synth --quiet --no-notices --app "node app.cjs $library" "$@" >printed 2>&1 || code=$?
  echo "$library ${*:-(nothing selected)}: exit code $code, $(grep -c 'No topics' printed || true) told"
}
{
  synth aws-cdk-lib
  grep -c '"conclusion": "failure"' cdk.out/validation-report.json
  synth aws-cdk-lib '**'
  synth older
} >seen
cat seen
cat >expected <<'TXT'
aws-cdk-lib (nothing selected): exit code 0, 0 told
1
aws-cdk-lib **: exit code 1, 1 told
older (nothing selected): exit code 1, 1 told
TXT
diff expected seen || { echo 'changed: which stacks are told of'; exit 1; }
echo holds
