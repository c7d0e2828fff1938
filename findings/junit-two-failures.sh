#!/bin/sh
# A test case with two failures, in four readers of JUnit reports and one that counts.
#
# Packages: junit2json@4.0.0, junit-to-ctrf@0.0.14, test-results-parser@0.4.6, junitxml-to-javascript@1.1.4; Debian 12:
#           python3-junitparser 2.8.0-1 and python3-future (unpacked into the temporary folder; needs no root)
# Guess:    all of them have both messages, as most schemas allow several `failure` elements in a case.
# Seen:     junit2json and junitparser have both; junit-to-ctrf and test-results-parser have the first and nothing says that
#           there was another; junitxml-to-javascript has a failed test and no message at all. junitparser counts one case as
#           two failures as soon as it counts for itself.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  junit2json@4.0.0 junit-to-ctrf@0.0.14 test-results-parser@0.4.6 junitxml-to-javascript@1.1.4
apt-get download -qq python3-junitparser python3-future 2>/dev/null
for package in *.deb; do dpkg -x "$package" packages; done

cat >report.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lint" tests="1" failures="1">
  <testsuite name="template.yml" tests="1" failures="1">
    <testcase name="exec" classname="Service"><failure message="off"/><failure message="no role"/></testcase>
  </testsuite>
</testsuites>
XML
node_modules/.bin/junit-to-ctrf report.xml -o ctrf.json >/dev/null
cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'junit2json';
import ToJavaScript from 'junitxml-to-javascript';
import results from 'test-results-parser';
const text = readFileSync('report.xml', 'utf8');
function seen(reader, found, expected) {
  console.log(reader, JSON.stringify(found));
  assert.deepEqual(found, expected);
}
seen('junit2json', (await parse(text)).testsuite[0].testcase[0].failure.map(each => each.message), ['off', 'no role']);
seen('junit-to-ctrf', JSON.parse(readFileSync('ctrf.json', 'utf8')).results.tests.map(each => [each.status, each.message]), [
  ['failed', 'off'],
]);
seen('test-results-parser', results.parse({ type: 'junit', files: ['report.xml'] }).suites[0].cases[0].failure, 'off');
const [suite] = (await new ToJavaScript().parseXMLString(text)).testsuites;
seen('junitxml-to-javascript', suite.testCases.map(each => [each.result, each.message]), [['failed', '']]);
JS
node --no-warnings check.mjs
PYTHONPATH=packages/usr/lib/python3/dist-packages python3 - <<'PY'
from junitparser import JUnitXml
report = JUnitXml.fromfile('report.xml')
messages = [result.message for suite in report for case in suite for result in case.result]
before = (report.tests, report.failures)
report.update_statistics()
print('junitparser', messages, before, (report.tests, report.failures))
assert (messages, before, (report.tests, report.failures)) == (['off', 'no role'], (1, 1), (1, 2)), 'changed: junitparser'
PY
echo holds
