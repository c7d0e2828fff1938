import { useCallback, useState } from 'preact/hooks';
import { EXAMPLES } from './examples.ts';
import { EMPTY, type File, opened, reopened, replaces, type Workspace, withFiles } from './workspace.ts';

interface History {
  readonly workspace: Workspace;
  /** What somebody had changed and is not shown any more, the latest last. */
  readonly former: readonly Workspace[];
}

interface Editing {
  readonly workspace: Workspace;
  /** Whether there is something to go back to. */
  readonly hasFormer: boolean;
  readonly change: (next: (was: Workspace) => Workspace) => void;
  /** Shows only these templates from now on. */
  readonly open: (files: readonly File[]) => void;
  /** Shows these templates too. */
  readonly add: (files: readonly File[]) => void;
  readonly goBack: () => void;
}

/** The templates that are open. Nothing that somebody typed is lost when others take its place. */
export function useWorkspace(): Editing {
  const [{ workspace, former }, set] = useState<History>(() => ({
    workspace: opened(EMPTY, EXAMPLES.stack),
    former: [],
  }));
  const change = useCallback(
    (next: (was: Workspace) => Workspace) => set(was => ({ ...was, workspace: next(was.workspace) })),
    [],
  );
  const open = useCallback(
    (files: readonly File[]) => set(was => ({ workspace: opened(was.workspace, files), former: kept(was) })),
    [],
  );
  const add = useCallback(
    (files: readonly File[]) =>
      set(was => ({
        workspace: withFiles(was.workspace, files),
        former: replaces(was.workspace, files) ? kept(was) : was.former,
      })),
    [],
  );
  const goBack = useCallback(
    () =>
      set(was => {
        const last = was.former.at(-1);
        return last ? { workspace: reopened(last, was.workspace), former: was.former.slice(0, -1) } : was;
      }),
    [],
  );
  return { workspace, hasFormer: former.length > 0, change, open, add, goBack };
}

function kept({ workspace, former }: History): readonly Workspace[] {
  return workspace.isOwn ? [...former, workspace] : former;
}
