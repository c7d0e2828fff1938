#!/bin/sh
# @aws/cloudformation-validate points at the line of `Resources` for whatever is wrong inside of `Fn::ForEach`.
#
# Packages: @aws/cloudformation-validate@1.9.0-beta
# Guess:    a wrong value in the body of a loop is found, at the line of the value in the body.
# Seen:     it is found once for each turn of the loop, and every time at the line of the key `Resources`, five and more lines
#           above. Outside of a loop the same value is found at its own line.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact @aws/cloudformation-validate@1.9.0-beta

cat >loop.yml <<'YAML'
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Services:
    - Name
    - [Web, Jobs]
    - Service${Name}:
        Type: AWS::ECS::Service
        Properties:
          TaskDefinition: app:1
          EnableExecuteCommand: perhaps
  Other:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: app:1
      EnableExecuteCommand: perhaps
YAML
cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { RegoEngine, TemplateFile } = require('@aws/cloudformation-validate');
const found = new RegoEngine()
  .validateStandard(new TemplateFile('loop.yml'))
  .diagnostics.filter(each => each.propertyPath === 'Properties.EnableExecuteCommand' && each.severity === 'FATAL')
  .map(each => `${each.entity.logicalId}, line ${each.startLine}: ${each.message}`)
  .sort();
console.log(found.join('\n'));
assert.deepEqual(found, [
  "Other, line 15: 'perhaps' is not of type 'boolean'",
  "ServiceJobs, line 2: 'perhaps' is not of type 'boolean'",
  "ServiceWeb, line 2: 'perhaps' is not of type 'boolean'",
]);
JS
node check.cjs
echo holds
