#!/bin/sh
# The `yaml` package rewrites numbers that nobody touched when it writes a document.
#
# Packages: yaml@2.9.1, yaml-diff-patch@2.0.0
# Guess:    `parseDocument(text).toString()` keeps the text of scalars that were not changed, and yaml-diff-patch, which says
#           that it keeps white space and comments, changes one line only.
# Seen:     `012345678901` is written as 12345678901, an id of 18 digits with other last digits, `00` as 0, `+1` as 1 and `0x1F`
#           as 0x1f; `1.10` is kept. yaml-diff-patch does the same to lines far from its change, and loses the comment behind
#           the value that it replaces.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact yaml@2.9.1 yaml-diff-patch@2.0.0

cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { yamlPatch } from 'yaml-diff-patch';

const numbers = 'Account: 012345678901\nId: 123456789012345678\nMode: 00\nStep: +1\nMask: 0x1F\nVersion: 1.10\n';
const written = String(parseDocument(numbers));
console.log(written);
assert.equal(written, 'Account: 12345678901\nId: 123456789012345680\nMode: 0\nStep: 1\nMask: 0x1f\nVersion: 1.10\n');

const template = 'Service:\n  EnableExecuteCommand: no # off since May\n  Account: 012345678901 # the old one\n';
const patched = yamlPatch(template, [{ op: 'replace', path: '/Service/EnableExecuteCommand', value: true }]);
console.log(patched);
assert.equal(patched, 'Service:\n  EnableExecuteCommand: true\n  Account: 12345678901 # the old one\n');
JS
node --no-warnings check.mjs
echo holds
