import { constructOf, type Generator, generatorOf } from '../cfn/generated.ts';
import { text } from '../cfn/intrinsic.ts';
import type { Edit } from '../edit/edit.ts';
import { type Sentence, say } from '../lang/sentence.ts';
import type { Document } from '../syntax/document.ts';
import { nodeAt } from '../syntax/place.ts';

/** Who would overwrite what is written into a template: the start of a sentence. */
export function writerOf(document: Document): Sentence | undefined {
  const generator = generatorOf(document);
  return generator && WRITERS[generator];
}

/** Why edits would not last in a template that a tool writes, and what to do where it comes from. A complete sentence. */
export function doInstead(edits: readonly Edit[]): Sentence | undefined {
  const [first] = edits;
  const generator = first && generatorOf(first.at.document);
  return (
    generator &&
    say`${WRITERS[generator]} writes this template, and would undo the change: ${cure(generator, edits)}.`
  );
}

const WRITERS: Readonly<Record<Generator, Sentence>> = {
  cdk: say`The AWS CDK`,
  sam: say`\`sam build\``,
  serverless: say`The Serverless Framework`,
};

function cure(generator: Generator, edits: readonly Edit[]): Sentence {
  switch (generator) {
    case 'cdk':
      return inCdk(edits);
    case 'sam':
      return say`mend the template that it is built from`;
    case 'serverless':
      return say`mend the resources in \`serverless.yml\``;
  }
}

/**
 * What to set in the CDK app: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs-readme.html#ecs-exec. With
 * `enableExecuteCommand` services grant the session's rights, and those of its log, to their task role.
 */
function inCdk(edits: readonly Edit[]): Sentence {
  const exec = edits.find(each => each.at.path.at(-1) === 'EnableExecuteCommand');
  if (exec) {
    const value = exec.op === 'set' ? JSON.stringify(exec.value) : 'true';
    return say`set \`enableExecuteCommand: ${value}\` on the service${construct(exec)} in the CDK app`;
  }
  const cluster = edits.find(each => typeOf(each) === 'AWS::ECS::Cluster');
  if (cluster)
    return say`set \`executeCommandConfiguration\` on the Cluster${construct(cluster)} in the CDK app`;
  const role = edits.find(each => each.at.path.at(-1) === 'TaskRoleArn');
  if (role) return say`give the task definition${construct(role)} its \`taskRole\` in the CDK app`;
  const grant = edits.find(each => typeOf(each)?.startsWith('AWS::IAM::') && each.op !== 'remove');
  if (grant)
    return say`the CDK grants these rights by itself to services with \`enableExecuteCommand: true\`; for other tasks, call \`addToTaskRolePolicy\` on the task definition in the CDK app`;
  const [other] = edits;
  const property = other?.at.path[3];
  const wanted = typeof property === 'string' ? `\`${camelCase(property)}\`` : say`it`;
  return say`change ${wanted}${other ? construct(other) : ''} in the CDK app`;
}

function construct({ at: { document, path } }: Edit): string {
  const id = path[1];
  const name = typeof id === 'string' ? constructOf(document, id) : undefined;
  return name === undefined ? '' : ` \`${name}\``;
}

function typeOf({ at: { document, path } }: Edit): string | undefined {
  if (path.length < 3) return undefined;
  return text(nodeAt({ document, path: [...path.slice(0, 2), 'Type'] }));
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
