import type { Case } from './case.ts';
import type { Fault } from './judge.ts';

/** What a worker is to do. */
export type Task =
  | { readonly is: 'search'; readonly seed: number; readonly from: number; readonly state: SharedArrayBuffer }
  | { readonly is: 'minimise'; readonly subject: Case; readonly fault: Fault };

/** What it says of it. */
export type Said =
  | { readonly is: 'find'; readonly number: number; readonly subject: Case; readonly fault: Fault }
  | { readonly is: 'minimal'; readonly subject: Case };

/** The parts of a search's state: the number of the case that is being judged, and whether it is to be the last one. */
export const NUMBER = 0;
export const STOP = 1;

/** Processor time that a case may take, in milliseconds: all looks at it together, of which there are some twenty. */
export const MOST_TIME = 10_000;
