#!/bin/sh
# Node.js and vscode-uri spell the URI of one file in two ways, and not only where vscode-uri escapes more.
#
# Packages: vscode-uri@3.2.0, Node.js 20
# Guess:    vscode-uri escapes ( ) ' + @ and Node.js nothing of the kind; otherwise they agree.
# Seen:     that, and the other way round: Node.js escapes `~`, vscode-uri does not. So short Windows names (RUNNER~1) differ
#           too. Both parse the spelling of the other.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact vscode-uri@3.2.0

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { URI } = require('vscode-uri');
function seen(path, vscode, node) {
  const found = [URI.file(path).toString(), pathToFileURL(path).href];
  console.log(path, ...found);
  assert.deepEqual(found, [vscode, node]);
  assert.deepEqual([fileURLToPath(vscode), URI.parse(node).path], [path, path]);
}
seen('/w/本番 [1].yml', 'file:///w/%E6%9C%AC%E7%95%AA%20%5B1%5D.yml', 'file:///w/%E6%9C%AC%E7%95%AA%20%5B1%5D.yml');
seen('/w/stack (1).yml', 'file:///w/stack%20%281%29.yml', 'file:///w/stack%20(1).yml');
seen('/w/team@web.yml', 'file:///w/team%40web.yml', 'file:///w/team@web.yml');
seen('/w/RUNNER~1.yml', 'file:///w/RUNNER~1.yml', 'file:///w/RUNNER%7E1.yml');
JS
node check.cjs
echo holds
