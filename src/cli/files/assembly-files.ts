import { sep } from 'node:path';
import { say } from '../../i18n/sentence.ts';
import {
  type AssemblyFiles,
  CloudAssemblies,
  type ConstructSource,
  type Document,
  type Options,
  type Report,
} from '../../index.ts';
import { codeOf, reason } from '../core/errors.ts';
import { isFile } from '../core/file-type.ts';
import { display, isWithin, leadsOut } from '../core/paths.ts';
import { readBeginning } from '../core/read-file.ts';
import { repositoryOf } from '../core/repository.ts';
import type { Input } from './inputs.ts';

/** The tree of a large app takes a few megabytes. */
const MOST_BYTES = 50_000_000;

/** The cloud assemblies around templates, as they are on disk. Links in them are not followed. */
export function assembliesOnDisk(cwd: string): CloudAssemblies {
  const project = repositoryOf(cwd) ?? cwd;
  return new CloudAssemblies({
    read: readText,
    nameOf: path => display(path, cwd),
    isSource: path => isWithin(path, project) && isFile(path) && !leadsOut(path, project),
  });
}

/** A report in which findings in assemblies say where their resources come from. */
export function withSources(
  report: Report,
  assemblies: CloudAssemblies,
  templates: readonly Input[],
): Report {
  const find = constructSources(assemblies, templates);
  const documents = new Map(report.documents.map(each => [each.file, each]));
  const findings = report.findings.map(each => {
    const document = documents.get(each.file);
    const source = document && each.resource !== undefined ? find(document, each.resource) : undefined;
    return source ? { ...each, source } : each;
  });
  return { ...report, findings };
}

/** Finds where the resources of templates come from, where these are in assemblies. */
export function constructSources(
  assemblies: CloudAssemblies,
  templates: readonly Pick<Input, 'name' | 'place'>[],
): (document: Document, resource: string) => ConstructSource | undefined {
  const places = new Map(templates.map(({ name, place }) => [name, place]));
  return (document, resource) => {
    const place = places.get(document.file);
    return place && assemblies.sourceOf(slashed(place.real), document, resource);
  };
}

/** The keys of the objects that nested templates are uploaded as, by the names of the templates. */
export function objectKeys(
  assemblies: CloudAssemblies,
  templates: readonly Pick<Input, 'name' | 'place'>[],
): NonNullable<Options['objectKeys']> {
  return Object.fromEntries(
    templates.flatMap(({ name, place }) => {
      const keys = place ? assemblies.objectKeysOf(slashed(place.real)) : [];
      return keys.length > 0 ? [[name, keys]] : [];
    }),
  );
}

/** A path with `/` on every system. */
export function slashed(path: string): string {
  return path.split(sep).join('/');
}

function readText(path: string): ReturnType<AssemblyFiles['read']> {
  try {
    const { bytes, isAll } = readBeginning(path, MOST_BYTES);
    return isAll ? { text: bytes.toString('utf8') } : { why: say`it is larger than 50 MB` };
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : { why: reason(error) };
  }
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
