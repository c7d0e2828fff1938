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
  /** Whether somebody changed something here, so that it would be missed. */
  readonly isOwn: boolean;
}

export const EMPTY: Workspace = {
  files: [{ name: 'template.yml', text: '' }],
  shown: 'template.yml',
  edition: 0,
  isOwn: false,
};

/** Only these templates from now on. */
export function opened({ edition }: Workspace, files: readonly File[]): Workspace {
  const [first] = files;
  return first
    ? { files, shown: first.name, edition: edition + 1, isOwn: false }
    : { ...EMPTY, edition: edition + 1 };
}

/** Adds templates; one whose name is taken is replaced. */
export function withFiles(workspace: Workspace, added: readonly File[]): Workspace {
  const names = new Set(added.map(each => each.name));
  const kept = workspace.files.filter(each => !names.has(each.name) && each.text.trim() !== '');
  return {
    files: [...kept, ...added],
    shown: added[0]?.name ?? workspace.shown,
    edition: workspace.edition + 1,
    isOwn: true,
  };
}

/** Whether adding templates takes the place of one with another text. */
export function replaces({ files }: Workspace, added: readonly File[]): boolean {
  return files.some(({ name, text }) => added.some(each => each.name === name && each.text !== text));
}

/** What was open before, once more. */
export function reopened(former: Workspace, { edition }: Workspace): Workspace {
  return { ...former, edition: edition + 1 };
}

/** The texts that a fix gives the templates, as far as they are still those that it was made for. */
export function fixed(workspace: Workspace, before: readonly File[], after: readonly File[]): Workspace {
  const isAsBefore = ({ name, text }: File): boolean =>
    before.some(each => each.name === name && each.text === text);
  const texts = new Map(after.map(({ name, text }) => [name, text]));
  const files = workspace.files.map(each =>
    isAsBefore(each) ? { ...each, text: texts.get(each.name) ?? each.text } : each,
  );
  return { ...workspace, files, isOwn: true, edition: workspace.edition + 1 };
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
    isOwn: true,
    files: workspace.files.map(each => (each.name === name ? { name, text } : each)),
  };
}

export function without(workspace: Workspace, name: string): Workspace {
  const files = workspace.files.filter(each => each.name !== name);
  return files.some(each => each.name === workspace.shown)
    ? { ...workspace, files }
    : opened(workspace, files);
}

/** The name is what a person typed: taken unless another template has it. */
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
