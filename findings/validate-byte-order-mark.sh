#!/bin/sh
# @aws/cloudformation-validate does not read templates with a byte order mark, and does not say that it is the mark.
#
# Packages: @aws/cloudformation-validate@1.9.0-beta, yaml@2.9.1
# Guess:    the mark is skipped, as YAML wants it ("a byte order mark may stand at the start of a document").
# Seen:     a YAML template with one has no `Resources` and an unknown section `Resources` whose name starts with the invisible
#           mark; a JSON template with one "must be a YAML mapping". Without the mark neither has an error.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact @aws/cloudformation-validate@1.9.0-beta yaml@2.9.1

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { writeFileSync } = require('node:fs');
const { RegoEngine, TemplateFile } = require('@aws/cloudformation-validate');
const { parse } = require('yaml');
const engine = new RegoEngine();
function seen(file, text, expected) {
  writeFileSync(file, text);
  const found = engine.validateStandard(new TemplateFile(file)).diagnostics.filter(each => each.severity === 'FATAL');
  const lines = found.map(each => `${each.ruleId} ${each.message}`);
  console.log(file, JSON.stringify(lines));
  assert.deepEqual(lines, expected);
}
const yaml = 'Resources:\n  Cluster:\n    Type: AWS::ECS::Cluster\n';
const json = JSON.stringify(parse(yaml));
seen('plain.yml', yaml, []);
seen('plain.json', json, []);
assert.deepEqual(parse(`\uFEFF${yaml}`), parse(yaml));
seen('marked.yml', `\uFEFF${yaml}`, [
  'F0001 Resources section must exist and be non-empty',
  "F0005 '\uFEFFResources' is not a valid top-level template section",
]);
seen('marked.json', `\uFEFF${json}`, ['F1101 Template root must be a YAML mapping']);
JS
node check.cjs
echo holds
