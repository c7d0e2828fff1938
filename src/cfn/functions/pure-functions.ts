import { isArray, type Json, scalarText } from '../../syntax/json-value.ts';

/** What a function makes of its arguments; nothing where that is only known once deployed, or is an error. */
export type Apply = (args: readonly Json[]) => Json | undefined;

export function join([delimiter, parts]: readonly Json[]): Json | undefined {
  if (typeof delimiter !== 'string' || !isArray(parts)) return undefined;
  return parts.every(part => typeof part !== 'object') ? parts.map(String).join(delimiter) : undefined;
}

export function select([index, list]: readonly Json[]): Json | undefined {
  const isIndex = /^\d{1,6}$/.test(scalarText(index) ?? '');
  return isIndex && isArray(list) ? list[Number(index)] : undefined;
}

export function length(list: Json): Json | undefined {
  return isArray(list) ? list.length : undefined;
}
