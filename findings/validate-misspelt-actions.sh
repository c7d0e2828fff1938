#!/bin/sh
# @aws/cloudformation-validate reads policies and says nothing of actions that do not exist.
#
# Packages: @aws/cloudformation-validate@1.9.0-beta
# Guess:    it warns of `ssmmessages:CreateControlChanel`, as cfn-lint does (W3037), many of whose rules it has.
# Seen:     no finding about a misspelt action or a misspelt service, with its defaults, though W3037 ("Check IAM Permission
#           configuration") is among its rules. An `Effect` in the wrong case, in the same statement, is an error.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact @aws/cloudformation-validate@1.9.0-beta

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { writeFileSync } = require('node:fs');
const { RegoEngine, TemplateFile } = require('@aws/cloudformation-validate');
const engine = new RegoEngine();
function seen(effect, action, expected) {
  writeFileSync('template.yml', `
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: ${effect}, Action: ["${action}"], Resource: "*" }]
`);
  const found = engine
    .validateStandard(new TemplateFile('template.yml'))
    .diagnostics.filter(each => each.severity !== 'INFO')
    .map(each => each.message);
  console.log(effect, action, JSON.stringify(found));
  assert.deepEqual(found, expected);
}
seen('Allow', 'ssmmessages:CreateControlChannel', []);
seen('Allow', 'ssmmessages:CreateControlChanel', []);
seen('Allow', 'ssmessages:CreateControlChannel', []);
seen('allow', 'ssmmessages:CreateControlChanel', ["'allow' is not one of ['Allow', 'Deny']"]);
const { description } = engine.listRules().find(each => each.id === 'W3037');
console.log(`W3037: ${description}`);
assert.equal(description, 'Check IAM Permission configuration');
JS
node check.cjs
echo holds
