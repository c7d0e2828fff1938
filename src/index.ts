import type { Rule } from './rule.ts';

export { type FixedText, type FixOptions, type FixOutcome, fix } from './fix.ts';
export { lint } from './lint/lint.ts';
export { DEFAULT_OPTIONS, type Options } from './lint/options.ts';
export type { Check, Diagnostic, Readiness, Report } from './lint/report.ts';
export type { Rule, Settings, Severity } from './rule.ts';
export type { Document } from './syntax/document.ts';
export { parse } from './syntax/parse.ts';

/** In the README's order. */
export const rules: readonly Rule[] = [];
