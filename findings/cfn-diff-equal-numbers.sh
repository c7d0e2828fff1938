#!/bin/sh
# The diff of the CDK takes two texts for equal when they are the same number.
#
# Packages: @aws-cdk/cloudformation-diff@2.187.5
# Guess:    that the number 2 and the text "2" are equal, since CloudFormation takes either. None was written down about two
#           texts; expected was that they differ.
# Seen:     "012345678901" and "12345678901" are no difference, nor "1.10" and "1.1", nor "1e3" and "1000", nor in the condition
#           of a policy. "1.4.0" and "1.4.1" are one. So a lost zero of an account does not show before a deploy.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact @aws-cdk/cloudformation-diff@2.187.5

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { fullDiff } = require('@aws-cdk/cloudformation-diff');
const service = value => ({ Resources: { Service: { Type: 'AWS::ECS::Service', Properties: { PlatformVersion: value } } } });
const role = value => ({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Principal: { Service: 'ecs-tasks.amazonaws.com' },
              Condition: { StringEquals: { 'aws:SourceAccount': value } },
            },
          ],
        },
      },
    },
  },
});
function seen(template, before, after, expected) {
  const { differenceCount } = fullDiff(template(before), template(after));
  console.log(template.name, before, after, differenceCount);
  assert.equal(differenceCount, expected);
}
seen(service, '1.4.0', '1.4.1', 1);
seen(service, '1.10', '1.1', 0);
seen(service, '1e3', '1000', 0);
seen(role, '012345678901', '12345678901', 0);
seen(role, '012345678901', '112345678901', 1);
JS
node check.cjs
echo holds
