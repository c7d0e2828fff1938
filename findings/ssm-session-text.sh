#!/bin/sh
# ssm-session, a client for Session Manager, takes texts and sends them as Latin-1.
#
# Packages: ssm-session@1.0.6
# Guess:    a text that is given to `buildInputMessage` goes out as UTF-8.
# Seen:     é goes out as the one byte E9, which is not UTF-8, and a text with あ is a TypeError about `substring`. Bytes of
#           UTF-8, as its examples have it, arrive. Besides, an acknowledgement names `output_stream_data` whatever message type
#           it is asked to acknowledge.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact ssm-session@1.0.6

cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import module from 'ssm-session';
const ssm = module.ssm ?? module.default ?? module;
const sent = given => Buffer.from(ssm.decode(ssm.buildInputMessage(given, 1)).payload).toString('hex');
const utf8 = text => new TextEncoder().encode(text);
function seen(what, found, expected) {
  console.log(what, JSON.stringify(found));
  assert.deepEqual(found, expected);
}
seen('bytes', [sent(utf8('é')), sent(utf8('あ'))], ['c3a9', 'e38182']);
seen('text', sent('é'), 'e9');
assert.throws(() => sent('あ'), /TypeError: Cannot read properties of undefined \(reading 'substring'\)/);
const { payload } = ssm.decode(ssm.buildAcknowledge('start_publication', 0, '0b3dd0b8-1e6c-4f5c-9d4e-111122223333'));
seen('acknowledges', JSON.parse(Buffer.from(payload)).AcknowledgedMessageType, 'output_stream_data');
JS
node check.mjs
echo holds
