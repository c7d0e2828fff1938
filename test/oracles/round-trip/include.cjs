// What the CDK makes of templates that it includes: each argument is a template, and each line its JSON or an error.
const { App, DefaultStackSynthesizer, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');

for (const templateFile of process.argv.slice(2)) {
  try {
    const app = new App({ analyticsReporting: false });
    const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
    const stack = new Stack(app, 'Stack', { synthesizer });
    new CfnInclude(stack, 'Template', { templateFile });
    console.log(JSON.stringify({ template: app.synth().getStackByName('Stack').template }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message).split('\n')[0] }));
  }
}
