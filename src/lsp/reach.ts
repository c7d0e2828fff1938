import type { Source } from './source.ts';

/** Marks of a template that may have to do with others. */
const EXPORTS = /\bExport\b/;
const IMPORTS = /\bImportValue\b/;
const NESTS = /AWS::CloudFormation::Stack\b|AWS::Serverless::Application\b/;

/**
 * Those of some files that may have to do with a wanted one, by the look of their texts alone: only they need be parsed.
 * The wanted ones come along.
 */
export function reach(sources: readonly Source[], isWanted: (source: Source) => boolean): readonly Source[] {
  const candidates = sources.filter(each => each.mayBeTemplate);
  const reached = new Set(candidates.filter(isWanted));
  const exporting = candidates.filter(each => EXPORTS.test(each.text));
  const importing = candidates.filter(each => IMPORTS.test(each.text));
  const nesting = candidates.filter(each => NESTS.test(each.text));
  for (const source of reached) {
    if (EXPORTS.test(source.text)) for (const each of importing) reached.add(each);
    if (IMPORTS.test(source.text)) for (const each of exporting) reached.add(each);
    for (const each of nesting) if (names(each, source)) reached.add(each);
    if (nesting.includes(source)) for (const each of candidates) if (names(source, each)) reached.add(each);
  }
  return candidates.filter(each => reached.has(each));
}

/** Whether one may be nested in the other: a path to it ends in its name. */
function names(nesting: Source, other: Source): boolean {
  return nesting.text.includes(other.name.slice(other.name.lastIndexOf('/') + 1));
}
