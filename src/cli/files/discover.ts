import { type Dirent, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { scanText, type UncheckedFile } from '../../index.ts';
import { isFile, isFolder } from '../core/file-type.ts';
import { leadsOut } from '../core/paths.ts';
import { readBeginning } from '../core/read-file.ts';
import { Exclusion, type Limits } from './exclusion.ts';
import { NAMES } from './find-config.ts';
import { generatedFolders } from './generators.ts';
import { isTemplateName, mayBeTemplateName } from './template-names.ts';

/** What is read of a file to see whether it is a template by another extension. */
const LOOK = 16_384;

/** What belongs to git and to this program is not anybody's template. */
const OWN: ReadonlySet<string> = new Set(['.git', ...NAMES]);

export interface Found {
  readonly files: readonly string[];
  /** What was come across besides, by its path: with `/` at its end for a folder. */
  readonly excludedFiles: readonly UncheckedFile[];
  /** Folders that could not be looked into, and why. */
  readonly closed: ReadonlyMap<string, unknown>;
  /** Folders in which all is found, whatever git ignores: those that the tools of a project write templates to. */
  readonly generated: readonly string[];
}

/** The files below a folder that may be templates by their names. */
export function below(folder: string, limits: Limits): Found {
  const search = new Search(folder, limits);
  search.run();
  return search;
}

class Search implements Found {
  readonly files: string[] = [];
  readonly excludedFiles: UncheckedFile[] = [];
  readonly closed = new Map<string, unknown>();
  readonly generated: string[] = [];
  readonly #top: string;
  readonly #limits: Limits;
  readonly #exclusion: Exclusion;
  readonly #folders: string[];

  constructor(folder: string, limits: Limits) {
    this.#top = folder;
    this.#limits = limits;
    this.#exclusion = new Exclusion(folder, limits);
    this.#folders = [folder];
  }

  run(): void {
    for (const folder of this.#folders) {
      const entries = this.#entriesOf(folder);
      this.#generatedIn(folder, new Set(entries.map(each => each.name)));
      for (const entry of entries) {
        if (OWN.has(entry.name)) continue;
        const path = join(folder, entry.name);
        if (entry.isDirectory()) this.#folder(path);
        else if (isTemplateName(entry.name)) this.#file(path, entry.isSymbolicLink());
        else if (entry.isSymbolicLink()) this.#otherLink(path);
        else if (entry.isFile() && mayBeTemplateName(entry.name)) this.#otherFile(path);
      }
    }
  }

  /** Git ignores what tools write, and is not to know of it. What people left out stays left out. */
  #generatedIn(folder: string, names: ReadonlySet<string>): void {
    const { folders, excluded } = generatedFolders(folder, names);
    for (const path of folders) {
      if (this.#exclusion.byPattern(path)) continue;
      const search = new Search(path, { ...this.#limits, heedsGitIgnore: false });
      search.run();
      this.files.push(...search.files);
      this.excludedFiles.push(...search.excludedFiles);
      this.generated.push(path, ...search.generated);
      for (const [at, why] of search.closed) this.closed.set(at, why);
    }
    this.excludedFiles.push(...excluded.filter(each => !this.#exclusion.byPattern(each.file.slice(0, -1))));
  }

  #folder(path: string): void {
    if (this.generated.includes(path)) return;
    const excluded = this.#exclusion.ofFolder(path);
    if (!excluded) this.#folders.push(path);
    else this.excludedFiles.push({ file: `${path}/`, ...excluded });
  }

  #file(path: string, isLink: boolean): void {
    const excluded = this.#exclusion.ofFile(path);
    if (!isFile(path)) this.#otherLink(path);
    else if (excluded) this.excludedFiles.push({ file: path, ...excluded });
    else if (isLink && leadsOut(path, this.#top)) this.excludedFiles.push(link(path));
    else this.files.push(path);
  }

  /** What is in a folder that a link leads to is found there, unless it is somewhere else. */
  #otherLink(path: string): void {
    if (isFolder(path) && leadsOut(path, this.#top) && !this.#exclusion.ofFile(path))
      this.excludedFiles.push(link(`${path}/`));
  }

  #otherFile(path: string): void {
    if (looksLikeTemplate(path) && !this.#exclusion.ofFile(path))
      this.excludedFiles.push({ file: path, reason: 'extension', by: undefined });
  }

  #entriesOf(folder: string): readonly Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.closed.set(folder, error);
      return [];
    }
  }
}

export function isPattern(input: string): boolean {
  return /[*?[\]{}]/.test(input);
}

/** The files that a pattern such as `templates/**` matches. */
export function matching(
  pattern: string,
  cwd: string,
  limits: Limits,
): Pick<Found, 'files' | 'excludedFiles'> {
  const found = globSync(pattern, {
    cwd,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  const [fixed = ''] = /^(?:[^*?[\]{}/]*\/)*/.exec(pattern) ?? [];
  const folder = resolve(cwd, fixed);
  const exclusion = new Exclusion(folder, limits);
  const files: string[] = [];
  const excludedFiles: UncheckedFile[] = [];
  for (const path of found.filter(isFile)) {
    const excluded = exclusion.ofFile(path);
    if (excluded) excludedFiles.push({ file: path, ...excluded });
    else if (leadsOut(path, folder)) excludedFiles.push(link(path));
    else files.push(path);
  }
  return { files, excludedFiles };
}

function link(file: string): UncheckedFile {
  return { file, reason: 'link', by: undefined };
}

function looksLikeTemplate(path: string): boolean {
  try {
    const text = readBeginning(path, LOOK).bytes.toString('latin1');
    return /^[\s{]*["']?Resources["']?\s*:/m.test(text) && scanText(text).declaresType;
  } catch {
    return false;
  }
}
