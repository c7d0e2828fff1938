import { useEffect } from 'preact/hooks';
import type { Helper } from './helper.ts';
import type { File } from './workspace.ts';

/** Opens the templates in the page's address, now and whenever a link leads to others. */
export function useLink(
  helper: Helper,
  onFiles: (files: readonly File[]) => void,
  onRefused: (why: 'too much' | 'none') => void,
): void {
  useEffect(() => {
    const read = async (): Promise<void> => {
      const fragment = location.hash.slice(1);
      if (fragment === '' || document.getElementById(fragment)) return;
      const shared = await helper.ask('fromFragment', fragment).catch(() => 'none' as const);
      if (location.hash.slice(1) !== fragment) return;
      if (typeof shared === 'string') onRefused(shared);
      else onFiles(shared);
    };
    void read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [helper, onFiles, onRefused]);
}
