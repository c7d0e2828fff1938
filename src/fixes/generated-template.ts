import { type ConstructLookup, type Generator, generatorOf } from '../cfn/template/generator.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Document } from '../syntax/document.ts';
import { type GeneratedChange, type LauncherResource, resourceAt } from './generated-change.ts';
import { adviceFor } from './generator-advice.ts';

/** Who would overwrite what is written into a template about a resource of it: the start of a sentence. */
export function writerOf(
  document: Document,
  resource: string | undefined,
  constructs: ConstructLookup | undefined,
): Sentence | undefined {
  const resources = resource === undefined ? [] : [{ document, id: resource }];
  const generator = generatorOf(document) ?? generatorByConstructs(resources, constructs);
  return generator && WRITERS[generator];
}

/** What to do instead of edits in a template that a tool writes, where that comes from: a phrase. */
export function adviceAtSource(change: GeneratedChange): Sentence | undefined {
  const generator = generatorOfChange(change);
  const advice = generator && adviceFor(generator, change);
  return advice && generator === 'cdk' ? say`in the CDK app, ${advice}` : advice;
}

/**
 * Why edits would not last in a template that a tool writes, and what to do where it comes from. A complete sentence.
 */
export function sourceOfTruthHint(change: GeneratedChange): Sentence | undefined {
  const generator = generatorOfChange(change);
  const advice = adviceAtSource(change);
  if (!generator || !advice) return undefined;
  return say`${WRITERS[generator]} generates this template, and would undo the change: ${advice}.`;
}

function generatorOfChange({ edits, launchers, constructs }: GeneratedChange): Generator | undefined {
  const [first] = edits;
  const generator = first && generatorOf(first.at.document);
  return generator ?? generatorByConstructs([...edits.map(resourceAt), ...launchers], constructs);
}

/** What is in an assembly was written by the CDK, wherever that is and whatever the template itself tells. */
function generatorByConstructs(
  resources: readonly LauncherResource[],
  constructs: ConstructLookup | undefined,
): Generator | undefined {
  return resources.some(({ document, id }) => constructs?.(document, id)) ? 'cdk' : undefined;
}

const WRITERS: Readonly<Record<Generator, Sentence>> = {
  cdk: say`The AWS CDK`,
  sam: say`\`sam build\``,
  serverless: say`The Serverless Framework`,
  copilot: say`AWS Copilot`,
};
