import type { Said, Sentence } from '../i18n/sentence.ts';

/** A service that no rule was asked about. */
export interface UncheckedService {
  readonly resource: string;
  readonly file: string;
  readonly line: number;
  /** `exec-off`: ECS Exec is off there, and not required. `never-created`: in no deployment its conditions hold. */
  readonly reason: 'exec-off' | 'exec-forbidden' | 'ignored' | 'never-created';
  /** The file or flag that says so; nothing where that is not known. */
  readonly by: Said | undefined;
}

/** A rule whose findings are not shown. */
export interface InactiveRule {
  readonly ruleId: string;
  /** `not-selected`: others were asked for. `advice`: its severity was lowered, and advice is not shown. */
  readonly reason: 'skipped' | 'not-selected' | 'advice' | 'policy';
  /** The file or flag that says so; nothing where that is not known. */
  readonly by: Said | undefined;
}

/** A file, or all of a folder, that was come across and not checked. */
export interface UncheckedFile {
  /** With `/` at its end for a folder. */
  readonly file: string;
  /**
   * `maybe-tracked`: `.gitignore` leaves it out, and whether git tracks it anyway is not known. `outside`: where a tool
   * is to write templates, outside of its project. `not-generated`: where it did not write them yet.
   * `built`: made of a template that is checked itself.
   */
  readonly reason:
    | 'gitignore'
    | 'maybe-tracked'
    | 'excluded'
    | 'hidden'
    | 'link'
    | 'outside'
    | 'not-generated'
    | 'built'
    | 'extension'
    | 'not-a-template'
    | 'no-ecs'
    | 'too-large';
  /** The file or flag that leaves it out; for `not-generated` the command that would write it. */
  readonly by: string | undefined;
}

/** What a run did not check, and why: that nothing was found says nothing about any of it. */
export interface Unchecked {
  readonly services: readonly UncheckedService[];
  readonly rules: readonly InactiveRule[];
  /** Findings that an ignore suppresses, by the file that it stands in; nothing where that is not known. */
  readonly suppressed: readonly { readonly by: string | undefined; readonly count: number }[];
  /** Templates that may have services that are not written in them, and why. */
  readonly unseen: readonly { readonly file: string; readonly reason: Sentence }[];
  /** Nested stacks whose templates were not given. */
  readonly nested: readonly { readonly resource: string; readonly file: string; readonly line: number }[];
  readonly files: readonly UncheckedFile[];
  /** Findings that are not shown since they are not errors. */
  readonly belowError: number;
}
