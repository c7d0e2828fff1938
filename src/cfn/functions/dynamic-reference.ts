import { placeholder, substituted } from './placeholder.ts';

const STORED = /\{\{resolve:[^{}]*\}\}/g;

/** Whether a text is, or holds, a value that a store tells when it is deployed. */
export function hasDynamicReference(text: string): boolean {
  return text.includes('{{resolve:');
}

/** The text with a placeholder in place of each such value. */
export function withDynamicReferencePlaceholders(text: string): string {
  return text.replace(STORED, placeholder);
}

/** A placeholder for what another stack exports under a name. */
export function importPlaceholder(name: string): string {
  return placeholder(`${IMPORT}${substituted(name)}`);
}

const IMPORT = 'import ';

/** Whether a placeholder stands for such a value, which is the same wherever it is asked for. */
export function isDeployTimeValue(name: string): boolean {
  return name.startsWith(IMPORT) || hasDynamicReference(name);
}
