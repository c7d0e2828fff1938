import type { DeployedStack } from '../cfn/scenario/deployed-stack.ts';
import { constructOf, constructPath } from '../cfn/template/generator.ts';
import { type Said, type Sentence, say } from '../i18n/sentence.ts';
import type { ConstructSource } from '../lint/report.ts';
import type { Document } from '../syntax/document.ts';
import type { Json } from '../syntax/json-value.ts';
import { type TemplateAsset, templatesAmongAssets } from './asset-manifest.ts';
import { constructAt } from './construct-tree.ts';
import { type AssemblyStack, type Manifest, readManifest } from './manifest.ts';
import { ConstructMetadata } from './metadata.ts';

/** The files that assemblies are read from, by absolute paths in slashes. */
export interface AssemblyFiles {
  /** The text of a file: nothing where there is none. */
  read(path: string): { readonly text: string } | { readonly why: Said } | undefined;
  /** How a file is called in messages. */
  nameOf(path: string): string;
  /** Whether a file is there that the people have written whose app it is; nothing else is named as a source. */
  isSource(path: string): boolean;
}

/** How many frames are told of a construct: where it is made, and where that is called. */
const MOST_FRAMES = 2;

/** How the CDK names the templates of nested stacks. */
const NESTED = '.nested.template.json';

/** The cloud assemblies that templates are part of. Each file of theirs is read when it is first asked for. */
export class CloudAssemblies {
  /** What the manifest in the folder of each is called. */
  static readonly MANIFEST = 'manifest.json';
  readonly #files: AssemblyFiles;
  readonly #manifests = new Map<string, Manifest | undefined>();
  readonly #metadata = new Map<AssemblyStack, ConstructMetadata>();
  readonly #assets = new Map<string, readonly TemplateAsset[]>();
  readonly #trees = new Map<string, Json | undefined>();
  readonly #problems: Sentence[] = [];

  constructor(files: AssemblyFiles) {
    this.#files = files;
  }

  /** Complete sentences about what could not be used, so far. */
  get problems(): readonly Sentence[] {
    return this.#problems;
  }

  /** The stack that a template is deployed as, by the manifest beside it. */
  deployedAs(path: string): DeployedStack | undefined {
    const { name, account, region } = this.#stackOf(path) ?? {};
    return name === undefined ? undefined : { name, account, region };
  }

  /** What an app says of where it makes a resource of a template. */
  sourceOf(path: string, document: Document, resource: string): ConstructSource | undefined {
    const construct = this.constructOf(path, document, resource);
    if (construct === undefined) return undefined;
    const { folder } = split(path);
    const metadata = this.#metadataAbout(path);
    const tree = this.#treeAround(folder);
    const made = tree === undefined ? undefined : constructAt(tree, construct);
    const frames = metadata.find(each => each.hasConstruct(construct))?.framesOf(construct) ?? [];
    return {
      className: made?.className,
      path: made?.path ?? constructOf(document, resource) ?? construct,
      frames: frames
        .filter(each => this.#files.isSource(each.file))
        .slice(0, MOST_FRAMES)
        .map(({ file, line, column }) => ({ file: this.#files.nameOf(file), line, column })),
    };
  }

  /** The path of the construct that a resource of a template is. */
  constructOf(path: string, document: Document, resource: string): string | undefined {
    const known = constructPath(document, resource);
    return known ?? this.#metadataAbout(path).flatMap(each => each.pathOf(resource) ?? [])[0];
  }

  /** The outermost assembly that a folder is in, which is the whole app, and the one with the tree. */
  rootOf(folder: string): string {
    const manifest = this.#manifestIn(folder);
    if (!manifest || manifest.treeFile !== undefined) return folder;
    const around = split(folder);
    const isNested = around.folder !== '' && this.#manifestIn(around.folder)?.nested.includes(around.name);
    return isNested ? this.rootOf(around.folder) : folder;
  }

  /** The templates that an assembly consists of, nested ones and those of its stages among them: their paths. */
  templatesIn(folder: string): readonly string[] {
    const { stacks = [], nested = [] } = this.#manifestIn(folder) ?? {};
    const files = [
      ...stacks.map(each => each.templateFile),
      ...this.#assetsIn(folder).map(each => each.path),
    ];
    const own = files.map(each => `${folder}/${each}`);
    return [...new Set([...own, ...nested.flatMap(each => this.templatesIn(`${folder}/${each}`))])];
  }

  /** The keys of the objects in Amazon S3 that a template is uploaded as, if it is that of a nested stack. */
  objectKeysOf(path: string): readonly string[] {
    const { folder, name } = split(path);
    if (!name.endsWith(NESTED)) return [];
    return this.#assetsIn(folder).flatMap(each => (each.path === name ? each.objectKeys : []));
  }

  #assetsIn(folder: string): readonly TemplateAsset[] {
    return remembered(this.#assets, folder, () => {
      const { assetFiles = [] } = this.#manifestIn(folder) ?? {};
      return assetFiles.flatMap(each => templatesAmongAssets(this.#jsonOf(`${folder}/${each}`)));
    });
  }

  #stackOf(path: string): AssemblyStack | undefined {
    const { folder, name } = split(path);
    return this.#manifestIn(folder)?.stacks.find(each => each.templateFile === name);
  }

  #manifestIn(folder: string): Manifest | undefined {
    return remembered(this.#manifests, folder, () => {
      const path = `${folder}/${CloudAssemblies.MANIFEST}`;
      const text = this.#textOf(path);
      const manifest = text === undefined ? undefined : readManifest(this.#files.nameOf(path), text);
      this.#problems.push(...(manifest?.problems ?? []));
      return manifest;
    });
  }

  /** That of a nested template is with the stack that it is nested in. */
  #metadataAbout(path: string): readonly ConstructMetadata[] {
    const own = this.#stackOf(path);
    const { folder } = split(path);
    return (own ? [own] : (this.#manifestIn(folder)?.stacks ?? [])).map(each =>
      this.#metadataOf(each, folder),
    );
  }

  #metadataOf(stack: AssemblyStack, folder: string): ConstructMetadata {
    return remembered(this.#metadata, stack, () => {
      const { metadataFile, metadata } = stack;
      return new ConstructMetadata(
        metadataFile === undefined ? metadata : this.#jsonOf(`${folder}/${metadataFile}`),
      );
    });
  }

  /** The tree of an app is in its outermost assembly. */
  #treeAround(folder: string): Json | undefined {
    return remembered(this.#trees, folder, () => {
      const root = this.rootOf(folder);
      const file = this.#manifestIn(root)?.treeFile;
      return file === undefined ? undefined : this.#jsonOf(`${root}/${file}`);
    });
  }

  #jsonOf(path: string): Json | undefined {
    const text = this.#textOf(path);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      this.#problems.push(say`${this.#files.nameOf(path)}: This is not valid JSON.`);
      return undefined;
    }
  }

  #textOf(path: string): string | undefined {
    const content = this.#files.read(path);
    if (!content || 'text' in content) return content?.text;
    this.#problems.push(say`${this.#files.nameOf(path)}: ${content.why}.`);
    return undefined;
  }
}

function remembered<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const value = known.get(key);
  if (value !== undefined || known.has(key)) return value as T;
  const made = make();
  known.set(key, made);
  return made;
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(at, 0)), name: path.slice(at + 1) };
}
