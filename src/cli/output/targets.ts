import { resolve } from 'node:path';
import { say } from '../../i18n/sentence.ts';
import { rules } from '../../index.ts';
import type { Arguments } from '../args/arguments.ts';
import type { Output } from '../args/outputs.ts';
import { UsageError } from '../core/errors.ts';
import type { FormatName } from '../core/formats.ts';
import { type Identity, identityAt } from '../core/identity.ts';
import { readBeginning } from '../core/read-file.ts';
import type { Content } from '../files/read-templates.ts';
import { findTarget, refusal, type Target } from './target.ts';
import { CHECKED, useOf } from './use.ts';

/** Where a report goes, and what is done with what is there. */
export type Chosen = Target & {
  /** What an earlier report says that the new one replaces: it is to be there still. */
  readonly earlier?: Buffer;
  /** Others write there too. */
  readonly isShared?: boolean;
};

/**
 * Where the reports go that go to files, before anything is written. Throws a `UsageError` where one would take the
 * place of what was given to this run, of what is no earlier report, or of another report.
 */
export async function chooseTargets(
  args: Arguments,
  contents: readonly Content[],
  cwd: string,
): Promise<ReadonlyMap<Output, Chosen>> {
  const found: Found[] = args.outputs.flatMap(output =>
    output.file === undefined ? [] : [{ output, file: output.file, target: findTarget(output.file, cwd) }],
  );
  rejectTwice(found);
  const chosen = new Map<Output, Chosen>();
  for (const each of found) chosen.set(each.output, await choose(each, args, contents, cwd));
  return chosen;
}

interface Found {
  readonly output: Output;
  readonly file: string;
  readonly target: Target;
}

function rejectTwice(found: readonly Found[]): void {
  const keys = new Set<string>();
  for (const { file, target } of found) {
    if (keys.has(keyOf(target)))
      throw new UsageError(say`Two reports cannot be written to the same file, ${file}.`, say``);
    keys.add(keyOf(target));
  }
}

function keyOf(target: Target): string {
  switch (target.is) {
    case 'stream':
      return `stream ${target.descriptor}`;
    case 'new':
      return folded(target.path);
    default:
      return target.identity;
  }
}

/** Many disks take names that differ in case alone for one. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

async function choose(
  { output, file, target }: Found,
  args: Arguments,
  contents: readonly Content[],
  cwd: string,
): Promise<Chosen> {
  if (target.is === 'new' && args.inputs.some(each => folded(resolve(cwd, each)) === folded(target.path)))
    throw refusal(file, CHECKED);
  if (target.is !== 'file') return target;
  const use = useOf(target.identity, args, contents, cwd);
  if (use?.isAsked) throw refusal(file, use.why);
  const isFree = isSummary(target.identity) || args.overwrites;
  const overwritten = { ...target, isShared: isSummary(target.identity) };
  if (isFree && !use) return overwritten;
  const { bytes, isAll } = readBeginning(target.path, MOST_BYTES);
  const formats = isAll ? await formatsIn(bytes) : [];
  if (use && bytes.length > 0 && formats.length === 0) throw refusal(file, use.why);
  if (isFree) return overwritten;
  if (bytes.length === 0 || formats.includes(output.format)) return { ...target, earlier: bytes };
  throw refusal(file, say`it is not an earlier ${output.format} report (--overwrite replaces it)`);
}

/** No report is larger, unless a template was made for that. */
const MOST_BYTES = 50_000_000;

/** What is already there is looked at only where there is something. */
async function formatsIn(bytes: Buffer): Promise<readonly FormatName[]> {
  if (bytes.length === 0) return [];
  const { formatsOf } = await import('./earlier-report.ts');
  return formatsOf(bytes, rules);
}

/** Other steps of a job on GitHub write to this file too. */
function isSummary(identity: Identity): boolean {
  const { GITHUB_STEP_SUMMARY: summary } = process.env;
  return summary !== undefined && summary !== '' && identityAt(summary) === identity;
}
