#!/bin/sh
# Which file a nested stack of the CDK is made of is in its template only where the CLI has asked for it.
#
# Packages: aws-cdk-lib@2.276.0
# Guess:    the resource of a nested stack says in `Metadata` which file beside its template it is made of, also after
#           `app.synth()`, as in a test of the app.
# Seen:     without the context that the CLI sets there is no `Metadata`. The address ends in the hash of the template as it is
#           uploaded, which is not that of the file; only the manifest of assets connects the two.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact \
  aws-cdk-lib@2.276.0 constructs@10.8.1

cat >app.cjs <<'JS'
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { App, NestedStack, Stack } = require('aws-cdk-lib');
const { Topic } = require('aws-cdk-lib/aws-sns');

const read = file => JSON.parse(readFileSync(file, 'utf8'));

for (const isByCli of [false, true]) {
  const outdir = `out-${isByCli}`;
  const context = { 'aws:cdk:enable-asset-metadata': isByCli };
  const app = new App({ analyticsReporting: false, outdir, context });
  new Topic(new NestedStack(new Stack(app, 'Shop'), 'Inner'), 'Topic');
  app.synth();
  const { Resources } = read(`${outdir}/Shop.template.json`);
  const { Metadata, Properties } = Object.values(Resources).find(each => each.Type === 'AWS::CloudFormation::Stack');
  const end = Properties.TemplateURL['Fn::Join'][1].at(-1);
  const files = Object.entries(read(`${outdir}/Shop.assets.json`).files);
  const [key, { source }] = files.find(([, each]) => each.source.path.includes('.nested.'));
  const hash = createHash('sha256').update(readFileSync(`${outdir}/${source.path}`)).digest('hex');
  console.log(`asset metadata ${isByCli ? 'on' : 'off'}: ${Metadata?.['aws:asset:path'] ?? 'no path'}`);
  console.log(`  the address ends in the key of the manifest: ${end === `/${key}.json`}, in the hash of the file: ${key === hash}`);
}
JS
# The validation that the CDK brings takes seconds and has no part in this.
CDK_VALIDATION=false node --no-warnings app.cjs >seen
cat seen
cat >expected <<'TXT'
asset metadata off: no path
  the address ends in the key of the manifest: true, in the hash of the file: false
asset metadata on: ShopInnerE5AC8EA9.nested.template.json
  the address ends in the key of the manifest: true, in the hash of the file: false
TXT
diff expected seen || { echo 'changed: the addresses'; exit 1; }
echo holds
