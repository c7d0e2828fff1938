import type { Source } from './source.ts';

/**
 * Those of some files that may have to do with a wanted one, by the look of their texts alone: only they need be parsed.
 * The wanted ones come along.
 */
export function reach(sources: readonly Source[], isWanted: (source: Source) => boolean): readonly Source[] {
  const candidates = sources.filter(each => each.look.mayBeTemplate);
  const exporting = candidates.filter(each => each.look.mayExport);
  const importing = candidates.filter(each => each.look.mayImport);
  const nesting = candidates.filter(each => each.look.mayNest.size > 0);
  const reached = new Set(candidates.filter(isWanted));
  for (const source of reached) {
    const { mayExport, mayImport, mayNest } = source.look;
    const related = [
      ...(mayExport ? importing : []),
      ...(mayImport ? exporting : []),
      ...nesting.filter(each => each.look.mayNest.has(source.baseName)),
      ...(mayNest.size > 0 ? candidates.filter(each => mayNest.has(each.baseName)) : []),
    ];
    for (const each of related) reached.add(each);
  }
  return candidates.filter(each => reached.has(each));
}
