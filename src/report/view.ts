import type { Words } from '../i18n/words.ts';
import type { Report } from '../lint/report.ts';
import type { Rule, Severity } from '../rule/types.ts';

export type Paint = Readonly<Record<Severity | 'good' | 'strong' | 'faint', (text: string) => string>>;

/** How a report is to be shown: what a format may know besides the report itself. */
export interface View {
  /** Of this tool. */
  readonly version: string;
  /** All of them, for formats that describe them. */
  readonly rules: readonly Rule[];
  /** The address that the pages of rules are below; findings link to AWS otherwise. */
  readonly rulePages: string | undefined;
  /** Whether the checks of a rule are shown, by its id. */
  readonly counts: (ruleId: string) => boolean;
  /** Shows what could not be decided. */
  readonly pedantic: boolean;
  /** The language of what is said to people; machines are always spoken to in English. */
  readonly words: Words;
  /** So many items has each list at most, where a reader does not take more. */
  readonly most: number;
  /** Columns of the terminal. */
  readonly columns: number;
  readonly paint: Paint;
  /** Columns that a text takes. */
  readonly measure: (text: string) => number;
  /** Whether the run was asked to change templates, or to show how: then it says what it could not change. */
  readonly isFixing: boolean;
  /** What was done with what the report calls applied. */
  readonly done: 'Fixed' | 'Ignored';
  /** A text that leads to an address, where it can be clicked at. */
  readonly link: (text: string, address: string) => string;
  /** The address of a file of the report on this machine, if it is one. */
  readonly addressOf: (file: string) => string | undefined;
  /** How a file of the report is called from the root of its repository; unchanged when it is in none. */
  readonly fromRoot: (file: string) => string;
}

/** A format renders a whole report, with a newline at its end unless there is nothing to say. */
export type Format = (report: Report, view: View) => string;

const same = (text: string): string => text;

export const PLAIN: Paint = {
  error: same,
  warning: same,
  info: same,
  good: same,
  strong: same,
  faint: same,
};

/** What is said of the tool itself in documents that name their source. */
export const TOOL = { name: 'ecs-exec-lint', url: 'https://www.npmjs.com/package/ecs-exec-lint' } as const;
