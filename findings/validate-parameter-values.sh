#!/bin/sh
# @aws/cloudformation-validate does not look at what a parameter or a mapping can be where a boolean is wanted.
#
# Packages: @aws/cloudformation-validate@1.9.0-beta
# Guess:    a parameter whose only allowed value is `perhaps` is reported where it is used for `EnableExecuteCommand`, as that
#           text itself is, and as it is in a branch of `Fn::If`.
# Seen:     nothing is said of `!Ref` to such a parameter, nor of one of type `Number`, nor of `!FindInMap` with literal keys;
#           the branch of `Fn::If` is reported.
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
function seen(value, expected) {
  writeFileSync('template.yml', `
Parameters:
  Text: { Type: String, Default: perhaps, AllowedValues: [perhaps] }
  Five: { Type: Number, Default: 5 }
Mappings: { Map: { a: { b: perhaps } } }
Conditions: { InTokyo: !Equals [!Ref AWS::Region, ap-northeast-1] }
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: "app:1", EnableExecuteCommand: ${value} }
`);
  const found = engine
    .validateStandard(new TemplateFile('template.yml'))
    .diagnostics.filter(each => each.propertyPath?.startsWith('Properties.EnableExecuteCommand') && each.severity !== 'INFO')
    .map(each => `${each.severity} ${each.message}`);
  console.log(`${value}: ${JSON.stringify(found)}`);
  assert.deepEqual(found, expected);
}
seen('perhaps', ["FATAL 'perhaps' is not of type 'boolean'"]);
seen('!If [InTokyo, perhaps, true]', ["FATAL 'perhaps' (from Fn::If on condition 'InTokyo') is not of type 'boolean'"]);
seen('!Ref Text', []);
seen('!Ref Five', []);
seen('!FindInMap [Map, a, b]', []);
JS
node check.cjs
echo holds
