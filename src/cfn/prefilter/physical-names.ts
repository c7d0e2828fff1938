/**
 * The names in a text by which templates may know one another: those that it may give to resources, or ask outputs of
 * other stacks by, and all that may be one of another template.
 */
export interface PhysicalNames {
  readonly given: ReadonlySet<string>;
  readonly mentioned: ReadonlySet<string>;
}

const NAME =
  /\b(?:AliasName|BucketName|ClusterName|Family|LogGroupName|OutputName|RoleName)["']?\s*:\s*["']?([^\s"',{}[\]!]+)/g;

/** By plain search, and of paths and ARNs only the last parts: there may be too many. */
export function physicalNames(text: string): PhysicalNames {
  const given = [...text.matchAll(NAME)].map(match => lastPart(match[1] ?? ''));
  return { given: new Set(given), mentioned: new Set(text.match(/[\w.+=@-]+/g) ?? []) };
}

function lastPart(name: string): string {
  return name.match(/[\w.+=@-]+/g)?.at(-1) ?? '';
}

/** For each file those with a resource that it may name, and those that may name a resource of it. */
export function mayNameOneAnother<T>(
  files: readonly T[],
  namesOf: (file: T) => PhysicalNames,
): ReadonlyMap<T, ReadonlySet<T>> {
  const giving = new Map<string, T[]>();
  for (const file of files)
    for (const name of namesOf(file).given) {
      const same = giving.get(name);
      if (same) same.push(file);
      else giving.set(name, [file]);
    }
  const related = new Map<T, Set<T>>();
  const relate = (one: T, other: T): void => {
    related.set(one, (related.get(one) ?? new Set()).add(other));
  };
  for (const file of files)
    for (const name of namesOf(file).mentioned)
      for (const owner of giving.get(name) ?? []) {
        if (owner === file) continue;
        relate(owner, file);
        relate(file, owner);
      }
  return related;
}
