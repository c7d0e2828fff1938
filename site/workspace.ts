/** A template that is being looked at. */
export interface File {
  readonly name: string;
  readonly text: string;
}

/** The templates that are open, which are judged as one system, and which of them is shown. */
export interface Workspace {
  readonly files: readonly File[];
  readonly shown: string;
  /** Counted up whenever texts change otherwise than by typing, so that the editor knows when to take the text. */
  readonly edition: number;
}

export const EMPTY: Workspace = {
  files: [{ name: 'template.yml', text: '' }],
  shown: 'template.yml',
  edition: 0,
};

/** Only these templates from now on. */
export function opened({ edition }: Workspace, files: readonly File[]): Workspace {
  const [first] = files;
  return first ? { files, shown: first.name, edition: edition + 1 } : { ...EMPTY, edition: edition + 1 };
}

/** Adds templates; one whose name is taken is replaced. */
export function withFiles(workspace: Workspace, added: readonly File[]): Workspace {
  const names = new Set(added.map(each => each.name));
  const kept = workspace.files.filter(each => !names.has(each.name) && each.text.trim() !== '');
  return {
    files: [...kept, ...added],
    shown: added[0]?.name ?? workspace.shown,
    edition: workspace.edition + 1,
  };
}

/** The texts that a fix gives the templates. */
export function mended(workspace: Workspace, texts: readonly File[]): Workspace {
  const changed = texts.reduce((now, { name, text }) => typed(now, name, text), workspace);
  return { ...changed, edition: workspace.edition + 1 };
}

/** Whether files have the same names and texts. */
export function areSame(some: readonly File[], others: readonly File[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, text }, i) => others[i]?.name === name && others[i]?.text === text)
  );
}

export function typed(workspace: Workspace, name: string, text: string): Workspace {
  return {
    ...workspace,
    files: workspace.files.map(each => (each.name === name ? { name, text } : each)),
  };
}

export function without(workspace: Workspace, name: string): Workspace {
  const files = workspace.files.filter(each => each.name !== name);
  return files.some(each => each.name === workspace.shown)
    ? { ...workspace, files }
    : opened(workspace, files);
}

/** The name is what a person typed: taken as it is unless another template has it. */
export function renamed(workspace: Workspace, from: string, to: string): Workspace {
  if (to === '' || workspace.files.some(each => each.name === to)) return workspace;
  return {
    ...workspace,
    files: workspace.files.map(each => (each.name === from ? { ...each, name: to } : each)),
    shown: workspace.shown === from ? to : workspace.shown,
  };
}

/** A name that no open template has. */
export function freeName(workspace: Workspace): string {
  const taken = new Set(workspace.files.map(each => each.name));
  for (let count = 2; ; count++) {
    const name = `template-${count}.yml`;
    if (!taken.has(name)) return name;
  }
}
