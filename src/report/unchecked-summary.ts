import { type Said, type Sentence, say } from '../i18n/sentence.ts';
import type { Report } from '../lint/report.ts';
import type { InactiveRule, Unchecked, UncheckedFile, UncheckedService } from '../lint/unchecked.ts';
import { escapeControls } from './escape-output.ts';
import { fewNames } from './few-names.ts';
import type { View } from './view.ts';
import { wrap } from './wrap.ts';

const SERVICES: Readonly<Record<UncheckedService['reason'], Sentence>> = {
  'exec-off': say`services without ECS Exec (not required)`,
  'exec-forbidden': say`services that must not have ECS Exec`,
  ignored: say`services not checked, since they are exempt from ECS Exec`,
  'never-created': say`services whose condition never holds`,
};

const FILES: Readonly<Record<UncheckedFile['reason'], Sentence>> = {
  'not-generated': say`not generated yet`,
  gitignore: say`ignored by git`,
  'maybe-tracked': say`ignored by git, but possibly tracked`,
  excluded: say`excluded paths`,
  hidden: say`folders that are not searched`,
  link: say`links to files elsewhere`,
  outside: say`folders outside the project`,
  built: say`built from templates that are checked`,
  extension: say`files that look like templates, with another extension`,
  'not-a-template': say`files that are not CloudFormation templates`,
  'no-ecs': say`files that do not mention ECS`,
  'too-large': say`files larger than 2 MB`,
};

/** A block about what was left out; empty when that is nothing. */
export function omitted({ unchecked }: Report, view: View): string {
  const rows = uncheckedRows(unchecked);
  if (rows.length === 0) return '';
  const lines = rows.map(row => `  ${wrap(escapeControls(view.words(row)), view, '    ', 2)}`);
  return [`${view.words(say`Left out`)}:`, ...lines].join('\n');
}

/** What was left out and why, each kind in a phrase: a few names and a number, however much there is. */
export function uncheckedRows(unchecked: Unchecked): readonly Sentence[] {
  const { services, rules, suppressed, unseen, nested, files, belowError } = unchecked;
  return [
    ...grouped(services, ({ reason, by }) => [reason, by]).map(group =>
      row(SERVICES[group[0].reason], group[0].by, group.map(placed)),
    ),
    ...grouped(rules, ({ reason, by }) => [reason === 'advice', reason === 'not-selected', by]).map(ruleRow),
    ...list(say`suppressed findings (--no-ignores shows them)`, suppressed.map(ignoredIn)),
    ...(belowError > 0 ? [say`findings that are not errors (--quiet): ${belowError}`] : []),
    ...list(
      say`services that macros, includes or loops may add`,
      unseen.map(each => each.file),
    ),
    ...list(say`nested stacks whose templates were not passed`, nested.map(placed)),
    ...fileGroups(files).map(fileRow),
  ];
}

function fileRow({ reason, by, files }: FileGroup): Sentence {
  const source = by.length > 0 ? fewNames(by) : undefined;
  const isCommand = reason === 'not-generated' && source !== undefined;
  return row(FILES[reason], isCommand ? say`run \`${source}\` first` : source, files);
}

/** Of rules that nobody selected the number is enough. */
function ruleRow(rules: Group<InactiveRule>): Sentence {
  const [{ reason, by }] = rules;
  const what = reason === 'advice' ? say`rules lowered to info` : say`rules that are off`;
  const names = reason === 'not-selected' ? [rules.length] : rules.map(each => each.ruleId);
  return row(what, by, names);
}

/** Files with the same reason. */
export interface FileGroup {
  readonly reason: UncheckedFile['reason'];
  /** The files and flags that leave them out. */
  readonly by: readonly string[];
  readonly files: readonly string[];
}

/** What is left out for these reasons is told apart by what leaves it out. */
const BY_SOURCE: ReadonlySet<UncheckedFile['reason']> = new Set(['excluded', 'not-generated']);

export function fileGroups(files: readonly UncheckedFile[]): readonly FileGroup[] {
  const order = Object.keys(FILES);
  const sorted = [...files].sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
  return grouped(sorted, ({ reason, by }) => [reason, BY_SOURCE.has(reason) && by]).map(group => ({
    reason: group[0].reason,
    by: [...new Set(group.flatMap(each => each.by ?? []))],
    files: group.map(each => each.file),
  }));
}

type Group<T> = readonly [T, ...T[]];

function grouped<T>(all: readonly T[], keyOf: (each: T) => unknown): readonly Group<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const each of all) {
    const key = JSON.stringify(keyOf(each));
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

function list(what: Sentence, names: readonly Said[]): readonly Sentence[] {
  return names.length > 0 ? [row(what, undefined, names)] : [];
}

function row(what: Sentence, by: Said | undefined, names: readonly Said[]): Sentence {
  return by === undefined ? say`${what}: ${fewNames(names)}` : say`${what} (${by}): ${fewNames(names)}`;
}

function ignoredIn({ by, count }: Unchecked['suppressed'][number]): Said {
  return say`${count} by ${by ?? say`the configuration`}`;
}

function placed({ resource, file, line }: Unchecked['nested'][number]): Said {
  return `${resource} (${file}:${line})`;
}
