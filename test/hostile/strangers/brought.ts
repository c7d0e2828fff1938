import { NAMES } from './names.ts';
import { PROGRAMS } from './programs.ts';

/** Something that a pull request brings, and that decides nothing but its own templates. */
export interface Brought {
  /** What it is called in the table. */
  readonly name: string;
  /** Files by path. `trap` makes a program that leaves a mark if it is run. */
  readonly files?: (trap: Trap, registry: string) => Readonly<Record<string, string>>;
  /** Makes what is no file; paths are below the checkout. */
  readonly prepare?: (cwd: string) => void;
  /** The templates among its files, each of which has one finding. */
  readonly templates?: readonly string[];
}

/** Programs that leave a mark when they are run. */
export interface Trap {
  readonly sh: string;
  readonly js: string;
}

export const BROUGHT: readonly Brought[] = [...NAMES, ...PROGRAMS];
