/** Logical ids for what has names of other kinds: as like these as can be, and none twice. */
export class LogicalIds {
  readonly #taken = new Set<string>();

  of(name: string): string {
    const plain = name.replace(/^[^A-Za-z0-9]+/, '').replace(/[^A-Za-z0-9_-]+/g, '-') || 'Deployed';
    let id = plain;
    for (let i = 2; this.#taken.has(id); i++) id = `${plain}-${i}`;
    this.#taken.add(id);
    return id;
  }
}
