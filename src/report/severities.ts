import { type Sentence, say } from '../i18n/sentence.ts';
import type { Severity } from '../rule/types.ts';

/** What people call them. */
export const SEVERITIES: Readonly<Record<Severity, Sentence>> = {
  error: say`error`,
  warning: say`warning`,
  info: say`info`,
};
