import { concise } from '../report/concise.ts';
import { json } from '../report/json.ts';
import { pretty } from '../report/pretty.ts';
import type { Format } from '../report/view.ts';

export type FormatName = 'pretty' | 'concise' | 'json';

export const FORMATS: Readonly<Record<FormatName, Format>> = { pretty, concise, json };

export const FORMAT_NAMES: readonly FormatName[] = Object.keys(FORMATS).filter(isFormatName);

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}
