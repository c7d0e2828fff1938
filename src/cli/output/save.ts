import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { CHANGED, reason } from '../core/failure.ts';
import { identityOf } from '../core/identity.ts';
import { readBeginning } from '../core/read-file.ts';
import type { Chosen } from './targets.ts';

type InFile = Exclude<Chosen, { readonly is: 'stream' }>;

/**
 * Writes a report to where it goes, which has to be as it was found. Answers complete sentences about why it was not.
 */
export function save(file: string, target: InFile, text: string): readonly Sentence[] {
  try {
    if (target.is === 'new') mkdirSync(dirname(target.path), { recursive: true });
    const isAtPlace = target.is === 'device' || realpathSync(dirname(target.path)) === dirname(target.path);
    if (isAtPlace && write(target, text)) return [];
    return [say`${file}: no report was written, since ${CHANGED}.`];
  } catch (error) {
    return [say`${file}: ${reason(error)}.`];
  }
}

/** Says whether it was as it was found. */
function write(target: InFile, text: string): boolean {
  const descriptor = openSync(target.path, flagsFor(target));
  try {
    if (!isAsFound(descriptor, target)) return false;
    if (target.is === 'file' && !target.isShared) ftruncateSync(descriptor);
    writeFileSync(descriptor, text);
    return true;
  } finally {
    closeSync(descriptor);
  }
}

function flagsFor({ is, isShared }: InFile): number {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW, O_APPEND } = constants;
  if (is === 'new') return O_WRONLY | O_CREAT | O_EXCL;
  return is === 'device' ? O_WRONLY : O_WRONLY | O_NOFOLLOW | (isShared ? O_APPEND : 0);
}

function isAsFound(descriptor: number, target: InFile): boolean {
  if (target.is === 'new') return true;
  const { path, identity, earlier } = target;
  if (identityOf(fstatSync(descriptor, { bigint: true })) !== identity) return false;
  if (!earlier) return true;
  const now = readBeginning(path, earlier.length);
  return now.identity === identity && now.isAll && now.bytes.equals(earlier);
}
