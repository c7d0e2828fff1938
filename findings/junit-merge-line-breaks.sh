#!/bin/sh
# Two mergers of JUnit reports turn line breaks in messages into blanks for whoever reads the result.
#
# Packages: junit-report-merger@9.0.4, junit-merge@2.0.0; Python 3.11 of Debian 12 reads (xml.etree)
# Guess:    messages come out as they went in, so `&#10;` in an attribute is still `&#10;`.
# Seen:     both write the line break itself into the attribute. XML reads that as a blank, so a message of two lines is one
#           line.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact junit-report-merger@9.0.4 junit-merge@2.0.0

cat >report.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lint" tests="1" failures="1">
  <testsuite name="template.yml" tests="1" failures="1">
    <testcase name="exec" classname="Service"><failure message="ECS Exec is off.&#10;Set it to true."/></testcase>
  </testsuite>
</testsuites>
XML
node_modules/.bin/jrm merger.xml report.xml
node_modules/.bin/junit-merge -o merge.xml report.xml
message() {
  python3 -c 'import sys, xml.etree.ElementTree as tree; print(repr(tree.parse(sys.argv[1]).find(".//failure").get("message")))' "$1"
}
for file in report merger merge; do
  echo "$file: $(message $file.xml)"
done
[ "$(message report.xml)" = "'ECS Exec is off.\\nSet it to true.'" ] || { echo 'changed: the report'; exit 1; }
for file in merger merge; do
  [ "$(message $file.xml)" = "'ECS Exec is off. Set it to true.'" ] || { echo "changed: $file"; exit 1; }
done
echo holds
