#!/bin/sh
# @cfn/graph orders resources by their references, and takes `${Cluster.Arn}` for a resource of that name.
#
# Packages: @cfn/graph@1.1.0
# Guess:    a reference in `Fn::Sub` is one to the resource, with an attribute or without, so the service stands before its
#           cluster.
# Seen:     `${Cluster}` counts, `${Cluster.Arn}` does not: the order is then that of the template. `${!Cluster}`, which is no
#           reference, is listed as one to `!Cluster`.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact @cfn/graph@1.1.0

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const graph = require('@cfn/graph');
function seen(text, expected) {
  const Service = { Type: 'AWS::ECS::Service', Properties: { Cluster: { 'Fn::Sub': text } } };
  const found = graph({ template: { Resources: { Cluster: { Type: 'AWS::ECS::Cluster' }, Service } } });
  const listed = found.map(each => [each.logicalId, ...each.references]);
  console.log(text, JSON.stringify(listed));
  assert.deepEqual(listed, expected);
}
seen('${Cluster}', [['Service', 'Cluster'], ['Cluster']]);
seen('${Cluster.Arn}', [['Cluster'], ['Service', 'Cluster.Arn']]);
seen('${!Cluster}', [['Cluster'], ['Service', '!Cluster']]);
JS
node check.cjs
echo holds
