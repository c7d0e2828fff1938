import type { Report } from '../lint/report.ts';
import type { Severity } from '../rule.ts';

export type Paint = Readonly<Record<Severity | 'good' | 'strong' | 'faint', (text: string) => string>>;

/** How a report is to be shown: what a format may know besides the report itself. */
export interface View {
  /** Of this tool. */
  readonly version: string;
  /** Shows what could not be decided. */
  readonly pedantic: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
  readonly paint: Paint;
  /** Columns that a text takes. */
  readonly measure: (text: string) => number;
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
