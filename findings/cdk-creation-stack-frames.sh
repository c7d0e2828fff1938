#!/bin/sh
# Where an app made a construct is not always in the metadata of the CDK, and not always under the name of its class.
#
# Packages: aws-cdk-lib@2.276.0
# Guess:    the first frame of `aws:cdk:creationStack` that is of the app is `new Web`, at the line that makes the construct, in a
#           field of the class as in its constructor.
# Seen:     for a field it is `<instance_members_initializer>` at that line, and `new Web` follows at the line of `super`. The
#           traces are cut by depth: those of the subnets of a VPC that a cluster makes for itself hold no frame of the app.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  aws-cdk-lib@2.276.0 constructs@10.8.1

cat >app.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { App, Stack } = require('aws-cdk-lib');
const { Cluster } = require('aws-cdk-lib/aws-ecs');

class Web extends Stack {
  inField = new Cluster(this, 'InField');
  constructor(scope, id) {
    super(scope, id);
    this.inConstructor = new Cluster(this, 'InConstructor');
  }
}

const app = new App({ analyticsReporting: false, outdir: 'out' });
new Web(app, 'Web');
app.synth();

const { artifacts } = JSON.parse(readFileSync('out/manifest.json', 'utf8'));
const metadata = JSON.parse(readFileSync(`out/${artifacts.Web.additionalMetadataFile}`, 'utf8'));
for (const path of ['InField/Resource', 'InConstructor/Resource', 'InConstructor/Vpc/PublicSubnet1/RouteTable']) {
  const { data } = metadata[`/Web/${path}`].find(each => each.type === 'aws:cdk:creationStack');
  const frames = data.filter(each => each.includes('app.cjs'));
  console.log(`${path}: ${frames.map(each => each.replace(/\(.*(?=app\.cjs)/, '(')).join(' < ') || 'no frame of the app'}`);
}
JS
# The validation that the CDK brings takes seconds and has no part in this.
CDK_VALIDATION=false node --no-warnings app.cjs >seen
cat seen
cat >expected <<'TXT'
InField/Resource: <instance_members_initializer> (app.cjs:6:13) < new Web (app.cjs:8:5) < <anonymous> (app.cjs:14:1)
InConstructor/Resource: new Web (app.cjs:9:26) < <anonymous> (app.cjs:14:1)
InConstructor/Vpc/PublicSubnet1/RouteTable: no frame of the app
TXT
diff expected seen || { echo 'changed: the frames'; exit 1; }
echo holds
