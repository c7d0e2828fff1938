import { text } from '../cfn/functions/intrinsic.ts';
import { constructOf, type Generator, generatorOf } from '../cfn/template/generator.ts';
import type { Edit } from '../edit/tree/edit.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Document } from '../syntax/document.ts';
import { nodeAt } from '../syntax/place.ts';

/** Who would overwrite what is written into a template: the start of a sentence. */
export function writerOf(document: Document): Sentence | undefined {
  const generator = generatorOf(document);
  return generator && WRITERS[generator];
}

/**
 * Why edits would not last in a template that a tool writes, and what to do where it comes from. A complete sentence.
 */
export function sourceOfTruthHint(edits: readonly Edit[]): Sentence | undefined {
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

/** Goes on from the change that is to be made. */
function cure(generator: Generator, edits: readonly Edit[]): Sentence {
  switch (generator) {
    case 'cdk':
      return say`${inCdk(edits)} in the CDK app`;
    case 'sam':
      return say`make it in the template that this one is built from`;
    case 'serverless':
      return say`make it under \`resources\` in \`serverless.yml\``;
  }
}

/**
 * What to set in the CDK app: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs-readme.html#ecs-exec.
 * With `enableExecuteCommand` services grant the session's rights, and those of its log, to their task role.
 */
function inCdk(edits: readonly Edit[]): Sentence {
  const flag = edits.find(each => each.op === 'set' && each.at.path.at(-1) === 'EnableExecuteCommand');
  if (flag?.op === 'set') {
    const setting =
      typeof flag.value === 'boolean' ? `enableExecuteCommand: ${flag.value}` : 'enableExecuteCommand';
    return say`set \`${setting}\` on \`${construct(flag)}\``;
  }
  const cluster = edits.find(each => typeOf(each) === 'AWS::ECS::Cluster');
  if (cluster) return say`set \`executeCommandConfiguration\` on the cluster \`${construct(cluster)}\``;
  const role = edits.find(each => each.at.path.at(-1) === 'TaskRoleArn');
  if (role) return say`give the task definition \`${construct(role)}\` its \`taskRole\``;
  if (edits.every(grants))
    return say`services with \`enableExecuteCommand: true\` get these rights by themselves; for other tasks, call \`addToTaskRolePolicy\` on the task definition`;
  return elsewhere(edits.find(each => each.op !== 'remove') ?? edits[0]);
}

/** Whether an edit allows a role what a session or its log needs. */
function grants(edit: Edit): boolean {
  const isOfIam = typeOf(edit)?.startsWith('AWS::IAM::') ?? false;
  if (!isOfIam || !('value' in edit) || (edit.op === 'set' && typeof edit.value === 'string')) return false;
  return /"(?:ssmmessages:|logs:|s3:|kms:Decrypt)/.test(JSON.stringify(edit.value));
}

/** How a change is made that the CDK has no setting of its own for, or one that is called something else. */
function elsewhere(edit: Edit | undefined): Sentence {
  const [, id, section] = edit?.at.path ?? [];
  if (!edit || id === undefined || section === undefined) return say`make it`;
  const name = construct(edit);
  if (section === 'DependsOn') return say`call \`node.addDependency\` on \`${name}\``;
  if (typeOf(edit)?.startsWith('AWS::IAM::')) return say`make it on \`${name}\``;
  return say`make it on \`${name}\`, if need be by \`addPropertyOverride\`,`;
}

/** The construct that a resource comes from, as far as the template tells. */
function construct({ at: { document, path } }: Edit): string {
  const id = String(path[1]);
  return constructOf(document, id) ?? id;
}

function typeOf({ at: { document, path } }: Edit): string | undefined {
  if (path.length < 3) return undefined;
  return text(nodeAt({ document, path: [...path.slice(0, 2), 'Type'] }));
}
