#!/bin/sh
# Two readers of JUnit reports make numbers of names that look like one.
#
# Packages: junit2json@4.0.0, test-results-parser@0.4.6
# Guess:    attributes such as `name` and `classname` stay text; only counts and times are numbers.
# Seen:     a case named "007" is 7 in both, and a class "1.10" is 1.1 in junit2json, so the two classes 1.1 and 1.10 are one.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact junit2json@4.0.0 test-results-parser@0.4.6

cat >report.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lint" tests="2" failures="0">
  <testsuite name="template.yml" tests="2" failures="0">
    <testcase name="007" classname="1.10"/>
    <testcase name="7" classname="1.1"/>
  </testsuite>
</testsuites>
XML
cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'junit2json';
import results from 'test-results-parser';
const { testsuite } = await parse(readFileSync('report.xml', 'utf8'));
const found = testsuite[0].testcase.map(each => [each.name, each.classname]);
console.log('junit2json', JSON.stringify(found));
assert.deepEqual(found, [[7, 1.1], [7, 1.1]]);
const cases = results.parse({ type: 'junit', files: ['report.xml'] }).suites[0].cases.map(each => each.name);
console.log('test-results-parser', JSON.stringify(cases));
assert.deepEqual(cases, [7, 7]);
JS
node --no-warnings check.mjs
echo holds
