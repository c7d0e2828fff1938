#!/bin/sh
# The minimal configuration in the README of a plugin of the Serverless Framework cannot be packaged.
#
# Packages: serverless@3.40.0, serverless-fargate-tasks@0.6.2
# Guess:    a service with the minimal configuration of the plugin's README is packaged; its tasks have a role of their own.
# Seen:     it fails until `provider.stackTags` is there, and then until the service has a function: the task role is the role of
#           the functions, to which permissions for sessions are granted too.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  serverless@3.40.0 serverless-fargate-tasks@0.6.2
export SLS_TELEMETRY_DISABLED=1 SLS_NOTIFICATIONS_MODE=off CI=1 HOME="$work"
echo 'exports.handler = async () => 1;' >index.js

package() {
  rm -rf .serverless
  {
    printf 'service: shop\nframeworkVersion: "3"\nplugins: [serverless-fargate-tasks]\n'
    printf 'package: {excludeDevDependencies: false, patterns: ["!**", index.js]}\n'
    printf 'provider: {name: aws, region: eu-west-1, runtime: nodejs20.x%s}\n' "$1"
    printf '%s\n' "$2"
    printf 'custom: {fargate: {vpc: {subnets: [subnet-12345678]}, tasks: {web: {image: nginx}}}}\n'
  } >serverless.yml
  node node_modules/serverless/bin/serverless.js package >log 2>&1 || true
  grep -o 'TypeError: [A-Za-z ]*' log || node -e '
    const { Resources } = require("./.serverless/cloudformation-template-update-stack.json");
    console.log("packaged, the task role is", JSON.stringify(Resources.WebTask.Properties.TaskRoleArn));'
}

{
  echo "as in its README: $(package '' '')"
  echo "with stackTags: $(package ', stackTags: {team: shop}' '')"
  echo "and a function: $(package ', stackTags: {team: shop}' 'functions: {hello: {handler: index.handler}}')"
} >seen
cat seen
cat >expected <<'TXT'
as in its README: TypeError: Cannot convert undefined or null to object
with stackTags: TypeError: Cannot read properties of undefined 
and a function: packaged, the task role is {"Fn::Sub":"${IamRoleLambdaExecution}"}
TXT
diff expected seen || { echo 'changed: what can be packaged'; exit 1; }
echo holds
