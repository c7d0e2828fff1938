import type { DeployedStack } from '../cfn/scenario/deployed-stack.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import { findJsonError } from '../syntax/json-error.ts';
import { isObject, type Json } from '../syntax/json-value.ts';

/**
 * The manifest of a cloud assembly: what it says of stacks, with paths relative to its own folder.
 * https://github.com/aws/aws-cdk-cli/tree/main/packages/%40aws-cdk/cloud-assembly-schema
 */
export interface Manifest {
  readonly stacks: readonly AssemblyStack[];
  /** The folders of the assemblies in it, one for each stage. */
  readonly nested: readonly string[];
  readonly treeFile: string | undefined;
  /** The files that list the assets of its stacks, nested templates among them. */
  readonly assetFiles: readonly string[];
  /** What is wrong with it: complete sentences. */
  readonly problems: readonly Sentence[];
}

/** A stack of a cloud assembly. */
export interface AssemblyStack extends DeployedStack {
  readonly templateFile: string;
  readonly metadataFile: string | undefined;
  /** The metadata of its constructs, by their paths, where the manifest itself has it. */
  readonly metadata: Json | undefined;
}

type Fields = Readonly<Record<string, Json>>;

/** Reads a manifest; nothing for what is another file with that name. */
export function readManifest(file: string, text: string): Manifest | undefined {
  const error = findJsonError(text);
  if (error) {
    if (!text.includes('"artifacts"')) return undefined;
    const before = text.slice(0, error.range.start).split('\n');
    const where = `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
    return { ...NOTHING, problems: [say`${where}: ${error.message} ${WITHOUT}`] };
  }
  const content: Json = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!isObject(content) || typeof content.version !== 'string' || content.artifacts === undefined)
    return undefined;
  const { artifacts } = content;
  if (!isObject(artifacts))
    return { ...NOTHING, problems: [say`${file}: \`artifacts\` is not a map. ${WITHOUT}`] };
  return new Reading(file).manifest(artifacts);
}

const WITHOUT = say`It is not used.`;
const NOTHING: Manifest = { stacks: [], nested: [], treeFile: undefined, assetFiles: [], problems: [] };

class Reading {
  readonly #file: string;
  readonly #problems: Sentence[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  manifest(artifacts: Fields): Manifest {
    const all = Object.entries(artifacts).flatMap(([id, artifact]) =>
      isObject(artifact) ? [{ id, artifact, properties: fields(artifact.properties) }] : [],
    );
    const ofType = (type: string): typeof all => all.filter(each => each.artifact.type === type);
    return {
      stacks: ofType('aws:cloudformation:stack').flatMap(each => this.#stack(each.id, each.artifact) ?? []),
      nested: ofType('cdk:cloud-assembly').flatMap(
        each => this.#path(each.id, each.properties.directoryName) ?? [],
      ),
      treeFile: ofType('cdk:tree').flatMap(each => this.#path(each.id, each.properties.file) ?? [])[0],
      assetFiles: ofType('cdk:asset-manifest').flatMap(
        each => this.#path(each.id, each.properties.file) ?? [],
      ),
      problems: this.#problems,
    };
  }

  #stack(id: string, artifact: Fields): AssemblyStack | undefined {
    const { templateFile, stackName } = fields(artifact.properties);
    const path = this.#path(id, templateFile);
    if (path === undefined) return undefined;
    const metadataFile = artifact.additionalMetadataFile;
    const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(String(artifact.environment)) ?? [];
    return {
      name: typeof stackName === 'string' ? stackName : id,
      account: account === 'unknown-account' ? undefined : account,
      region: region === 'unknown-region' ? undefined : region,
      templateFile: path,
      metadataFile: metadataFile === undefined ? undefined : this.#path(id, metadataFile),
      metadata: artifact.metadata,
    };
  }

  /** A path that stays in the folder of the assembly: whatever leads out of it is not followed. */
  #path(id: string, path: Json | undefined): string | undefined {
    const parts = typeof path === 'string' ? path.split(/[/\\]/).filter(each => each !== '.') : [];
    const isWithin =
      parts.length > 0 && !parts.some(each => each === '..' || each === '' || /^[a-z]:/i.test(each));
    if (isWithin) return parts.join('/');
    const why =
      typeof path === 'string'
        ? say`it names \`${path}\`, which is outside the folder of its assembly`
        : say`it names no file`;
    this.#problems.push(say`${this.#file}: \`${id}\` is not used, since ${why}.`);
    return undefined;
  }
}

function fields(value: Json | undefined): Fields {
  return isObject(value) ? value : {};
}
