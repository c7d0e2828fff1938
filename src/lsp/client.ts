import { type InitializeParams, MarkupKind } from 'vscode-languageserver/node';
import type { Words } from '../i18n/words.ts';

/** What an editor can do, as far as that makes a difference here. */
export interface Client {
  /** The language of the person there. */
  readonly words: Words;
  /** Asks for the edit of an action once somebody chooses it. */
  readonly resolvesActions: boolean;
  /** Takes edits that say which version of a text they are for. */
  readonly takesVersions: boolean;
  /** Lets a person fill in what an edit leaves open. */
  readonly takesSnippets: boolean;
  readonly readsMarkdown: boolean;
  /** Tells what happens to files on disk. */
  readonly watchesFiles: boolean;
  /** The same outside of the folders of its workspace. */
  readonly watchesElsewhere: boolean;
  readonly hasFolders: boolean;
  /** Shows how many services are ready: `initializationOptions: {"status": true}`. */
  readonly showsStatus: boolean;
}

/** What an editor says of itself, and what it asks for. */
export function clientOf(
  { capabilities: { textDocument, workspace }, initializationOptions }: InitializeParams,
  words: Words,
): Client {
  const { workspaceEdit, didChangeWatchedFiles } = workspace ?? {};
  const { codeAction, hover } = textDocument ?? {};
  const properties = codeAction?.resolveSupport?.properties ?? [];
  return {
    words,
    resolvesActions: codeAction?.dataSupport === true && properties.includes('edit'),
    takesVersions: workspaceEdit?.documentChanges === true,
    takesSnippets: workspaceEdit?.documentChanges === true && workspaceEdit.snippetEditSupport === true,
    readsMarkdown: hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    watchesFiles: didChangeWatchedFiles?.dynamicRegistration === true,
    watchesElsewhere: didChangeWatchedFiles?.relativePatternSupport === true,
    hasFolders: workspace?.workspaceFolders === true,
    showsStatus: initializationOptions?.status === true,
  };
}
