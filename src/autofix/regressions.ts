import { say } from '../i18n/sentence.ts';
import { resourceKey } from '../lint/diagnose.ts';
import { lint } from '../lint/lint.ts';
import type { Options } from '../lint/options.ts';
import type { Diagnostic } from '../lint/report.ts';
import { type LauncherLog, sessionLogs } from '../lint/session-logs.ts';
import type { Rule } from '../rule/types.ts';
import type { Document } from '../syntax/document.ts';
import type { Failure } from './failures.ts';
import type { MadeFix } from './fixed-file.ts';

/**
 * What fixes made worse than it was, and must not: a stack that deployed still does, and what was recorded still is.
 */
export class Regressions {
  readonly #before: readonly Document[];
  readonly #rules: readonly Rule[];
  readonly #options: Options;
  #logs: ReturnType<typeof sessionLogs> | undefined;
  #rejected: ReadonlySet<string> | undefined;

  constructor(before: readonly Document[], rules: readonly Rule[], options: Options) {
    this.#before = before;
    this.#rules = rules.filter(each => each.blocks !== undefined);
    this.#options = options;
  }

  /** The fixes that are to blame, of those that were made. Who asked for one that comes with a warning knows. */
  in(after: readonly Document[], made: readonly MadeFix[]): readonly Failure[] {
    if (made.every(each => each.isAnnounced)) return [];
    return [...this.#rejectedIn(after, made), ...this.#unrecordedIn(after, made)];
  }

  #rejectedIn(after: readonly Document[], made: readonly MadeFix[]): readonly Failure[] {
    const rejected = this.#blocked(after, 'optional').filter(each => !this.#wasRejected(each));
    return rejected.flatMap(({ message, launchers, file, path }) => {
      const why = say`The deployment would fail, which it did not before: ${message}`;
      const isAbout = ({ resources, launchers: own }: MadeFix): boolean =>
        launchers.some(each => own.includes(each) || resources.includes(each));
      const blamed = blame(made, [
        fix => fix.switchesOn && isAbout(fix),
        fix => fix.resources.includes(resourceKey(file, path)),
        isAbout,
        fix => fix.file === file,
      ]);
      return blamed.map(fix => ({ fix, why }));
    });
  }

  #unrecordedIn(after: readonly Document[], made: readonly MadeFix[]): readonly Failure[] {
    this.#logs ??= sessionLogs(this.#before, this.#options);
    const before = this.#logs;
    return [...sessionLogs(after, this.#options)].flatMap(([key, log]) => {
      if (!isLost(before.get(key), log)) return [];
      const why = say`Sessions on ${log.title} would not be recorded: ${log.why ?? ''}.`;
      const blamed = blame(
        made,
        [...log.resources, key].map(each => fix => fix.resources.includes(each)),
      );
      return blamed.map(fix => ({ fix, why }));
    });
  }

  #wasRejected({ launchers, file, path }: Diagnostic): boolean {
    const subjects = launchers.length > 0 ? launchers : [resourceKey(file, path)];
    const rejected = this.#rejectedBefore();
    return rejected.has(file) || subjects.every(each => rejected.has(each));
  }

  /** Launchers, by `launcherKey`, other resources, by `resourceKey`, and the files that no deploy takes in any case. */
  #rejectedBefore(): ReadonlySet<string> {
    if (!this.#rejected) {
      const anyway = this.#blocked(this.#before, 'required').filter(each => each.blocks === 'deploy');
      const withExec = this.#blocked(this.#before, 'optional').flatMap(({ launchers, file, path }) => [
        ...launchers,
        resourceKey(file, path),
      ]);
      this.#rejected = new Set([...anyway.map(each => each.file), ...withExec]);
    }
    return this.#rejected;
  }

  /** Findings that a deploy is rejected for, whatever is suppressed, skipped or shown. */
  #blocked(documents: readonly Document[], exec: Options['settings']['exec']): readonly Diagnostic[] {
    const report = lint(documents, this.#rules, {
      ...this.#options,
      settings: { ...this.#options.settings, exec },
      only: [],
      skip: [],
      reportedFiles: undefined,
      severities: {},
      respectIgnores: false,
      ignores: undefined,
    });
    return report.findings.filter(
      each => each.sure && (each.blocks === 'deploy' || each.blocks === 'deploy with exec'),
    );
  }
}

/** Whether sessions were recorded and may no longer be, or are to go where they cannot. */
function isLost(before: LauncherLog | undefined, { recorded, destinations }: LauncherLog): boolean {
  if (before?.recorded === 'yes') return recorded !== 'yes';
  const isMoved = destinations.length > 0 && String(destinations) !== String(before?.destinations);
  return recorded === 'no' && isMoved;
}

/**
 * The fixes of the first kind that there are any of; all of them where there are none. Nothing where one of those says
 * itself what comes of it: others are not to blame for that.
 */
function blame(made: readonly MadeFix[], kinds: readonly ((fix: MadeFix) => boolean)[]): readonly MadeFix[] {
  const blamed = kinds.map(each => made.filter(each)).find(each => each.length > 0) ?? made;
  return blamed.some(each => each.isAnnounced) ? [] : blamed;
}
