#!/bin/sh
# The multitool's `merge` leaves out the rules that found nothing.
#
# Packages: @microsoft/sarif-multitool-linux@5.7.0 (the part of @microsoft/sarif-multitool for Linux on x64)
# Guess:    runs stay apart unless `--merge-runs` is given; then the lists of rules are joined.
# Seen:     there is no `--merge-runs` any more, and two files of one tool are always one run. Of three rules only the two with
#           a result are left, so what was checked and is in order is not told; which of them comes first differs from run to
#           run. `ruleIndex` is right again, suppressions are kept.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact @microsoft/sarif-multitool-linux@5.7.0
# A package of npm that is installed without its scripts has no permission to run.
tool=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod +x "$tool"

report() {
  echo "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"lint\",\"rules\":[{\"id\":\"clean\"},{\"id\":\"$1\"}]}},\"results\":[{
    \"ruleId\":\"$1\",\"ruleIndex\":1,\"message\":{\"text\":\"off\"},\"suppressions\":[{\"kind\":\"inSource\"}],
    \"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"$1.yml\"},\"region\":{\"startLine\":1}}}]}]}]}"
}
report exec >exec.sarif
report logs >logs.sarif
"$tool" merge exec.sarif logs.sarif --output-file merged.sarif
if "$tool" merge exec.sarif logs.sarif --merge-runs --output-file other.sarif >out 2>&1; then echo 'changed: --merge-runs is known'; exit 1; fi
grep 'merge-runs' out

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { runs } = JSON.parse(readFileSync('merged.sarif', 'utf8').replace(/^\uFEFF/, ''));
const found = runs.map(({ tool, results }) => ({
  rules: tool.driver.rules.map(each => each.id).sort(),
  results: results.map(each => [each.ruleId, tool.driver.rules[each.ruleIndex].id, each.suppressions.length]).sort(),
}));
console.log(JSON.stringify(found));
assert.deepEqual(found, [{ rules: ['exec', 'logs'], results: [['exec', 'exec', 1], ['logs', 'logs', 1]] }]);
JS
node check.cjs
echo holds
