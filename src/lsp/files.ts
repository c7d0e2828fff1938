import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host, SetUp } from './host.ts';
import { Source } from './source.ts';
import { keyOf, lastPartOf, pathOf, uriOf } from './uris.ts';

/** The files of a folder that may be templates, as they are on disk and in editors. */
export class Files {
  readonly #folder: string;
  readonly #host: Host;
  readonly #sources = new Map<string, Source>();
  readonly #byName = new Map<string, Source>();

  constructor(folder: string, host: Host) {
    this.#folder = folder;
    this.#host = host;
  }

  /** In the order in which they are judged. */
  all(): readonly Source[] {
    return [...this.#sources.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  at(uri: string): Source | undefined {
    return this.#sources.get(keyOf(uri));
  }

  /** By its name in reports. */
  named(name: string): Source | undefined {
    return this.#byName.get(name);
  }

  opened(document: TextDocument): void {
    this.#sourceFor(document.uri).open = document;
  }

  closed(uri: string): void {
    const source = this.at(uri);
    if (!source) return;
    source.open = undefined;
    if (source.onDisk === undefined) this.#forget(source);
  }

  /** Takes up what is on disk now. */
  async find(setUp: SetUp): Promise<void> {
    const found = new Set(await setUp.find());
    for (const source of this.#sources.values())
      if (!source.open && !found.has(pathOf(source.uri) ?? '')) this.#forget(source);
    for (const path of found) await this.#read(path, this.#sourceFor(uriOf(path)));
  }

  /** Takes up what became of one file. */
  async touched(path: string, setUp: SetUp): Promise<void> {
    const uri = uriOf(path);
    const isFound = this.#host.stamp(path) !== undefined && setUp.mayFind(path);
    const source = isFound ? this.#sourceFor(uri) : this.at(uri);
    if (source) await this.#read(path, source);
    if (source && !source.open && !isFound) this.#forget(source);
  }

  async #read(path: string, source: Source): Promise<void> {
    const stamp = this.#host.stamp(path);
    if (stamp !== undefined && stamp === source.stamp) return;
    source.stamp = stamp;
    source.onDisk = stamp === undefined ? undefined : await this.#host.read(path);
  }

  #sourceFor(uri: string): Source {
    const known = this.at(uri);
    if (known) return known;
    const path = pathOf(uri);
    const name = path === undefined ? lastPartOf(uri) : this.#host.nameOf(path, this.#folder);
    const source = new Source(uri, name, this.#host.mostBytes);
    this.#sources.set(keyOf(uri), source);
    this.#byName.set(name, source);
    return source;
  }

  #forget(source: Source): void {
    this.#sources.delete(keyOf(source.uri));
    this.#byName.delete(source.name);
  }
}
