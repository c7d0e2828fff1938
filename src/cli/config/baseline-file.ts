import { closeSync, lstatSync, mkdirSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { type Said, say } from '../../i18n/sentence.ts';
import type { Baseline, Document, KnownFinding } from '../../index.ts';
import { escapeControlsInJson } from '../../report/escape-output.ts';
import { getOrInsertComputed } from '../../util/memoize.ts';
import { codeOf, isUsageError, reason, UsageError } from '../core/errors.ts';
import { display } from '../core/paths.ts';
import { readBeginning } from '../core/read-file.ts';
import { atomicWrite, type Original } from '../files/atomic-write.ts';
import { placeIn, problemsIn } from './config-problems.ts';
import type { MapSchema } from './schema.ts';

/** A baseline, and its file as it was read. */
export interface ReadBaseline extends Baseline {
  readonly original: Original;
}

/** No baseline of a real repository is larger. */
const MOST_BYTES = 50_000_000;

/** What a baseline file may say. */
const SCHEMA: MapSchema = mapOf(say`setting`, {
  tool: { enum: ['ecs-exec-lint'] },
  version: { enum: [1] },
  findings: {
    type: 'object',
    title: say`file`,
    additionalProperties: {
      type: 'object',
      title: say`rule`,
      additionalProperties: {
        type: 'object',
        title: say`path`,
        additionalProperties: { type: 'integer', minimum: 0 },
      },
    },
  },
});

function mapOf(title: MapSchema['title'], properties: NonNullable<MapSchema['properties']>): MapSchema {
  return {
    type: 'object',
    title,
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/**
 * Reads a baseline; nothing where there is no such file. Throws a `UsageError` for what is none.
 *
 * @param parse Given to it, since it would bring an engine of its own.
 */
export function readBaseline(
  path: string,
  cwd: string,
  parse: (file: string, text: string) => Document,
): ReadBaseline | undefined {
  const name = display(path, cwd);
  try {
    const real = realpathSync(path);
    const { bytes, isAll, identity } = readBeginning(real, MOST_BYTES);
    if (!isAll) throw new UsageError(say`${name}: it is too large for a baseline.`, say``);
    const document = parse(name, bytes.toString('utf8'));
    reject(document);
    const folder = folderOf(path);
    const findings = listed(document.root).map(each => ({
      ...each,
      file: display(resolve(folder, each.file), cwd),
    }));
    return { name, findings, original: { path, real, bytes, identity } };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw isUsageError(error) ? error : new UsageError(say`${name}: ${reason(error)}.`, say``);
  }
}

type Node = Document['root'];

function reject({ file, text, root, problems }: Document): void {
  const syntax = problems.map(({ range, message }) => ({ offset: range.start, message }));
  const wrong = syntax.length > 0 ? syntax : problemsIn(root, SCHEMA, say`A baseline`);
  const [first] = wrong;
  if (!first) return;
  throw new UsageError(
    say`${placeIn(file, text, first.offset)}: ${first.message}`,
    say`${file} is not a baseline that --write-baseline wrote.`,
  );
}

function listed(root: Node): readonly KnownFinding[] {
  const findings = entriesOf(root).find(([key]) => key === 'findings')?.[1];
  return entriesOf(findings).flatMap(([file, rules]) =>
    entriesOf(rules).flatMap(([ruleId, paths]) =>
      entriesOf(paths).map(([path, count]) => {
        return { file, ruleId, path, count: count.kind === 'scalar' ? Number(count.value) : 0 };
      }),
    ),
  );
}

function entriesOf(node: Node | undefined): readonly (readonly [string, Node])[] {
  return node?.kind === 'mapping' ? node.entries.map(({ key, value }) => [key, value]) : [];
}

/**
 * Writes a baseline: in place of the one that was read, or where nothing is yet. Answers why it was not done, or
 * nothing.
 */
export function writeBaseline(
  path: string,
  earlier: ReadBaseline | undefined,
  findings: readonly KnownFinding[],
  cwd: string,
): Said | undefined {
  const text = baselineText(findings, path, cwd);
  try {
    if (!earlier) return writeNew(path, text);
    // Who makes a repository could have another file written to by it.
    if (lstatSync(path).isSymbolicLink()) return say`it is a link to another file`;
    return atomicWrite(earlier.original, text);
  } catch (error) {
    return reason(error);
  }
}

/** Nothing is left of what could only be written in part. */
function writeNew(path: string, text: string): undefined {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** By file, rule and path, so that a change of one finding is a change of one line. */
function baselineText(findings: readonly KnownFinding[], path: string, cwd: string): string {
  const folder = folderOf(path);
  const nameOf = (file: string): string => relative(folder, resolve(cwd, file)).split(sep).join('/');
  const files = grouped(findings, each => nameOf(each.file)).map(([file, inFile]) => {
    const rules = grouped(inFile, each => each.ruleId).map(([ruleId, ofRule]) => {
      const counts = grouped(ofRule, each => each.path).map(
        ([at, those]) => [at, those.reduce((sum, each) => sum + each.count, 0)] as const,
      );
      return [ruleId, Object.fromEntries(counts)] as const;
    });
    return [file, Object.fromEntries(rules)] as const;
  });
  const content = { tool: 'ecs-exec-lint', version: 1, findings: Object.fromEntries(files) };
  return `${escapeControlsInJson(JSON.stringify(content, null, 2))}\n`;
}

/** In the order of the keys. */
function grouped<T>(
  all: readonly T[],
  keyOf: (each: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const each of all) getOrInsertComputed(groups, keyOf(each), () => []).push(each);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The folder that its files are named from. */
function folderOf(path: string): string {
  try {
    return realpathSync(dirname(path));
  } catch {
    return dirname(path);
  }
}
