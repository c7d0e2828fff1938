// Reads templates with AWS's own validator, an independent parser and resolver, and writes one line of JSON for each.
// It runs in a process of its own, since the validator may hang on a template and is then of no use any more.
import { createRequire } from 'node:module';

const { SchemaValidator, TemplateFile, TemplateModel } = createRequire(import.meta.url)(
  '@aws/cloudformation-validate',
);

const validator = new SchemaValidator();
for (const file of process.argv.slice(2)) {
  const result = attempt(() => {
    const template = new TemplateFile(file);
    const model = new TemplateModel(template);
    const resources = Object.values(model.resources()).map(({ diagnostics, ...resource }) => resource);
    model.free();
    return { resources, diagnostics: validator.validate(template, 'us-east-1') };
  });
  process.stdout.write(`${JSON.stringify({ file, ...result })}\n`);
}

/** The validator throws strings. */
function attempt(read) {
  try {
    return read();
  } catch (error) {
    return { error: String(error) };
  }
}
