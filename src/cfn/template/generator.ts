import type { Document } from '../../syntax/document.ts';
import { entry, type Node } from '../../syntax/node.ts';
import { nodeAt } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import { text } from '../functions/intrinsic.ts';

/** The tools that write templates anew from something else, so that a change in the template does not last. */
export type Generator = 'cdk' | 'sam' | 'serverless';

/** Where the tools put what they write. */
const FOLDERS: readonly (readonly [RegExp, Generator])[] = [
  [/(?:^|[/\\])cdk\.out[/\\]/, 'cdk'],
  [/(?:^|[/\\])\.aws-sam[/\\]build[/\\]/, 'sam'],
  [/(?:^|[/\\])\.serverless[/\\]/, 'serverless'],
];

/** https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html#identifiers-paths */
const PATH = 'aws:cdk:path';

/** The tool that wrote a template, as far as its place or its metadata tell. */
export const generatorOf: (document: Document) => Generator | undefined = memoize(document => {
  const folder = FOLDERS.find(([pattern]) => pattern.test(document.file));
  return folder ? folder[1] : isOfCdk(document) ? 'cdk' : undefined;
});

function isOfCdk(document: Document): boolean {
  const resources = nodeAt({ document, path: ['Resources'] });
  if (resources?.kind !== 'mapping') return false;
  return resources.entries.some(
    ({ value }) => text(property(value, 'Type')) === 'AWS::CDK::Metadata' || pathOf(value) !== undefined,
  );
}

/** The construct of a CDK app that a resource comes from: `Stack/Service`. */
export function constructOf(document: Document, id: string): string | undefined {
  return pathOf(nodeAt({ document, path: ['Resources', id] }))?.replace(/\/(?:Resource|Default)$/, '');
}

function pathOf(resource: Node | undefined): string | undefined {
  return text(property(property(resource, 'Metadata'), PATH));
}

function property(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'mapping' ? entry(node, key)?.value : undefined;
}
