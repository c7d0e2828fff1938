import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
} from 'vscode-languageserver/node';
import { say } from '../i18n/sentence.ts';
import type { Words } from '../i18n/words.ts';
import type { Diagnostic } from '../index.ts';
import { escapeControls } from '../report/escape-output.ts';
import { titleOf } from '../report/fix-text.ts';
import type { Client } from './client.ts';
import { type ActionRequest, codeActionEdits, keyOf, type Refused } from './code-action-edits.ts';
import { type Placed, placedIn, shown } from './diagnostics.ts';
import type { Folder } from './folder.ts';
import type { Source } from './source.ts';
import { REASON, workspaceEdit } from './workspace-edit.ts';

export const FIX_ALL: string = `${CodeActionKind.SourceFixAll}.ecs-exec-lint`;

/** What an action is about, as it travels to the editor and back. */
interface Wish {
  readonly uri: string;
  readonly is: ActionRequest['is'];
  /** Tells the finding; empty for all. */
  readonly key: string;
}

/** What can be done about what is found at a range, and about all of the file. */
export function actionsFor(
  folder: Folder,
  source: Source,
  { range, context }: CodeActionParams,
  { words }: Client,
): CodeAction[] {
  const placed = placedIn(folder, source);
  const here = foundAt(range, placed).flatMap(each => about(each, folder, source, words));
  const isFixed = placed.some(each => each.finding.fix?.safety === 'safe');
  const all: CodeAction = {
    title: words(say`Apply all safe fixes in this template`),
    kind: FIX_ALL,
    data: { uri: source.uri, is: 'fix all', key: '' } satisfies Wish,
  };
  return [...here, ...(isFixed ? [all] : [])].filter(({ kind = '' }) => isAskedFor(kind, context.only));
}

/** What is found at a range; or else on its lines, wherever the cursor is on them. */
function foundAt(range: Range, placed: readonly Placed[]): readonly Placed[] {
  const exact = placed.filter(each => overlap(each.range, range));
  return exact.length > 0 ? exact : placed.filter(each => overlap(linesOf(each.range), linesOf(range)));
}

function linesOf({ start, end }: Range): Range {
  return { start: { line: start.line, character: 0 }, end: { line: end.line, character: 0 } };
}

function about(placed: Placed, folder: Folder, source: Source, words: Words): CodeAction[] {
  const { finding } = placed;
  const common = { kind: CodeActionKind.QuickFix, diagnostics: [shown(placed, folder, words)] };
  const wish = (is: ActionRequest['is']): Wish => ({ uri: source.uri, is, key: keyOf(finding) });
  const ignore = {
    ...common,
    title: words(say`Ignore \`${finding.ruleId}\` here, with a reason`),
    data: wish('ignore'),
  };
  if (!finding.fix) return source.isBehind ? [] : [ignore];
  const { safety } = finding.fix;
  const title = titleOf(finding.fix, finding.file, name => name);
  const isSafe = safety === 'safe';
  const fix = {
    ...common,
    title: escapeControls(
      words(isSafe ? title : say`${title} (unsafe: it may override a deliberate setting)`),
    ),
    ...(isSafe && { isPreferred: true }),
    data: wish('fix'),
  };
  return [fix, ignore];
}

/** The action with its edit; or why there is none. */
export async function resolved(
  action: CodeAction,
  folderOf: (uri: string) => Folder | undefined,
  client: Client,
): Promise<CodeAction | Refused> {
  const wish: unknown = action.data;
  const folder = isWish(wish) ? folderOf(wish.uri) : undefined;
  const source = isWish(wish) ? folder?.files.at(wish.uri) : undefined;
  const judgement = source && folder?.judgementOf(source);
  if (!isWish(wish) || !folder || !judgement) return GONE;
  const finding = judgement.report.findings.find(each => keyOf(each) === wish.key);
  const request = requestOf(wish, finding, source);
  if (!request) return GONE;
  const changed = await codeActionEdits(request, judgement, folder);
  if ('why' in changed) return changed;
  const edit = workspaceEdit(changed, folder, client);
  return edit ? { ...action, edit } : { why: say`The text has changed in the meantime.` };
}

const GONE: Refused = { why: say`This finding no longer exists.` };

function requestOf({ is }: Wish, finding: Diagnostic | undefined, source: Source): ActionRequest | undefined {
  if (is === 'fix all') return { is, file: source.name };
  if (!finding) return undefined;
  return is === 'fix' ? { is, finding } : { is, finding, reason: REASON };
}

function isWish(data: unknown): data is Wish {
  return typeof data === 'object' && data !== null && 'uri' in data && 'is' in data && 'key' in data;
}

/** `source` asks for `source.fixAll` too. */
function isAskedFor(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some(each => kind === each || kind.startsWith(`${each}.`));
}

function overlap(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
