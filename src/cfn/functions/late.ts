import { reference, substituted } from './reference.ts';

const STORED = /\{\{resolve:[^{}]*\}\}/g;

/** Whether a text is, or holds, a value that a store tells when it is deployed. */
export function isStored(text: string): boolean {
  return text.includes('{{resolve:');
}

/** The text with a mark in place of each such value. */
export function lateStored(text: string): string {
  return text.replace(STORED, reference);
}

/** A mark for what another stack exports under a name. */
export function lateImport(name: string): string {
  return reference(`${IMPORT}${substituted(name)}`);
}

const IMPORT = 'import ';

/** Whether a mark stands for such a value, which is the same wherever it is asked for. */
export function isLate(name: string): boolean {
  return name.startsWith(IMPORT) || isStored(name);
}
