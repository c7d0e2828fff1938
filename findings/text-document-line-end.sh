#!/bin/sh
# Two `TextDocument` classes of the language server libraries disagree about a position behind the end of a line.
#
# Packages: vscode-languageserver-types@3.18.5, vscode-languageserver-textdocument@1.0.16
# Guess:    none was written down before; expected was that both give the end of the line without its line break, as the
#           protocol says ("if the character value is greater than the line length it defaults back to the line length").
# Seen:     the one of vscode-languageserver-textdocument does. The one of vscode-languageserver-types, deprecated and still
#           exported, gives the start of the next line, so a text that is put there stands on the wrong line; and for an offset
#           between \r and \n it gives a position that the other one never does.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  vscode-languageserver-types@3.18.5 vscode-languageserver-textdocument@1.0.16

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { TextDocument } = require('vscode-languageserver-textdocument');
const { TextDocument: Deprecated } = require('vscode-languageserver-types');
const text = 'EnableExecuteCommand: true\r\nCluster: main\r\n';
const behind = { line: 0, character: 99 };
function seen(name, { create, applyEdits }, expected) {
  const document = create('file:///template.yml', 'yaml', 1, text);
  const edited = applyEdits(document, [{ range: { start: behind, end: behind }, newText: ' # on' }]);
  const found = { offset: document.offsetAt(behind), inBreak: document.positionAt(27).character, edited };
  console.log(name, JSON.stringify(found));
  assert.deepEqual(found, expected);
}
seen('textdocument', TextDocument, {
  offset: 26,
  inBreak: 26,
  edited: 'EnableExecuteCommand: true # on\r\nCluster: main\r\n',
});
seen('types', Deprecated, {
  offset: 28,
  inBreak: 27,
  edited: 'EnableExecuteCommand: true\r\n # onCluster: main\r\n',
});
JS
node check.cjs
echo holds
