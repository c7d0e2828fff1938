import { lstatSync, statSync } from 'node:fs';

/**
 * Whether a file belongs to somebody who has no say in this run: neither to the user nor to root. Root follows the
 * owner of the folder that it works in as well, since in a container a checkout often belongs to the user outside.
 * Windows knows no such owners.
 */
export function isForeign(path: string, cwd: string): boolean {
  const user = process.geteuid?.();
  if (user === undefined) return false;
  const trusted = [user, 0, ...(user === 0 ? [statSync(cwd).uid] : [])];
  return [lstatSync(path), statSync(path)].some(({ uid }) => !trusted.includes(uid));
}
