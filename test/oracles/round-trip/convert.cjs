// What becomes of templates that cdk-from-cfn converts to TypeScript and the CDK synthesizes: each argument is a template,
// and each line its JSON or an error.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { App, DefaultStackSynthesizer } = require('aws-cdk-lib');
const { transmute } = require('cdk-from-cfn');
const { transformSync } = require('esbuild');

for (const file of process.argv.slice(2)) {
  try {
    const source = transmute(readFileSync(file, 'utf8'), 'typescript', 'Converted', 'stack');
    const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
    const converted = new Module(__filename, module);
    converted.paths = module.paths;
    converted.filename = __filename;
    converted._compile(code, __filename);
    const app = new App({ analyticsReporting: false });
    const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
    new converted.exports.Converted(app, 'Stack', { synthesizer });
    console.log(JSON.stringify({ template: app.synth().getStackByName('Stack').template }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message ?? error).split('\n')[0] }));
  }
}
