import type { Document } from '../syntax/document.ts';
import type { Options } from './options.ts';
import type { Report } from './report.ts';

export function lint(documents: readonly Document[], options: Options): Report {
  throw new Error(`not built yet ${documents.length} ${options.pedantic}`);
}
