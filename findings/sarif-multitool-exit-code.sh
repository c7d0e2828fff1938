#!/bin/sh
# The multitool's `validate` exits with 0 whatever it finds.
#
# Packages: @microsoft/sarif-multitool-linux@5.7.0 (the part of @microsoft/sarif-multitool for Linux on x64)
# Guess:    errors are exit code 1, as linters have it, and so is a file that is no JSON; `--rich-return-code true` says which.
# Seen:     a log that breaks the schema and a file that is no JSON are errors in the output, followed by "Analysis completed
#           successfully", and the exit code is 0, with that flag too. Only the log that `--output` writes tells.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact @microsoft/sarif-multitool-linux@5.7.0
tool=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod +x "$tool"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

echo '{"version": "2.1.0", "runs": [{"tool": {}}]}' >no-driver.sarif
echo '{' >no-json.sarif
for name in no-driver no-json; do
  "$tool" validate "$name.sarif" --rich-return-code true --output "$name.out" >"$name.txt" || {
    echo "changed: $name ends with $?"
    exit 1
  }
  grep ': error JSON' "$name.txt"
  grep 'Analysis completed successfully' "$name.txt"
done
cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
for (const name of ['no-driver', 'no-json']) {
  const { runs } = JSON.parse(readFileSync(`${name}.out`, 'utf8').replace(/^\uFEFF/, ''));
  const found = runs[0].results.map(({ level, ruleId }) => [level, ruleId]);
  console.log(name, JSON.stringify(found), runs[0].invocations.map(each => each.executionSuccessful));
  assert.ok(found.some(([level]) => level === 'error'), 'changed: the log has no error');
}
JS
node check.cjs
echo holds
