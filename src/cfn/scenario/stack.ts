import type { Document } from '../../syntax/document.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { textAt } from '../functions/intrinsic.ts';
import type { Declarations, ResourceDeclaration } from '../template/declarations.ts';
import type { Budget } from './budget.ts';
import type { Domains } from './domain.ts';
import type { TemplateSet } from './template-set.ts';

/** A stack inside which another one is made: the resource there that is this stack. */
export interface Nesting {
  readonly stack: Stack;
  readonly at: Place;
}

/** Where each type of nested stack says what its template is. */
const TEMPLATE_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/** One template as it is deployed: on its own, or nested in the stack of another one, which gives it its parameters. */
export class Stack {
  /** Tells it from the other stacks of its system. */
  readonly key: string;
  readonly declarations: Declarations;
  /** The templates that it was given together with. */
  readonly system: TemplateSet | undefined;
  readonly parent: Nesting | undefined;
  /** The stacks nested in it, by logical id, as far as their templates were given. */
  readonly children: Map<string, Stack> = new Map();
  #domains: Domains | undefined;

  constructor(
    system: TemplateSet | undefined,
    key: string,
    declarations: Declarations,
    parent: Nesting | undefined,
  ) {
    this.system = system;
    this.key = key;
    this.declarations = declarations;
    this.parent = parent;
  }

  /** That of all stacks with its template; without a system there is no end to it. */
  get effort(): Budget | undefined {
    return this.system?.effort(this.document);
  }

  get document(): Document {
    return this.declarations.document;
  }

  domains(make: () => Domains): Domains {
    this.#domains ??= make();
    return this.#domains;
  }

  /** Where the parent stack says what a parameter is; nothing when there is none. */
  passed(parameter: string): Place | undefined {
    return this.parent && child(this.parent.at, 'Properties', 'Parameters', parameter);
  }

  /** The stacks around it, from the inside out, and itself. */
  lineage(): readonly Stack[] {
    return [this, ...(this.parent?.stack.lineage() ?? [])];
  }
}

/** The nested stacks that a template declares, with the path of their template where it is a file. */
export function nestedIn(declarations: Declarations): readonly { id: string; at: Place; path: string }[] {
  return [...TEMPLATE_PROPERTIES].flatMap(([type, property]) =>
    declarations.ofType(type).flatMap(({ id, at }) => {
      const place = child(at, 'Properties', property);
      const path = nodeAt(place)?.kind === 'scalar' ? textAt(place) : assetAt(at, property);
      const resolved = path === undefined ? undefined : resolve(declarations.document.file, path);
      return resolved === undefined ? [] : [{ id, at, path: resolved }];
    }),
  );
}

/** The resources of a template that are nested stacks. */
export function nestedStacksIn(declarations: Declarations): readonly ResourceDeclaration[] {
  return [...TEMPLATE_PROPERTIES.keys()].flatMap(type => declarations.ofType(type));
}

/**
 * The file that the CDK wrote a nested template to, beside this one, before it uploads it.
 * https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/cx-api/lib/assets.ts
 */
function assetAt(resource: Place, property: string): string | undefined {
  const metadata = child(resource, 'Metadata');
  const isOfProperty = textAt(child(metadata, 'aws:asset:property')) === property;
  return isOfProperty ? textAt(child(metadata, 'aws:asset:path')) : undefined;
}

/** A path relative to a file, in one spelling; nothing for an address, or for one that leads out of the root. */
function resolve(file: string, path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('/')) return undefined;
  const parts = normalize(file).split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if ((parts.pop() ?? '..') === '..') return undefined;
  }
  return parts.join('/');
}

/** A file's path in the spelling of `nestedIn`. */
export function normalize(file: string): string {
  return file
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/');
}
