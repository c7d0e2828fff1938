#!/bin/sh
# js-yaml 5 does not merge `<<` any more; it is a key like any other.
#
# Packages: js-yaml@5.5.0, js-yaml@4.1.0
# Guess:    `load` still merges by default, as it did in 3 and 4.
# Seen:     with 4 the service has `EnableExecuteCommand`; with 5 it has a property `<<` that holds it, without a warning.
#           `schema: YAML11_SCHEMA` merges, and then `yes` is true as well.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact js-yaml@5.5.0 js-yaml-4@npm:js-yaml@4.1.0

cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { load as load4 } from 'js-yaml-4';

const text = `
Common: &common { EnableExecuteCommand: true }
Service: { <<: *common, PropagateTags: yes }
`;
function seen(reader, { Service }, expected) {
  console.log(`${reader}: ${JSON.stringify(Service)}`);
  assert.deepEqual(Service, expected);
}
seen('js-yaml 4', load4(text), { EnableExecuteCommand: true, PropagateTags: 'yes' });
seen('js-yaml 5', load(text), { '<<': { EnableExecuteCommand: true }, PropagateTags: 'yes' });
seen('js-yaml 5, YAML 1.1', load(text, { schema: YAML11_SCHEMA }), { EnableExecuteCommand: true, PropagateTags: true });
JS
node check.mjs
echo holds
