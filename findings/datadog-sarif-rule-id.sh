#!/bin/sh
# datadog-ci refuses SARIF results that name their rule by `ruleIndex` alone.
#
# Packages: @datadog/datadog-ci@5.25.0, @datadog/datadog-ci-plugin-sarif@5.25.0 (run with --dry-run; nothing is sent)
# Guess:    a result needs `ruleId` or `ruleIndex`: SARIF makes `ruleId` optional (only `message` is required).
# Seen:     without `ruleId` the whole file is refused as not compliant with the schema ("a result should have a ruleId"). A
#           result with `ruleId`, and without `level` and `ruleIndex`, is taken.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @datadog/datadog-ci@5.25.0 @datadog/datadog-ci-plugin-sarif@5.25.0

git init -q repository
cd repository
result() {
  echo "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"lint\",\"rules\":[{\"id\":\"exec\"}]}},\"results\":[{$1,
    \"message\":{\"text\":\"off\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a.yml\"},\"region\":{\"startLine\":1}}}]}]}]}"
}
result '"ruleId":"exec"' >by-id.sarif
result '"ruleIndex":0' >by-index.sarif
git add .
git -c user.name=name -c user.email=name@example.com commit -qm 'reports'
git remote add origin https://example.com/repository.git
upload() {
  DD_API_KEY=none ../node_modules/.bin/datadog-ci sarif upload --dry-run --service web --env ci "$1" >out 2>&1 || true
  grep -E 'ruleId|Invalid|Uploaded|Cannot find' out
}
fail() { echo "changed: $1"; exit 1; }
upload by-id.sarif
grep -q 'Uploaded 1 files' out || fail 'ruleId alone is not taken'
upload by-index.sarif
grep -q 'a result should have a ruleId' out || fail 'ruleIndex alone is taken'
echo holds
