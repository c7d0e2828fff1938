#!/bin/sh
# An account number with a leading zero, written without quotes, in four readers of YAML.
#
# Packages: yamljs@0.3.0, aws-cdk-lib@2.276.0 (CfnInclude), yaml@2.9.1, @stoplight/yaml@4.3.0
# Guess:    `012345678901` becomes the number 12345678901 where YAML is read without CloudFormation in mind; CfnInclude, whose
#           business is CloudFormation, keeps the text for a `String` parameter and for the value of an IAM condition.
# Seen:     yamljs reads the digits as octal, up to the first that is not, and has 21913025. CfnInclude writes the number
#           12345678901 into the parameter's default and into the condition, so the role trusts an account of eleven digits. The
#           others have 12345678901, as guessed.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  yamljs@0.3.0 aws-cdk-lib@2.276.0 constructs@10.8.1 yaml@2.9.1 @stoplight/yaml@4.3.0

cat >template.yml <<'YAML'
Parameters:
  Account: { Type: String, Default: 012345678901 }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: { Service: ecs-tasks.amazonaws.com }
            Condition: { StringEquals: { "aws:SourceAccount": 012345678901 } }
YAML

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { App, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const text = readFileSync('template.yml', 'utf8');
const values = ({ Parameters, Resources }) => [
  Parameters.Account.Default,
  Resources.Role.Properties.AssumeRolePolicyDocument.Statement[0].Condition.StringEquals['aws:SourceAccount'],
];
function seen(reader, template, expected) {
  const found = values(template);
  console.log(`${reader}: ${JSON.stringify(found)}`);
  assert.deepEqual(found, expected);
}

seen('yamljs', require('yamljs').parse(text), [21913025, 21913025]);
seen('yaml', require('yaml').parse(text), [12345678901, 12345678901]);
seen('@stoplight/yaml', require('@stoplight/yaml').parse(text), [12345678901, 12345678901]);

const stack = new Stack(new App({ analyticsReporting: false }), 'Stack');
new CfnInclude(stack, 'Include', { templateFile: 'template.yml' });
seen('CfnInclude', stack._toCloudFormation(), [12345678901, 12345678901]);

JS
node --no-warnings check.cjs
echo holds
