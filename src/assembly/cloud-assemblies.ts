import type { DeployedStack } from '../cfn/scenario/deployed-stack.ts';
import { type Said, type Sentence, say } from '../i18n/sentence.ts';
import { type AssemblyStack, type Manifest, readManifest } from './manifest.ts';

/** Reads a text by its absolute path, in slashes: nothing where there is none. */
export type ReadText = (path: string) => { readonly text: string } | { readonly why: Said } | undefined;

/** The cloud assemblies that templates are part of. Each file of theirs is read when it is first asked for. */
export class CloudAssemblies {
  /** What the manifest in the folder of each is called. */
  static readonly MANIFEST = 'manifest.json';
  readonly #read: ReadText;
  readonly #nameOf: (path: string) => string;
  readonly #manifests = new Map<string, Manifest | undefined>();
  readonly #problems: Sentence[] = [];

  /** @param nameOf How a path is called in messages. */
  constructor(read: ReadText, nameOf: (path: string) => string) {
    this.#read = read;
    this.#nameOf = nameOf;
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

  #stackOf(path: string): AssemblyStack | undefined {
    const { folder, name } = split(path);
    return this.#manifestIn(folder)?.stacks.find(each => each.templateFile === name);
  }

  #manifestIn(folder: string): Manifest | undefined {
    if (!this.#manifests.has(folder))
      this.#manifests.set(folder, this.#readManifest(`${folder}/${CloudAssemblies.MANIFEST}`));
    return this.#manifests.get(folder);
  }

  #readManifest(path: string): Manifest | undefined {
    const content = this.#read(path);
    if (!content) return undefined;
    const file = this.#nameOf(path);
    if ('why' in content) {
      this.#problems.push(say`${file}: ${content.why}.`);
      return undefined;
    }
    const manifest = readManifest(file, content.text);
    this.#problems.push(...(manifest?.problems ?? []));
    return manifest;
  }
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, at), name: path.slice(at + 1) };
}
