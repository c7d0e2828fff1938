#!/bin/sh
# Whether a validation plugin reports success is not what decides whether a synthesis fails.
#
# Packages: aws-cdk-lib@2.276.0 aws-cdk@2.1148.1
# Guess:    none was written down before the run. One would expect that a plugin which reports `success: false` for a warning fails
#           `cdk synth` until that warning is acknowledged; and that a stack without an error is synthesized whatever another has.
# Seen:     once anything at all is acknowledged, the CDK goes by severities alone, and a warning that is left fails nothing. A stack
#           that is selected alone and has but a warning fails by the error of a stack that is not selected.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  aws-cdk-lib@2.276.0 aws-cdk@2.1148.1 constructs@10.8.1

cat >app.cjs <<'JS'
const { App, CfnResource, Stack, Validations } = require('aws-cdk-lib');
const [, , second, acknowledged] = process.argv;
const app = new App();
const [first, other] = ['First', 'Other'].map(name => new Stack(app, name));
for (const each of [first, other]) new CfnResource(each, 'Topic', { type: 'AWS::SNS::Topic' });
const severities = { First: 'warning', Other: second };
Validations.of(app).addPlugins({
  name: 'Strict',
  validate: ({ stackTemplates }) => ({
    success: false,
    violations: stackTemplates.map(({ templatePath, stackConstructPath }) => ({
      ruleName: 'no-topics',
      description: 'No topics.',
      severity: severities[stackConstructPath],
      violatingResources: [{ resourceLogicalId: 'Topic', locations: [], templatePath }],
    })),
  }),
});
if (acknowledged) Validations.of(other).acknowledge({ id: 'Strict::no-topics', reason: 'It is wanted.' });
JS
# The validation that the CDK brings takes seconds and has no part in this.
export CDK_VALIDATION=false CDK_DISABLE_CLI_TELEMETRY=true
synth() {
  code=0
  what=$1
  shift
  npx cdk synth --quiet --no-notices --app "node app.cjs $what" "$@" >printed 2>&1 || code=$?
  echo "$what, ${*:-all}: exit code $code, $(grep -c 'ERROR' printed || true) errors and $(grep -c 'WARNING' printed || true) warnings told"
}
{
  synth warning
  synth 'warning acknowledged'
  synth error First
} >seen
cat seen
cat >expected <<'TXT'
warning, all: exit code 1, 0 errors and 2 warnings told
warning acknowledged, all: exit code 0, 0 errors and 1 warnings told
error, First: exit code 1, 0 errors and 1 warnings told
TXT
diff expected seen || { echo 'changed: what fails'; exit 1; }
echo holds
