#!/bin/sh
# iam-expand takes misspelt actions out of a policy without a word.
#
# Packages: @cloud-copilot/iam-expand@0.11.44
# Guess:    an action without a wildcard is returned as it is, which is what the documentation of `expandIamActions` says.
# Seen:     `ssmmessages:CreateControlChanel` is left out of the result, and in a document the statement is left with fewer
#           actions or with none. `invalidActionBehavior` can change that; without it nothing tells that an action is gone.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact @cloud-copilot/iam-expand@0.11.44

cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import { expandIamActions, expandJsonDocument } from '@cloud-copilot/iam-expand';
function seen(what, found, expected) {
  console.log(what, JSON.stringify(found));
  assert.deepEqual(found, expected);
}
seen('right', await expandIamActions('ssmmessages:CreateControlChannel'), ['ssmmessages:CreateControlChannel']);
seen('misspelt', await expandIamActions('ssmmessages:CreateControlChanel'), []);
const statement = Action => ({ Effect: 'Allow', Action, Resource: '*' });
const document = {
  Version: '2012-10-17',
  Statement: [statement(['ssmmessages:CreateControlChanel', 'ssmmessages:OpenData*']), statement('ssmmessages:CreateControlChanel')],
};
const { Statement } = await expandJsonDocument({}, document);
seen('document', Statement.map(each => each.Action), [['ssmmessages:OpenDataChannel'], []]);
JS
node check.mjs
echo holds
