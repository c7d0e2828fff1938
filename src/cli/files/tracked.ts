import { lstatSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { codeOf } from '../core/errors.ts';
import { readBeginning } from '../core/read-file.ts';
import { namesInIndex } from './git-index.ts';
import { isTemplateName } from './template-names.ts';

/** The index of a repository with 400,000 files is half as large. */
const MOST_BYTES = 100_000_000;

interface Names {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
}

/** What git tracks of the files in a repository that are called like templates, by its index: git itself is not run. */
export class Tracked {
  readonly #root: string;
  /** Nothing where it is not known. */
  #read: { readonly names: Names | undefined } | undefined;

  /** @param root The folder that `.git` is in. */
  constructor(root: string) {
    this.#root = root;
  }

  get isKnown(): boolean {
    return this.#names() !== undefined;
  }

  has(file: string): boolean {
    return this.#names()?.files.has(this.#nameOf(file)) ?? false;
  }

  hasBelow(folder: string): boolean {
    return this.#names()?.folders.has(this.#nameOf(folder)) ?? false;
  }

  #nameOf(path: string): string {
    return relative(this.#root, path).split(sep).join('/').normalize();
  }

  #names(): Names | undefined {
    this.#read ??= { names: readNames(join(this.#root, '.git')) };
    return this.#read.names;
  }
}

/** A link, or a file that names another folder, may lead anywhere: it is not followed. */
function readNames(git: string): Names | undefined {
  const index = join(git, 'index');
  try {
    if (!lstatSync(git).isDirectory() || lstatSync(index).isSymbolicLink()) return undefined;
    const { bytes, isAll } = readBeginning(index, MOST_BYTES);
    const files = isAll ? namesInIndex(bytes, isTemplateName) : undefined;
    return files && withFolders(files.map(each => each.normalize()));
  } catch (error) {
    // Before something is added for the first time there is none.
    return codeOf(error) === 'ENOENT' ? withFolders([]) : undefined;
  }
}

function withFolders(files: readonly string[]): Names {
  const folders = new Set<string>();
  for (const file of files)
    for (let at = dirname(file); at !== '.' && !folders.has(at); at = dirname(at)) folders.add(at);
  return { files: new Set(files), folders };
}
