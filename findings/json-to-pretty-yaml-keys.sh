#!/bin/sh
# json-to-pretty-yaml quotes every text but no key.
#
# Packages: json-to-pretty-yaml@1.2.2, yaml@2.9.1
# Guess:    it quotes all texts, so a template comes back from YAML as it was in JSON.
# Seen:     values are quoted, keys never. A mapping by account loses the zero of `012345678901`, a key `no` is false to readers
#           of YAML 1.1, and with a key `*` the text is not YAML any more.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact json-to-pretty-yaml@1.2.2 yaml@2.9.1

cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import { stringify } from 'json-to-pretty-yaml';
import { parse } from 'yaml';

const text = stringify({ Mappings: { Accounts: { '012345678901': { no: 'no' } } } });
console.log(text);
assert.equal(text, 'Mappings:\n  Accounts:\n    012345678901:\n      no: "no"\n');
assert.deepEqual(parse(text), { Mappings: { Accounts: { 12345678901: { no: 'no' } } } });
assert.deepEqual(parse(text, { version: '1.1' }).Mappings.Accounts, { 12345678901: { false: 'no' } });

const marked = stringify({ Metadata: { '*': 'all services' } });
console.log(marked);
assert.equal(marked, 'Metadata:\n  *: "all services"\n');
assert.throws(() => parse(marked));
JS
node --no-warnings check.mjs
echo holds
