import {
  DEFAULT_OPTIONS,
  type Diagnostic,
  type FixOptions,
  type FixOutcome,
  fix,
  lint,
  type NextSteps,
  nextSteps,
  parse,
  type Report,
  type Settings,
} from '../src/index.ts';
import type { File } from './workspace.ts';

/** What a person can choose about the check. */
export interface Choices {
  readonly unsafe: boolean;
  readonly pedantic: boolean;
  readonly logDestination: Settings['logDestination'];
}

export const DEFAULT_CHOICES: Choices = { unsafe: false, pedantic: false, logDestination: 'cloudwatch' };

function options({ unsafe, pedantic, logDestination }: Choices): FixOptions {
  return { ...DEFAULT_OPTIONS, settings: { ...DEFAULT_OPTIONS.settings, logDestination }, pedantic, unsafe };
}

function documents(files: readonly File[]): ReturnType<typeof parse>[] {
  return files.filter(each => each.text.trim() !== '').map(({ name, text }) => parse(name, text));
}

/** All open templates as one system. */
export function judge(files: readonly File[], choices: Choices): Report {
  return lint(documents(files), { ...options(choices), picture: true });
}

/** What there is to do once files have the texts of a fix. */
export function nextAfter(before: Report, files: readonly File[], choices: Choices): NextSteps | undefined {
  return nextSteps(before, judge(files, choices), options(choices));
}

/** All fixes at once, each looked at again by the other parsers. */
export function mend(files: readonly File[], choices: Choices): Promise<FixOutcome> {
  return fix(documents(files), options(choices));
}

/** Whether a fix is one that the choices allow. */
export function isAllowed({ fix: each }: Diagnostic, { unsafe }: Choices): boolean {
  return each !== undefined && (unsafe || each.safety === 'safe');
}

/** The files after the fix of one finding. */
export function mendOne(files: readonly File[], { fix: each }: Diagnostic): readonly File[] {
  if (!each) return files;
  return files.map(({ name, text }) => {
    const own = each.splices.filter(({ file }) => file === name);
    return { name, text: own.length > 0 ? spliced(text, own) : text };
  });
}

function spliced(text: string, splices: NonNullable<Diagnostic['fix']>['splices']): string {
  return [...splices]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: written }) => {
      return result.slice(0, start) + written + result.slice(end);
    }, text);
}
