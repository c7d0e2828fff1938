#!/bin/sh
# One patch of git, of a template with a Japanese name and one with a blank, in three readers.
#
# Packages: diff@9.0.0, parse-diff@0.12.0, gitdiff-parser@0.3.1; git from the system
# Guess:    git escapes the name (core.quotePath), and all three readers give the escaped text with its quotes.
# Seen:     diff gives the name itself. parse-diff gives octal escapes without quotes, which are no name of anything.
#           gitdiff-parser loses the first letter and keeps the last quote ("/\346…\""), and keeps the tab behind a name with a
#           blank. Of a patch without `diff --git` lines, which `git apply` takes, gitdiff-parser sees no file at all.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact diff@9.0.0 parse-diff@0.12.0 gitdiff-parser@0.3.1

mkdir repository
cd repository
git init -q
printf 'a: 1\n' >本番.yml
printf 'a: 1\n' >'web stack.yml'
git add .
printf 'a: 2\n' >本番.yml
printf 'a: 2\n' >'web stack.yml'
git -c core.quotePath=true diff --no-color --no-ext-diff >../git.patch
git -c core.quotePath=false diff --no-color --no-ext-diff | grep -vE '^(diff|index) ' >../plain.patch
git checkout -q .
git apply --check ../plain.patch
cd ..

cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parsePatch } from 'diff';
import gitdiff from 'gitdiff-parser';
import parseDiff from 'parse-diff';
const readers = {
  diff: text => parsePatch(text).map(each => each.newFileName),
  'parse-diff': text => parseDiff(text).map(each => each.to),
  'gitdiff-parser': text => gitdiff.parse(text).map(each => each.newPath),
};
function seen(file, expected) {
  const text = readFileSync(file, 'utf8');
  const found = Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(text).toSorted()]));
  console.log(file, JSON.stringify(found, null, 2));
  assert.deepEqual(found, expected);
}
const escaped = String.raw`\346\234\254\347\225\252.yml`;
seen('git.patch', {
  diff: ['b/web stack.yml', 'b/本番.yml'],
  'parse-diff': [escaped, 'web stack.yml'],
  'gitdiff-parser': [`/${escaped}"`, 'web stack.yml\t'],
});
seen('plain.patch', {
  diff: ['b/web stack.yml', 'b/本番.yml'],
  'parse-diff': ['web stack.yml', '本番.yml'],
  'gitdiff-parser': [],
});
JS
node check.mjs
echo holds
