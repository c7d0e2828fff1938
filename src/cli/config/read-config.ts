import { basename } from 'node:path';
import { say } from '../../i18n/sentence.ts';
import type { Document, Rule } from '../../index.ts';
import { reason, UsageError } from '../core/errors.ts';
import { absolute, display } from '../core/paths.ts';
import { readFound, readNamed } from '../core/read-file.ts';
import { candidates, KEY } from '../files/find-config.ts';
import type { Config } from './config.ts';
import { placeIn, problemsIn } from './config-problems.ts';
import { configIn } from './config-values.ts';
import { configSchema } from './schema.ts';

type Node = Document['root'];

/** What is given to it, since it would bring an engine of its own. */
export interface Engine {
  readonly rules: readonly Rule[];
  readonly parse: (file: string, text: string) => Document;
}

/** The configuration that a flag names, or the nearest one. Throws a `UsageError` where it cannot be followed. */
export function readConfig(
  named: string | undefined,
  cwd: string,
  { rules, parse }: Engine,
): Config | undefined {
  for (const path of named === undefined ? candidates(cwd).own : [absolute(named, cwd)]) {
    const name = display(path, cwd);
    const document = parse(name, readText(path, name, named === undefined ? readFound : readNamed));
    const isManifest = basename(path) === 'package.json';
    const root = isManifest ? entryOf(document.root, KEY) : document.root;
    if (!root) {
      if (named === undefined) continue;
      throw new UsageError(say`${name}: there is no \`${KEY}\` in it.`);
    }
    reject(document, root, isManifest, rules);
    if (named === undefined) rejectFiles(document, root);
    return configIn(root, name, path, cwd);
  }
  return undefined;
}

function entryOf(node: Node, key: string): Node | undefined {
  return node.kind === 'mapping' ? node.entries.find(each => each.key === key)?.value : undefined;
}

function readText(path: string, name: string, read: typeof readFound): string {
  try {
    return read(path);
  } catch (error) {
    throw new UsageError(say`${name}: ${reason(error)}.`);
  }
}

/** What else is in `package.json` is for others to judge. */
function reject(
  { file, text, problems }: Document,
  root: Node,
  isManifest: boolean,
  rules: readonly Rule[],
): void {
  const syntax = isManifest ? [] : problems.map(({ range, message }) => ({ offset: range.start, message }));
  const isEmpty = root.kind === 'scalar' && root.value === null;
  const wrong =
    syntax.length > 0 || isEmpty ? syntax : problemsIn(root, configSchema(rules), say`A configuration`);
  if (wrong.length === 0) return;
  const lines = wrong.map(({ offset, message }) => say`${placeIn(file, text, offset)}: ${message}`);
  throw new UsageError(lines, say`schema/config.schema.json in the package lists every setting.`);
}

/** A repository decides nothing about what is written: whoever changes it could have any file overwritten. */
function rejectFiles({ file, text }: Document, root: Node): void {
  const format = entryOf(root, 'format');
  const all = format?.kind === 'sequence' ? format.items : format ? [format] : [];
  const wrong = all.flatMap(each =>
    each.kind === 'scalar' && String(each.value).includes('=')
      ? [{ offset: each.range.start, value: String(each.value) }]
      : [],
  );
  const [first] = wrong;
  if (!first) return;
  throw new UsageError(
    wrong.map(
      ({ offset, value }) =>
        say`${placeIn(file, text, offset)}: The setting \`format\` of a discovered configuration cannot name a file: \`${value}\`.`,
    ),
    say`Use --format ${first.value}, or pass the configuration with --config.`,
  );
}
