#!/bin/sh
# A validation plugin that throws is no failure of `cdk synth` any more.
#
# Packages: aws-cdk-lib@2.276.0 aws-cdk@2.1148.1 aws-cdk-lib@2.150.0
# Guess:    `cdk synth` fails and prints the message, as the report of the CDK has `metadata.error` for it.
# Seen:     so it was in aws-cdk-lib 2.150.0. With 2.276.0 the report has it, but the CLI turns a failure without violations into a
#           success: exit code 0, and nothing is printed. A violation without a construct fails it, whatever is selected.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  aws-cdk-lib@2.276.0 aws-cdk@2.1148.1 older@npm:aws-cdk-lib@2.150.0 constructs@10.8.1

cat >app.cjs <<'JS'
const [, , library, way] = process.argv;
const { App, CfnResource, Stack, ...core } = require(library);
const description = 'The rules cannot be read.';
const violatingResources = [{ resourceLogicalId: '', locations: [], templatePath: '' }];
const violations = [{ ruleName: 'not-validated', description, severity: 'fatal', violatingResources }];
const plugin = {
  name: 'Strict',
  validate: () => {
    if (way === 'throws') throw new Error(description);
    return { success: false, violations };
  },
};
const app = new App(core.Validations ? {} : { policyValidationBeta1: [plugin] });
if (core.Validations) core.Validations.of(app).addPlugins(plugin);
new CfnResource(new Stack(app, 'Shop'), 'Topic', { type: 'AWS::SNS::Topic' });
JS
# The validation that the CDK brings takes seconds and has no part in this.
export CDK_VALIDATION=false CDK_DISABLE_CLI_TELEMETRY=true
synth() {
  code=0
  npx cdk synth --quiet --no-notices --app "node app.cjs $1 $2" >printed 2>&1 || code=$?
  echo "$1 $2: exit code $code, $(grep -c 'cannot be read' printed || true) told"
}
{
  synth older throws
  synth aws-cdk-lib throws
  grep -c 'cannot be read' cdk.out/validation-report.json
  synth aws-cdk-lib violates
} >seen
cat seen
cat >expected <<'TXT'
older throws: exit code 1, 1 told
aws-cdk-lib throws: exit code 0, 0 told
1
aws-cdk-lib violates: exit code 1, 1 told
TXT
diff expected seen || { echo 'changed: what becomes of an exception'; exit 1; }
echo holds
