import { isAscii } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';

/** A part of the program as the engine takes it. */
export interface Chunk {
  readonly text: Buffer;
  readonly script: Script;
}

type Require = (name: string) => unknown;

/**
 * The parts of the program, files in one folder that are loaded when they are asked for. A clone has another folder,
 * made when it is built and never published or written to by a run, with what this very version of Node.js compiled
 * parts to, which spares most of the time of a start. Each file there begins with the text that it was made from, and
 * is used for that text alone; V8 itself refuses it when it runs with other flags, and then reads the text.
 */
export class CachedChunks {
  readonly #folder: string;
  readonly #compiled: string;
  readonly #byNode: Require;
  readonly #exports = new Map<string, unknown>();

  constructor(folder: string, compiled: string, byNode: Require) {
    this.#folder = folder;
    this.#compiled = compiled;
    this.#byNode = byNode;
  }

  readonly load: Require = name => {
    if (!name.startsWith('./')) return this.#byNode(name);
    if (!this.#exports.has(name)) this.#exports.set(name, this.#run(join(this.#folder, name)));
    return this.#exports.get(name);
  };

  #run(file: string): unknown {
    const part = this.chunkOf(file);
    if (!part) return this.#byNode(file);
    const module = { exports: {} };
    const define: (...names: readonly unknown[]) => void = part.script.runInThisContext();
    define(module.exports, this.load, module, file, this.#folder);
    return module.exports;
  }

  /** Nothing where nothing is compiled: Node.js loads it then. */
  protected chunkOf(file: string): Chunk | undefined {
    const compiled = readIfThere(join(this.#compiled, compiledName(file)));
    if (!compiled) return undefined;
    const text = readFileSync(file);
    if (!text.equals(compiled.subarray(0, text.length))) return undefined;
    return { text, script: scriptOf(file, text, compiled.subarray(text.length)) };
  }
}

/** The name of the file that a part is compiled to, which is of use for one version of the engine only. */
export function compiledName(file: string): string {
  return `${basename(file)}.${process.versions.v8}-${process.arch}`;
}

/** Text that is ASCII is sooner taken in as such. */
export function scriptOf(file: string, text: Buffer, cachedData?: Buffer): Script {
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${text.toString(isAscii(text) ? 'latin1' : 'utf8')}\n})`;
  return new Script(wrapped, { filename: file, ...(cachedData && { cachedData }) });
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
