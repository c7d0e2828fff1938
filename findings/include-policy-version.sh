#!/bin/sh
# Two preprocessors of templates make a point in time of the version of an IAM policy.
#
# Packages: @znemz/cfn-include@4.6.64, cfn-include@1.5.0
# Guess:    `Version: 2012-10-17` without quotes, which CloudFormation takes, stays that text: both are made for templates.
# Seen:     both have "2012-10-17T00:00:00.000Z" there, which is no version of a policy, and no warning. In quotes it stays.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  newer@npm:@znemz/cfn-include@4.6.64 older@npm:cfn-include@1.5.0

cat >template.yml <<'YAML'
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: 2012-10-17
        Statement: [{ Effect: Allow, Action: ssmmessages:OpenDataChannel, Resource: "*" }]
YAML
sed 's/2012-10-17/"2012-10-17"/' template.yml >quoted.yml

cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import newer from 'newer';
import older from 'older';
for (const [name, include] of Object.entries({ newer, older })) {
  for (const [file, expected] of [['quoted.yml', '2012-10-17'], ['template.yml', '2012-10-17T00:00:00.000Z']]) {
    const { Resources } = await include({ url: `file://${process.cwd()}/${file}` });
    const version = JSON.parse(JSON.stringify(Resources.Policy.Properties.PolicyDocument.Version));
    console.log(`${name}, ${file}: ${version}`);
    assert.equal(version, expected);
  }
}
JS
node --no-warnings check.mjs
echo holds
