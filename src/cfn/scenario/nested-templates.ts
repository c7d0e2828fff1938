import { type Sentence, say } from '../../i18n/sentence.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { textAt } from '../functions/intrinsic.ts';
import type { Declarations, ResourceDeclaration } from '../template/declarations.ts';
import { folderOf, nearest, normalize, resolve } from './nearest.ts';
import type { Stack } from './stack.ts';
import { type TemplateLocation, templateLocations } from './template-url.ts';

/** Where each type of nested stack says what its template is. */
const TEMPLATE_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/** The given template that a nested stack is made of, or those that it may be made of. */
export interface NestedTemplate {
  readonly id: string;
  readonly at: Place;
  readonly candidates: readonly Declarations[];
  /** Why the only candidate may be another template all the same: a phrase that follows "because". */
  readonly unsure: Sentence | undefined;
}

/** The resources of a template that are nested stacks. */
export function nestedStacksIn(declarations: Declarations): readonly ResourceDeclaration[] {
  return [...TEMPLATE_PROPERTIES.keys()].flatMap(type => declarations.ofType(type));
}

/** The keys of the objects in Amazon S3 that templates are uploaded as, by their files. */
export type ObjectKeys = Readonly<Record<string, readonly string[]>>;

/** The given templates, found by where nested stacks say that they are. */
export class NestedTemplates {
  readonly #byPath: ReadonlyMap<string, Declarations>;
  readonly #byBaseName = new Map<string, { parts: readonly string[]; declarations: Declarations }[]>();

  constructor(given: readonly Declarations[], objectKeys: ObjectKeys) {
    this.#byPath = new Map(given.map(each => [normalize(each.document.file), each]));
    for (const [path, declarations] of this.#byPath) {
      const { file } = declarations.document;
      const keys = Object.hasOwn(objectKeys, file) ? (objectKeys[file] ?? []) : [];
      for (const each of [path, ...keys.map(key => `${folderOf(path).join('/')}/${key}`)])
        this.#add(each.split('/'), declarations);
    }
  }

  #add(parts: readonly string[], declarations: Declarations): void {
    const same = this.#byBaseName.get(parts.at(-1) ?? '');
    if (same) same.push({ parts, declarations });
    else this.#byBaseName.set(parts.at(-1) ?? '', [{ parts, declarations }]);
  }

  /** The nested stacks that a stack declares, as far as their templates are, or may be, among those given. */
  in(stack: Stack): readonly NestedTemplate[] {
    return [...TEMPLATE_PROPERTIES].flatMap(([type, property]) =>
      stack.declarations.ofType(type).flatMap(({ id, at }): readonly NestedTemplate[] => {
        const { candidates, unsure } = this.#of(stack, at, property);
        return candidates.length === 0 ? [] : [{ id, at, candidates, unsure }];
      }),
    );
  }

  #of(stack: Stack, at: Place, property: string): Pick<NestedTemplate, 'candidates' | 'unsure'> {
    const place = child(at, 'Properties', property);
    const asset = nodeAt(place)?.kind === 'scalar' ? undefined : assetAt(at, property);
    const locations =
      asset === undefined ? templateLocations(stack, place) : [{ is: 'path', path: asset } as const];
    for (const location of locations) {
      const found = this.#at(stack.document.file, location);
      if (found.candidates.length > 0) return found;
    }
    return { candidates: [], unsure: undefined };
  }

  #at(file: string, location: TemplateLocation): Pick<NestedTemplate, 'candidates' | 'unsure'> {
    if (location.is === 'path') {
      const found = this.#byPath.get(resolve(file, location.path) ?? '');
      return { candidates: found ? [found] : [], unsure: undefined };
    }
    const { end, isCut, usesDefaults } = location;
    const folder = folderOf(file).join('/');
    const ends = (this.#byBaseName.get(end.at(-1) ?? '') ?? [])
      .filter(each => each.declarations.document.file !== file)
      .map(each => ({ ...each, matched: commonEnd(each.parts, end) }))
      .filter(({ parts, matched }) => matched > 1 || parts.slice(0, -1).join('/') === folder);
    const most = Math.max(...ends.map(each => each.matched));
    const longest = ends.filter(each => each.matched === most);
    const candidates = nearest(longest, each => each.declarations.document.file, file);
    const isWhole = most === end.length && !isCut && !usesDefaults;
    return {
      candidates: candidates.map(each => each.declarations),
      unsure: isWhole ? undefined : doubt(usesDefaults),
    };
  }
}

function doubt(usesDefaults: boolean): Sentence {
  return usesDefaults
    ? say`the address of a nested template depends on the default of a parameter`
    : say`only the end of the nested template's address matches a file`;
}

/** With how many of the same parts two paths end. */
function commonEnd(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
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
