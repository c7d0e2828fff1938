import { dirname } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Folder } from './folder.ts';
import type { Host } from './host.ts';
import { keyOf, pathOf } from './uris.ts';

/** The folders that an editor works in, and those of files that are in none of them. */
export class Workspace {
  readonly #host: Host;
  readonly #folders = new Map<string, Folder>();
  /** By their folder: of files that are in no folder of the workspace. */
  readonly #loose = new Map<string, Folder>();

  constructor(host: Host, folders: readonly string[]) {
    this.#host = host;
    for (const each of folders) this.#add(each);
  }

  /** Those with something in them that is open. */
  inUse(): readonly Folder[] {
    return [...this.#folders.values(), ...this.#loose.values()].filter(each => each.isInUse);
  }

  /** Other folders than before, and all that is open, since some of it may be in another folder now. */
  regroup(added: readonly string[], removed: readonly string[], open: readonly TextDocument[]): void {
    for (const each of removed) this.#folders.delete(each);
    for (const each of added) this.#add(each);
    this.#loose.clear();
    for (const each of open) this.opened(each);
  }

  opened(document: TextDocument): void {
    for (const each of this.#foldersAround(document.uri)) each.files.opened(document);
  }

  closed(uri: string): void {
    for (const each of this.#foldersAround(uri)) each.files.closed(uri);
    for (const [path, each] of this.#loose) if (!each.isInUse) this.#loose.delete(path);
  }

  /** Something happened to a file on disk. */
  async touched(path: string): Promise<void> {
    for (const each of [...this.#folders.values(), ...this.#loose.values()]) await each.touched(path);
  }

  /** Anything may have happened on disk. */
  forget(): void {
    for (const each of this.inUse()) each.forget();
  }

  /** The folder that speaks of a file: the innermost. */
  folderOf(uri: string): Folder | undefined {
    return this.#foldersAround(uri)[0];
  }

  #add(path: string): void {
    if (!this.#folders.has(path)) this.#folders.set(path, new Folder(path, this.#host, false));
  }

  /** A file is in every folder around it; what was never saved is in the first. */
  #foldersAround(uri: string): readonly Folder[] {
    const path = pathOf(uri);
    const [first] = this.#folders.values();
    if (path === undefined && first) return [first];
    const around = [...this.#folders.values()].filter(each => path !== undefined && isBelow(path, each.path));
    if (around.length > 0) return around.sort((a, b) => b.path.length - a.path.length);
    const folder = path === undefined ? this.#host.folder : dirname(keyOf(uri));
    const loose = this.#loose.get(folder) ?? new Folder(folder, this.#host, true);
    this.#loose.set(folder, loose);
    return [loose];
  }
}

function isBelow(path: string, folder: string): boolean {
  const rest = path.startsWith(folder) ? path.slice(folder.length) : '';
  return /^[/\\]/.test(rest) || (rest !== '' && /[/\\]$/.test(folder));
}
