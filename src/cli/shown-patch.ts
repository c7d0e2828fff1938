import { createHash } from 'node:crypto';
import { visible } from '../report/visible.ts';

/**
 * A patch as it is printed. It is the template's own text, with all in it that a terminal or a runner would obey: `patch`
 * and `git apply` need every byte of it, and pass over the lines that tell GitHub Actions not to obey.
 */
export function shownPatch(patch: string, isTerminal: boolean, isOnGitHub: boolean): string {
  if (isTerminal) return patch.replace(/[^\t\n\r]+/g, visible);
  if (!isOnGitHub || patch === '') return patch;
  // No patch can hold its own hash.
  const token = createHash('sha256').update(patch).digest('hex');
  return `::stop-commands::${token}\n${patch}::${token}::\n`;
}
