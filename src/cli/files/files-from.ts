import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { say } from '../../i18n/sentence.ts';
import { reason, UsageError } from '../core/errors.ts';
import { isFile } from '../core/file-type.ts';
import { absolute, byName, display, leadsOut } from '../core/paths.ts';
import { readNamed, readStream } from '../core/read-file.ts';
import { repositoryOf } from '../core/repository.ts';
import { type Input, type Inputs, placeOf } from './inputs.ts';
import { mayBeTemplateName } from './template-names.ts';

/** The files that are listed on standard input (`-`) or in a file, as absolute paths; those that are gone too. */
export async function readFileList(source: string, cwd: string): Promise<readonly string[]> {
  const root = repositoryOf(cwd);
  return namesIn(await textOf(source)).map(name => {
    const path = absolute(name, cwd);
    // `git diff --name-only` names files from the root of the repository, wherever it is run.
    return root === undefined || existsSync(path) ? path : absolute(name, root);
  });
}

async function textOf(source: string): Promise<string> {
  if (source !== '-') {
    try {
      return readNamed(source);
    } catch (error) {
      throw new UsageError(say`${source}: ${reason(error)}.`, say``);
    }
  }
  const { bytes, isAll } = await readStream(process.stdin);
  if (!isAll) throw new UsageError(say`The list of --files-from is larger than 2 MB.`, say``);
  return bytes.toString('utf8');
}

/** By NUL where there is one, as with `-z`, and by line otherwise. */
function namesIn(text: string): readonly string[] {
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/).map(unquoted);
  return names.filter(each => each !== '');
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Git quotes names with special characters as C does, those of other scripts byte by byte: `"\346\227\245.yml"`. */
function unquoted(line: string): string {
  const [, quoted] = /^"(.*)"$/.exec(line) ?? [];
  if (quoted === undefined) return line;
  const bytes = [...quoted.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)].map(([, octal, letter, plain]) => {
    if (octal !== undefined) return Buffer.from([Number.parseInt(octal, 8)]);
    return Buffer.from(plain ?? ESCAPES[letter ?? ''] ?? letter ?? '');
  });
  return Buffer.concat(bytes).toString('utf8');
}

/** What is found, with what is listed besides and may be a template by another name. */
export function withListed(inputs: Inputs, listed: readonly string[], cwd: string): Inputs {
  const found = new Set(inputs.files.map(each => each.place?.real));
  const others = listed.filter(
    path =>
      !found.has(placeOf(path).real) &&
      !inputs.excluded.some(each => each.reason !== 'extension' && covers(each.file, display(path, cwd))) &&
      mayBeTemplateName(basename(path)) &&
      isFile(path) &&
      !leadsOut(path, repositoryOf(cwd) ?? cwd),
  );
  const added = new Map(
    others.map((path): [string, Input] => [
      placeOf(path).real,
      { name: display(path, cwd), place: placeOf(path), isNamed: false },
    ]),
  );
  return { ...inputs, files: [...inputs.files, ...added.values()].sort(byName) };
}

/** What of the inputs is listed: the files, and what was left out. */
export function onlyListed(inputs: Inputs, listed: readonly string[], cwd: string): Inputs {
  const places = new Set(listed.map(path => placeOf(path).real));
  const names = listed.map(path => display(path, cwd));
  return {
    ...inputs,
    files: inputs.files.filter(({ place }) => place && places.has(place.real)),
    excluded: inputs.excluded.filter(({ file }) => names.some(name => covers(file, name))),
  };
}

function covers(excluded: string, name: string): boolean {
  return excluded === name || (excluded.endsWith('/') && name.startsWith(excluded));
}
