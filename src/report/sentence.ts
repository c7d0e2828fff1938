import type { Diagnostic } from '../lint/report.ts';
import { visible } from './visible.ts';

/** In which scenarios something holds, as a phrase: `IsProd is true and HasLogs is false, or …`; empty for all. */
export function when({ scenarios }: Pick<Diagnostic, 'scenarios'>): string {
  return scenarios
    .map(each =>
      Object.entries(each)
        .map(([name, value]) => `${name} is ${value}`)
        .join(' and '),
    )
    .join(', or ');
}

/** The message of a finding with all that a reader of one line has to know, fit to be printed. */
export function sentence(diagnostic: Pick<Diagnostic, 'message' | 'scenarios'>): string {
  const holds = when(diagnostic);
  return visible(holds === '' ? diagnostic.message : `${diagnostic.message} This holds when ${holds}.`);
}
