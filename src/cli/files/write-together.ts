import { type Said, type Sentence, say } from '../../i18n/sentence.ts';
import type { AppliedFix, FixedText } from '../../index.ts';
import { identityAt } from '../core/identity.ts';
import { atomicWrite, type Original } from './atomic-write.ts';

/** A file, and the text that it is to have. */
export interface Change extends FixedText {
  readonly original: Original;
}

/** What came of writing files. */
export interface WrittenFile {
  /** The files that are as they were, and why. */
  readonly failed: ReadonlyMap<string, Said>;
  /** Complete sentences about files that should be as they were, and are not. */
  readonly problems: readonly Sentence[];
}

/** Writes files: those that one fix changes all or none of them. */
export function writeTogether(changes: readonly Change[], fixes: readonly AppliedFix[]): WrittenFile {
  const failed = new Map<string, Said>();
  const problems: Sentence[] = [];
  for (const group of connected(changes, fixes)) {
    const written: Change[] = [];
    for (const change of group) {
      const why = atomicWrite(change.original, change.after);
      if (why === undefined) {
        written.push(change);
        continue;
      }
      for (const { file } of group)
        failed.set(
          file,
          file === change.file ? why : say`a fix changes ${change.file} too, and there ${why}`,
        );
      for (const each of written) {
        const problem = putBack(each);
        if (!problem) continue;
        failed.delete(each.file);
        problems.push(problem);
      }
      break;
    }
  }
  return { failed, problems };
}

function putBack({ file, original, before, after }: Change): Sentence | undefined {
  const identity = identityAt(original.real) ?? original.identity;
  const why = atomicWrite({ ...original, bytes: Buffer.from(after), identity }, before);
  return why === undefined
    ? undefined
    : say`${file}: part of a fix was written and could not be undone: ${why}.`;
}

/** Files in groups that no fix goes beyond. */
function connected(changes: readonly Change[], fixes: readonly AppliedFix[]): readonly (readonly Change[])[] {
  let groups = changes.map(each => [each]);
  for (const { files } of fixes) {
    if (!files) continue;
    const isMet = (group: readonly Change[]): boolean => group.some(each => files.includes(each.file));
    groups = [...groups.filter(each => !isMet(each)), groups.filter(isMet).flat()];
  }
  return groups;
}
