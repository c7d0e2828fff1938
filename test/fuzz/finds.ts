import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Case } from './case.ts';
import { type Fault, faultKey } from './judge.ts';

export interface Find {
  readonly number: number;
  readonly subject: Case;
  readonly fault: Fault;
}

/** What was found, one case for each kind of fault, and where it is kept. */
export class Finds {
  readonly #folder: string;
  readonly #seed: number;
  readonly #found = new Map<string, { find: Find; times: number }>();

  constructor(folder: string, seed: number) {
    this.#folder = folder;
    this.#seed = seed;
  }

  get count(): number {
    return this.#found.size;
  }

  all(): readonly Find[] {
    return [...this.#found.values()].map(each => each.find);
  }

  /** Of cases that show the same, the shortest is kept. */
  add(find: Find): void {
    const key = faultKey(find.fault);
    const known = this.#found.get(key);
    const isShorter = !known || lengthOf(find.subject) < lengthOf(known.find.subject);
    this.#found.set(key, { find: isShorter ? find : known.find, times: (known?.times ?? 0) + 1 });
  }

  /** Keeps a case in a folder of its own: its texts, and what is wrong. */
  save({ number, fault }: Find, { texts, options }: Case): void {
    const folder = join(this.#folder, nameOf(fault));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const { file, text } of texts) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const about = { ...fault, seed: this.#seed, case: number, options };
    writeFileSync(join(folder, 'about.json'), `${JSON.stringify(about, undefined, 2)}\n`);
  }

  summary(): string {
    const lines = [...this.#found].map(
      ([key, { find, times }]) => `${times} x ${key}\n  ${join(this.#folder, nameOf(find.fault))}`,
    );
    return lines.join('\n');
  }
}

function lengthOf({ texts }: Case): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}

function nameOf(fault: Fault): string {
  return `${fault.stage}-${createHash('sha256').update(faultKey(fault)).digest('hex').slice(0, 8)}`;
}
