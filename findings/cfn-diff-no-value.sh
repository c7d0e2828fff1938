#!/bin/sh
# The diff of the CDK announces a replacement when a property that was `AWS::NoValue` is left out.
#
# Packages: @aws-cdk/cloudformation-diff@2.187.5
# Guess:    none was written down before; expected was that a property of `!Ref AWS::NoValue` and none are the same template, so
#           no difference.
# Seen:     `Cluster` with it against none "will be replaced". The same for `!Ref Cluster` written as `!Sub "${Cluster}"`; the
#           two forms of `Fn::GetAtt` are equal.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact @aws-cdk/cloudformation-diff@2.187.5

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { fullDiff } = require('@aws-cdk/cloudformation-diff');
const template = Cluster => ({
  Resources: {
    Service: { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: 'app:1', ...(Cluster && { Cluster }) } },
    Cluster: { Type: 'AWS::ECS::Cluster' },
  },
});
function seen(what, before, after, expected) {
  const { resources } = fullDiff(template(before), template(after));
  const impacts = Object.values(resources.changes).map(each => each.changeImpact);
  console.log(what, impacts);
  assert.deepEqual(impacts, expected);
}
seen('GetAtt', { 'Fn::GetAtt': ['Cluster', 'Arn'] }, { 'Fn::GetAtt': 'Cluster.Arn' }, []);
seen('NoValue', { Ref: 'AWS::NoValue' }, undefined, ['WILL_REPLACE']);
seen('Sub', { Ref: 'Cluster' }, { 'Fn::Sub': '${Cluster}' }, ['WILL_REPLACE']);
JS
node check.cjs
echo holds
