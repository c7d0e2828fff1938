import type { Verdict } from '../rule/types.ts';
import type { Place } from '../syntax/place.ts';

/** Two verdicts of one rule are the same when their places are, how bad they are, and what their fixes write. */
export function identity(verdict: Verdict): string {
  const { file, path, range } = where(verdict.at);
  if ('undecided' in verdict) return JSON.stringify(['undecided', file, path]);
  return JSON.stringify(
    [file, path, range, verdict.severity, verdict.unsure === undefined, verdict.fix?.edits],
    compact,
  );
}

function where({ document, path, range }: Place): {
  file: string;
  path: Place['path'];
  range: Place['range'];
} {
  return { file: document.file, path, range };
}

/** Of a document no more than its name. */
function compact(key: string, value: unknown): unknown {
  if (key === 'turn') return undefined;
  const isDocument = key === 'document' && typeof value === 'object' && value !== null && 'file' in value;
  return isDocument ? value.file : value;
}
