/** Compares two ranks of the same length by their first difference, for a sort from the least. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((each, i) => each !== b[i]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}
