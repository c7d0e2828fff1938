import { folderOf, normalize, resolve } from '../scenario/nearest.ts';

/** What in a text may say where the templates of nested stacks are. */
export interface NestedPaths {
  /** Paths relative to the template. */
  readonly relative: ReadonlySet<string>;
  /** Whatever may be the end of an address, or a part of it. */
  readonly ends: ReadonlySet<string>;
}

const NESTS = /AWS::CloudFormation::Stack\b|AWS::Serverless::Application\b/;

/** The text where a nested stack says where its template is, whatever letters it has, and the tag before it. */
const LOCATION =
  /(TemplateURL|Location|aws:asset:path)(["']?\s*:[ \t]*)(![\w:]+[ \t]+)?(?:"([^"]*)"|'([^']*)'|((?![!{|>&*])[^\s][^\r\n]*))/g;

/** By plain search: there may be too many, but no path is missed. */
export function nestedPaths(text: string): NestedPaths {
  const relative = new Set<string>();
  const ends = new Set<string>();
  if (!NESTS.test(text)) return { relative, ends };
  const rest = text.replace(LOCATION, (whole, _key, _colon, tag, double, single, plain = '') => {
    const value: string = double ?? single ?? plain.replace(/\s#.*/, '').trim();
    const paths = tag !== undefined || isAddress(value) ? ends : relative;
    const [first = '', ...others] = value.split(',');
    paths.add(value).add(closed(value)).add(closed(first));
    return tag === undefined ? others.join(',') : whole;
  });
  for (const word of rest.match(/[^\s"'`,{}[\]]+/g) ?? [])
    if (/^\.\.?\//.test(word)) relative.add(word);
    else ends.add(word);
  return { relative, ends };
}

/** A value in a flow mapping, without the brackets that close it. */
function closed(value: string): string {
  return value.replace(/[\s}\]]+$/, '');
}

function isAddress(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\//i.test(path);
}

/** A file, and what may be nested in it. */
interface NestingFile {
  readonly name: string;
  readonly mayNest: NestedPaths;
  readonly objectKeys?: readonly string[];
}

/** For each file those that may be nested in it, and those that it may be nested in. */
export function mayNestOneAnother<T>(
  files: readonly T[],
  hintsOf: (file: T) => NestingFile,
): ReadonlyMap<T, ReadonlySet<T>> {
  const index = new Index(files, hintsOf);
  const related = new Map<T, Set<T>>();
  for (const outer of files)
    for (const inner of index.in(hintsOf(outer))) {
      related.set(outer, (related.get(outer) ?? new Set()).add(inner));
      related.set(inner, (related.get(inner) ?? new Set()).add(outer));
    }
  return related;
}

class Index<T> {
  readonly #byPath = new Map<string, T[]>();
  readonly #byBaseName = new Map<string, { folder: readonly string[]; file: T }[]>();
  /** The last parts of all that may be the end of an address: a parent stack may pass all but the base name. */
  readonly #passed = new Set<string>();

  constructor(files: readonly T[], hintsOf: (file: T) => NestingFile) {
    for (const file of files) {
      const { name, mayNest, objectKeys = [] } = hintsOf(file);
      push(this.#byPath, normalize(name), file);
      for (const each of [name, ...objectKeys])
        push(this.#byBaseName, baseName(each), { folder: folderOf(name), file });
      for (const end of mayNest.ends) this.#passed.add(baseName(end.replace(/\/$/, '')));
    }
  }

  in({ name, mayNest }: NestingFile): readonly T[] {
    const folder = folderOf(name).join('/');
    const relative = [...mayNest.relative].flatMap(path => this.#byPath.get(resolve(name, path) ?? '') ?? []);
    const ends = [...mayNest.ends].flatMap(end => {
      const parts = end.replace(/[?#].*$/s, '').split('/');
      const above = parts.at(-2)?.replace(/.*\}/s, '');
      return (this.#byBaseName.get(parts.at(-1) ?? '') ?? []).flatMap(each => {
        const isBeside = each.folder.join('/') === folder;
        const last = each.folder.at(-1) ?? '';
        return isBeside || (above ? last === above : this.#passed.has(last)) ? each.file : [];
      });
    });
    return [...relative, ...ends];
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
