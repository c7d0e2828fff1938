import { mayNestOneAnother, type NestedPaths, nestedPaths } from './nested-paths.ts';
import { mayBeForAnyRole, mayDeclareRole } from './open-policies.ts';
import { mayNameOneAnother, type PhysicalNames, physicalNames } from './physical-names.ts';

/** Hints from the text of a template alone, without parsing it. */
export interface TextHints {
  readonly mayBeTemplate: boolean;
  /** Whether it names resource types of AWS, wherever. */
  readonly namesTypes: boolean;
  /** Whether a resource type of AWS stands where a template has one. */
  readonly declaresType: boolean;
  readonly mayExport: boolean;
  readonly mayImport: boolean;
  /** Whatever in it may say where a template is that is nested in it. */
  readonly mayNest: NestedPaths;
  readonly names: PhysicalNames;
  /** Whether it may have a policy for whatever role a deployment names. */
  readonly mayBeForAnyRole: boolean;
  readonly mayDeclareRole: boolean;
}

/** By plain search: a yes may be wrong. */
export function scanText(written: string): TextHints {
  const text = searchable(written);
  const mayBeTemplate = /Resources|AWSTemplateFormatVersion|AWS::/.test(text);
  return {
    mayBeTemplate,
    namesTypes: text.includes('AWS::'),
    declaresType: /\b(?:[Tt]ype|TYPE)["']?\s*:\s*["']?AWS::\w+::/.test(text),
    mayExport: /\bExport\b/.test(text),
    mayImport: /\bImportValue\b/.test(text),
    mayNest: nestedPaths(text),
    names: physicalNames(mayBeTemplate ? text : ''),
    mayBeForAnyRole: mayBeForAnyRole(text),
    mayDeclareRole: mayDeclareRole(text),
  };
}

/** Characters that are written as numbers, and line breaks that are not part of a text. */
const ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|\r?\n[ \t]*)/g;

/**
 * The text of a whole template, for searching it: as it is written, followed by the same with the escapes of quoted
 * texts decoded, where there are any. Outside of quotes a backslash means nothing, so both have to be searched.
 */
export function searchable(text: string): string {
  return text.includes('\\') ? `${text}\n${decoded(text)}` : text;
}

function decoded(text: string): string {
  return text.replace(ESCAPE, (whole, ...codes: (string | undefined)[]) => {
    const code = codes.slice(0, 3).find(each => each !== undefined);
    if (code === undefined) return '';
    const number = Number.parseInt(code, 16);
    return number > 0x10ffff ? whole : String.fromCodePoint(number);
  });
}

/** A file with the hints from its text. */
export interface ScannedFile {
  /** Its path, in slashes. */
  readonly name: string;
  readonly hints: TextHints;
  /** The keys of the objects in Amazon S3 that it is uploaded as, which nested stacks name. */
  readonly objectKeys?: readonly string[];
}

/**
 * Those of some files that may have to do with a wanted one, by the look of their texts alone: only they need be
 * parsed. The wanted ones come along.
 */
export function relatedFiles<T extends ScannedFile>(
  files: readonly T[],
  isWanted: (file: T) => boolean,
): readonly T[] {
  const candidates = files.filter(each => each.hints.mayBeTemplate);
  const exporting = candidates.filter(each => each.hints.mayExport);
  const importing = candidates.filter(each => each.hints.mayImport);
  const nested = mayNestOneAnother(candidates, ({ name, hints, objectKeys = [] }) => ({
    name,
    mayNest: hints.mayNest,
    objectKeys,
  }));
  const named = mayNameOneAnother(candidates, each => each.hints.names);
  const declaring = candidates.filter(each => each.hints.mayDeclareRole);
  const forAnyRole = candidates.filter(each => each.hints.mayBeForAnyRole);
  const reached = new Set(candidates.filter(isWanted));
  for (const file of reached) {
    const { mayExport, mayImport } = file.hints;
    for (const each of file.hints.mayDeclareRole ? forAnyRole.splice(0) : []) reached.add(each);
    for (const each of file.hints.mayBeForAnyRole ? declaring.splice(0) : []) reached.add(each);
    for (const each of mayExport ? importing.splice(0) : []) reached.add(each);
    for (const each of mayImport ? exporting.splice(0) : []) reached.add(each);
    for (const each of nested.get(file) ?? []) reached.add(each);
    for (const each of named.get(file) ?? []) reached.add(each);
  }
  return candidates.filter(each => reached.has(each));
}
