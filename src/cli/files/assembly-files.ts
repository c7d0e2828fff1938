import { sep } from 'node:path';
import { say } from '../../i18n/sentence.ts';
import { CloudAssemblies, type DeployedStacks } from '../../index.ts';
import { codeOf, reason } from '../core/errors.ts';
import { display } from '../core/paths.ts';
import { readBeginning } from '../core/read-file.ts';
import type { Place } from './inputs.ts';

/** The tree of a large app takes a few megabytes. */
const MOST_BYTES = 50_000_000;

/** The cloud assemblies around templates, as they are on disk. Links in them are not followed. */
export function assembliesOnDisk(cwd: string): CloudAssemblies {
  return new CloudAssemblies(readText, path => display(path, cwd));
}

function readText(path: string): ReturnType<ConstructorParameters<typeof CloudAssemblies>[0]> {
  try {
    const { bytes, isAll } = readBeginning(path, MOST_BYTES);
    return isAll ? { text: bytes.toString('utf8') } : { why: say`it is larger than 50 MB` };
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : { why: reason(error) };
  }
}

/** What the manifests beside templates say of their stacks, by the names of the templates. */
export function deployedStacks(
  assemblies: CloudAssemblies,
  templates: readonly { readonly name: string; readonly place: Place | undefined }[],
): DeployedStacks {
  return Object.fromEntries(
    templates.flatMap(({ name, place }) => {
      const stack = place && assemblies.deployedAs(place.real.split(sep).join('/'));
      return stack ? [[name, stack]] : [];
    }),
  );
}

const OWN = /^(?:manifest|tree|validation-report|serverless-state|.*\.assets|.*\.metadata)\.json$/;

/** Whether files are what an assembly, or a package of Serverless, consists of besides templates: by their names. */
export function partsOfAssemblies(files: readonly string[]): ReadonlySet<string> {
  const all = new Set(files);
  const assemblies = new Set(
    files.filter(each => /\.(?:template|assets)\.json$|(?:^|\/)tree\.json$/.test(each)).map(folderOf),
  );
  return new Set(
    files.filter(each => {
      const folder = folderOf(each);
      const isAssembly = all.has(`${folder}${CloudAssemblies.MANIFEST}`) && assemblies.has(folder);
      const isPackage = /(?:^|\/)\.serverless\/$/.test(folder);
      return (isAssembly || isPackage) && OWN.test(each.slice(folder.length));
    }),
  );
}

/** With `/` at its end. */
function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
