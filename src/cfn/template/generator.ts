import type { Document } from '../../syntax/document.ts';
import { entry, type Node } from '../../syntax/node.ts';
import { nodeAt } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import { text, textAt } from '../functions/intrinsic.ts';

/** The tools that write templates anew from something else, so that a change in the template does not last. */
export type Generator = 'cdk' | 'sam' | 'serverless' | 'copilot';

/** A construct of a CDK app. */
export interface Construct {
  /** Its class, without the name of the library, as `aws_ecs.FargateService`; nothing where it is not known. */
  readonly className: string | undefined;
  /** `Stack/Web` */
  readonly path: string;
}

/** Finds the construct of a CDK app that a resource of a template comes from. */
export type ConstructLookup = (document: Document, id: string) => Construct | undefined;

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
  if (folder) return folder[1];
  if (isOfCopilot(document)) return 'copilot';
  return isOfCdk(document) ? 'cdk' : undefined;
});

/** Copilot keeps its version in a template, and the manifest that it wrote it from or descriptions of resources. */
function isOfCopilot(document: Document): boolean {
  const version = textAt({ document, path: ['Metadata', 'Version'] });
  if (version === undefined || !/^v\d/.test(version)) return false;
  return (
    copilotManifest(document) !== undefined ||
    resourcesIn(document).some(each => property(property(each, 'Metadata'), COPILOT) !== undefined)
  );
}

const COPILOT = 'aws:copilot:description';

function copilotManifest(document: Document): string | undefined {
  const manifest = textAt({ document, path: ['Metadata', 'Manifest'] });
  return /^type:/m.test(manifest ?? '') ? manifest : undefined;
}

/** The service, or job, of Copilot that a template is of. */
export function copilotService(document: Document): string | undefined {
  return /^name:\s*["']?([\w-]+)/m.exec(copilotManifest(document) ?? '')?.[1];
}

function isOfCdk(document: Document): boolean {
  return resourcesIn(document).some(
    each => text(property(each, 'Type')) === 'AWS::CDK::Metadata' || pathOf(each) !== undefined,
  );
}

function resourcesIn(document: Document): readonly Node[] {
  const resources = nodeAt({ document, path: ['Resources'] });
  return resources?.kind === 'mapping' ? resources.entries.map(each => each.value) : [];
}

/**
 * The construct of a CDK app that a resource comes from: `Stack/Web`. What it is made of itself has usual names in it,
 * such as `Stack/Web/Service`, where `Stack/Service` is a construct of its own.
 */
export function constructOf(document: Document, id: string): string | undefined {
  const path = constructPath(document, id);
  const isService = textAt({ document, path: ['Resources', id, 'Type'] }) === 'AWS::ECS::Service';
  return path?.replace(
    isService ? /(?<=\/.*)\/(?:Resource|Default|Service)$/ : /\/(?:Resource|Default)$/,
    '',
  );
}

/** The path of the construct that a resource is, as it is written. */
export function constructPath(document: Document, id: string): string | undefined {
  return pathOf(nodeAt({ document, path: ['Resources', id] }));
}

function pathOf(resource: Node | undefined): string | undefined {
  return text(property(property(resource, 'Metadata'), PATH));
}

function property(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'mapping' ? entry(node, key)?.value : undefined;
}
