import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { mayUseEcs, type UncheckedFile } from '../../index.ts';
import { isFolder } from '../core/file-type.ts';
import { isWithin, leadsOut } from '../core/paths.ts';
import { readFound } from '../core/read-file.ts';

/** A tool that writes templates, and what shows that a folder is a project of it. */
interface Generator {
  /** A file of such a project, by its path in it; `*` is any folder. */
  readonly marker: string;
  /** The folder that the tool writes to, as the marker says, which holds this text. */
  readonly output: (text: string) => string;
  /** What writes there. */
  readonly command: string;
  /** Whether there may be anything about ECS in what it writes. */
  readonly mayUseEcs?: (text: string) => boolean;
}

const SERVERLESS = ['yml', 'yaml', 'json', 'js', 'ts'].map(
  (extension): Generator => ({
    marker: `serverless.${extension}`,
    output: () => '.serverless',
    command: 'serverless package',
    mayUseEcs: text => mayUseEcs(text) || /\b(?:fargate|ecs)\b/i.test(text),
  }),
);

/** SAM is none of them: it is the source that is checked, and what it builds is the same once more. */
const GENERATORS: readonly Generator[] = [
  { marker: 'cdk.json', output: outputOfCdk, command: 'cdk synth' },
  ...SERVERLESS,
  ...[join('copilot', '.workspace'), join('copilot', '*', 'manifest.yml')].map(
    (marker): Generator => ({
      marker,
      output: () => 'infrastructure',
      command: 'copilot svc package --output-dir infrastructure',
    }),
  ),
];

/** Where the tools of a project write templates. */
export interface GeneratedFolders {
  /** Absolute paths of folders that are there. */
  readonly folders: readonly string[];
  /** What is not there, or not to be followed, and why. */
  readonly excluded: readonly UncheckedFile[];
}

/**
 * The folders that tools write templates to, if a folder is a project of theirs: in it, and nowhere else.
 *
 * @param names What is in the folder.
 */
export function generatedFolders(folder: string, names: ReadonlySet<string>): GeneratedFolders {
  const folders = new Set<string>();
  const excluded: UncheckedFile[] = [];
  for (const { marker, output, command, mayUseEcs: isRelevant } of GENERATORS) {
    const text = names.has(marker.split(sep)[0] ?? '') ? markerText(folder, marker) : undefined;
    if (text === undefined) continue;
    const path = resolve(folder, output(text));
    const file = `${path}/`;
    if (path === folder || !isWithin(path, folder)) excluded.push({ file, reason: 'outside', by: marker });
    else if (leadsOut(path, folder)) excluded.push({ file, reason: 'link', by: undefined });
    else if (isFolder(path)) folders.add(path);
    else if ((isRelevant?.(text) ?? true) && !excluded.some(each => each.file === file))
      excluded.push({ file, reason: 'not-generated', by: command });
  }
  return { folders: [...folders], excluded };
}

/** https://docs.aws.amazon.com/cdk/v2/guide/configure-synth.html */
function outputOfCdk(text: string): string {
  try {
    const content: unknown = JSON.parse(text);
    const isMap = typeof content === 'object' && content !== null && 'output' in content;
    if (isMap && typeof content.output === 'string') return content.output;
  } catch {}
  return 'cdk.out';
}

function markerText(folder: string, marker: string): string | undefined {
  const [before = '', after] = marker.split('*');
  if (after === undefined) return textOf(join(folder, marker));
  for (const name of foldersIn(join(folder, before))) {
    const text = textOf(join(folder, before, name, after));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** None where the folder cannot be read. */
function foldersIn(path: string): readonly string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter(each => each.isDirectory())
      .map(each => each.name)
      .sort();
  } catch {
    return [];
  }
}

/** Nothing where file not found, or none that can be read. */
function textOf(path: string): string | undefined {
  try {
    return readFound(path);
  } catch {
    return undefined;
  }
}
