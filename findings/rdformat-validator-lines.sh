#!/bin/sh
# rdformat-validator knows one of the two forms of reviewdog's format.
#
# Packages: @umbrelladocs/rdformat-validator@1.0.1
# Guess:    it reads the two documented forms: rdjson, one object, and rdjsonl, one diagnostic on each line.
# Seen:     rdjsonl of two lines is a PARSE_ERROR at the start of the second; of one line it is valid, as a single diagnostic.
#           So a report passes while there is one finding, and fails with the next one.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact @umbrelladocs/rdformat-validator@1.0.1

one='{"message":"off","location":{"path":"template.yml","range":{"start":{"line":3}}},"severity":"ERROR"}'
echo "{\"source\":{\"name\":\"lint\"},\"diagnostics\":[$one,$one]}" >report.json
echo "$one" >one.jsonl
printf '%s\n%s\n' "$one" "$one" >two.jsonl
validate() { node_modules/.bin/rdformat-validator --verbose "$1" 2>&1; }
fail() { echo "changed: $1"; exit 1; }

validate report.json | grep -q 'Valid files: 1' || fail 'rdjson is not valid'
validate one.jsonl | grep -q 'Valid files: 1' || fail 'one line is not valid'
validate two.jsonl >out && fail 'two lines are valid'
grep PARSE_ERROR out || fail 'another error for two lines'
echo holds
