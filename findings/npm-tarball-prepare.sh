#!/bin/sh
# npm asks to approve the `prepare` script of a packed tarball, and never runs it.
#
# Packages: npm@11.19.1
# Guess:    `prepare` runs for folders and git alone, so that nobody is asked about it when a `.tgz` is installed; what is approved
#           is written down by the name of the package.
# Seen:     there is a warning that names the script. `npm install-scripts approve` writes the absolute path of the tarball to
#           package.json, which means nothing on another machine. The warning is gone, and the script does not run all the same.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact npm@11.19.1
npm="$work/node_modules/npm/bin/npm-cli.js"

mkdir package consumer
echo "{\"name\": \"prepared\", \"version\": \"1.0.0\", \"scripts\": {\"prepare\": \"echo >$work/ran\"}}" >package/package.json
(cd package && node "$npm" pack --silent --ignore-scripts --pack-destination "$work")

cd consumer
echo '{"private": true}' >package.json
node "$npm" install ../prepared-1.0.0.tgz --no-audit --no-fund >asked.txt 2>&1
grep 'prepared@1.0.0 (prepare: ' asked.txt || { echo 'changed: nobody is asked about prepare'; exit 1; }

node "$npm" install-scripts approve prepared
cat package.json
grep -qF "\"file:$work/prepared-1.0.0.tgz\"" package.json || { echo 'changed: what is approved is no absolute path'; exit 1; }
rm -rf node_modules
node "$npm" ci --no-audit --no-fund >approved.txt 2>&1
if grep 'allowScripts' approved.txt; then echo 'changed: the approval does not count'; exit 1; fi
[ ! -e "$work/ran" ] || { echo 'changed: prepare of a tarball runs'; exit 1; }
echo holds
