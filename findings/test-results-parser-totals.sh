#!/bin/sh
# test-results-parser counts fewer tests than there are, and shows escaped line breaks.
#
# Packages: test-results-parser@0.4.6
# Guess:    `total` is the attribute `tests`, and attributes are decoded.
# Seen:     `total` is `tests` without the skipped ones, though these are counted in `skipped` and listed as cases: 2 + 1 of a
#           total of 2. `&lt;` is decoded, `&#10;` stands in messages as it is.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact test-results-parser@0.4.6

cat >report.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lint" tests="3" failures="1" skipped="1">
  <testsuite name="template.yml" tests="3" failures="1" skipped="1">
    <testcase name="a"/>
    <testcase name="b"><failure message="&lt;off&gt;&#10;second line"/></testcase>
    <testcase name="c"><skipped/></testcase>
  </testsuite>
</testsuites>
XML
cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import results from 'test-results-parser';
const { total, passed, failed, skipped, suites } = results.parse({ type: 'junit', files: ['report.xml'] });
const [{ cases }] = suites;
const found = { total, passed, failed, skipped, cases: cases.length, message: cases[1].failure };
console.log(JSON.stringify(found));
assert.deepEqual(found, { total: 2, passed: 1, failed: 1, skipped: 1, cases: 3, message: '<off>&#10;second line' });
JS
node --no-warnings check.mjs
echo holds
