#!/bin/sh
# yaml-language-server 2 marks every short form of a template as an error, and a reference to nothing as information.
#
# Packages: yaml-language-server@2.0.0, vscode-jsonrpc@10.0.0
# Guess:    `!Ref` and the like are warnings (severity 2) until `yaml.customTags` names them; an alias without an anchor, with
#           which no parser can read the file, is an error.
# Seen:     the other way round: "Unresolved tag" is an error (1), "Unresolved alias" is information (3), which many editors do
#           not list.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact yaml-language-server@2.0.0 vscode-jsonrpc@10.0.0

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');
const server = spawn(process.execPath, ['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio']);
const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
connection.onRequest('workspace/configuration', ({ items }) =>
  items.map(({ section }) => (section === 'yaml' ? { validate: true, schemaStore: { enable: false } } : null)),
);
connection.onRequest('client/registerCapability', () => null);
const published = new Promise(resolve => connection.onNotification('textDocument/publishDiagnostics', resolve));
connection.listen();
(async () => {
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///w/template.yml', languageId: 'yaml', version: 1, text: 'Cluster: !Ref Cluster\nTags: *common\n' },
  });
  const { diagnostics } = await published;
  const found = diagnostics.map(each => `${each.severity} ${each.message}`).sort();
  console.log(found.join('\n'));
  server.kill();
  connection.dispose();
  assert.deepEqual(found, ['1 Unresolved tag: !Ref', '3 Unresolved alias "*common"']);
})();
JS
node check.cjs
echo holds
