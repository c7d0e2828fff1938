import { isAscii } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** A part of the program as the engine takes it. */
export interface Part {
  readonly text: Buffer;
  readonly script: Script;
}

type Require = (name: string) => unknown;

/**
 * The parts of the program, files in one folder that are loaded when they are asked for. Beside a part may stand what
 * this very version of Node.js compiled it to when the program was built, which spares most of the time of a start. It
 * begins with the text that it was made of, so that it does not outlive a change; V8 itself refuses it when it runs with
 * other flags, and then reads the text.
 */
export class Parts {
  readonly #folder: string;
  readonly #byNode: Require;
  readonly #exports = new Map<string, unknown>();

  constructor(folder: string, byNode: Require) {
    this.#folder = folder;
    this.#byNode = byNode;
  }

  readonly load: Require = name => {
    if (!name.startsWith('./')) return this.#byNode(name);
    if (!this.#exports.has(name)) this.#exports.set(name, this.#run(join(this.#folder, name)));
    return this.#exports.get(name);
  };

  #run(file: string): unknown {
    const part = this.partOf(file);
    if (!part) return this.#byNode(file);
    const module = { exports: {} };
    const define: (...names: readonly unknown[]) => void = part.script.runInThisContext();
    define(module.exports, this.load, module, file, this.#folder);
    return module.exports;
  }

  /** Nothing where nothing is compiled: Node.js loads it then, and may keep it compiled in a place of its own. */
  protected partOf(file: string): Part | undefined {
    const compiled = readIfThere(compiledName(file));
    if (!compiled) return undefined;
    const text = readFileSync(file);
    if (!text.equals(compiled.subarray(0, text.length))) return undefined;
    return { text, script: scriptOf(file, text, compiled.subarray(text.length)) };
  }
}

/** What a part is compiled to is of use for one version of the engine only. */
export function compiledName(file: string): string {
  return `${file}.${process.versions.v8}-${process.arch}`;
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
