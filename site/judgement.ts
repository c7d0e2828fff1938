import type { Check, Diagnostic, Readiness, Settings } from '../src/index.ts';
import type { File } from './workspace.ts';

/** What a person can choose about the check. */
export interface Choices {
  readonly unsafe: boolean;
  readonly pedantic: boolean;
  readonly logDestination: Settings['logDestination'];
}

export const DEFAULT_CHOICES: Choices = { unsafe: false, pedantic: false, logDestination: 'cloudwatch' };

type Splices = NonNullable<Diagnostic['fix']>['splices'];

/** A place in a template that something is said of. */
export interface Remark {
  readonly file: string;
  readonly message: string;
  readonly start: Diagnostic['range']['start'];
  readonly end: number;
}

export interface Finding extends Remark {
  readonly ruleId: string;
  readonly severity: Diagnostic['severity'];
  readonly related: readonly Remark[];
  readonly fix: Fix | undefined;
  readonly url: string;
}

export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly splices: Splices;
}

/** A service, or what else starts tasks. */
export interface Standing {
  readonly resource: string;
  readonly file: string;
  readonly verdict: Readiness['verdict'];
  /** Whether sessions open, and whether they are recorded. */
  readonly answers: string;
  /** What does not pass. */
  readonly open: readonly OpenCheck[];
  /** The rules by which it passes. */
  readonly passed: readonly string[];
  /** What no template shows: complete sentences. */
  readonly outside: readonly string[];
}

export interface OpenCheck {
  readonly id: string;
  readonly status: Exclude<Check['status'], 'pass'>;
  readonly detail: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** What there is to say of the templates, in one language: plain data, as it comes from the worker. */
export interface Judgement {
  /** How many templates there are among the files. */
  readonly templates: number;
  /** The files that are not templates. */
  readonly others: readonly string[];
  /** The templates that would take too long to judge. */
  readonly unjudged: readonly string[];
  readonly findings: readonly Finding[];
  readonly standings: readonly Standing[];
  /** What was left out, a phrase for each kind. */
  readonly leftOut: readonly string[];
  /** A picture of what sessions depend on, as Mermaid text. */
  readonly diagram: string;
}

export const NOTHING: Judgement = {
  templates: 0,
  others: [],
  unjudged: [],
  findings: [],
  standings: [],
  leftOut: [],
  diagram: '',
};

/** What there is to do once fixes are applied. */
export interface Steps {
  readonly title: string;
  readonly steps: readonly {
    readonly text: string;
    readonly commands: readonly { readonly label: string | undefined; readonly line: string }[];
    readonly more: string | undefined;
  }[];
}

/** Texts that fixes have changed, and the fixes that were not made. */
export interface Fixed {
  readonly changed: readonly File[];
  readonly refused: readonly { readonly ruleId: string; readonly file: string; readonly why: string }[];
  readonly next: Steps | undefined;
}

/** Whether a fix is one that the choices allow. */
export function isAllowed({ fix }: Finding, { unsafe }: Choices): boolean {
  return fix !== undefined && (unsafe || fix.safety === 'safe');
}

/** The files after the fix of one finding. */
export function fixedBy(files: readonly File[], { fix }: Finding): readonly File[] {
  if (!fix) return files;
  return files.map(({ name, text }) => {
    const own = fix.splices.filter(({ file }) => file === name);
    return { name, text: own.length > 0 ? spliced(text, own) : text };
  });
}

function spliced(text: string, splices: Splices): string {
  return [...splices]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: written }) => {
      return result.slice(0, start) + written + result.slice(end);
    }, text);
}
